"""Several warnings at once: levels by county, one episode or two, the banner and its clock."""

from datetime import timedelta

import pytest

from planner.episode import (
    ActKind,
    AreaLevel,
    Channel,
    ClockName,
    Office,
    banner_of,
    clocks_of,
    county_levels,
    is_one_episode,
)
from planner.terms import Level
from tests.episode.made import NOW, consulted, done, in_force, procedure, signature, signed, terms

LATER = NOW + timedelta(hours=48)


def test_the_higher_of_city_and_county_warning_holds() -> None:
    city = in_force(terms(Level.YELLOW))
    county = in_force(terms(areas=(AreaLevel(level=Level.RED, counties=("140403",)),)))
    found = county_levels([city, county], ["140404", "140403"], LATER)
    assert [(item.county, item.level) for item in found] == [("140403", Level.RED), ("140404", Level.YELLOW)]


def test_before_its_start_and_after_its_end_a_warning_holds_nowhere() -> None:
    warning = in_force(terms(days=2.0))
    moments = (NOW, LATER, LATER + timedelta(days=3))
    assert [len(county_levels([warning], ["140403"], moment)) for moment in moments] == [0, 1, 0]


def test_an_exercise_never_counts() -> None:
    drill = done(signed(consulted(is_exercise=True), terms(Level.RED)), ActKind.ISSUE)
    assert county_levels([drill], ["140403"], LATER) == ()
    assert banner_of([drill], procedure(), NOW).is_exercise


@pytest.mark.parametrize(("gap", "together"), [(36.0, True), (36.5, False), (0.0, True)])
def test_two_episodes_closer_than_lifting_asks_for_are_one(gap: float, together: bool) -> None:
    first = terms(days=2.0)
    second = terms(hours=40.0 + 48.0 + gap)
    assert is_one_episode(first, second, procedure()) is together
    assert is_one_episode(second, first, procedure()) is together


def test_the_banner_shows_the_live_warning_in_force_and_its_next_deadline() -> None:
    drill = done(signed(consulted(is_exercise=True), terms(Level.RED)), ActKind.ISSUE)
    live = in_force(terms(Level.YELLOW))
    banner = banner_of([drill, consulted(), live], procedure(), NOW)
    assert (banner.warning, banner.is_exercise, banner.clock.name) == (live, False, ClockName.START)
    assert banner_of([], procedure(), NOW).warning is None


def test_the_clocks_of_each_step() -> None:
    law = procedure()
    form = clocks_of(consulted(), law, NOW + timedelta(hours=3))
    assert [(item.name, item.due, item.is_overdue) for item in form] == [
        (ClockName.FORM, NOW + timedelta(hours=2), True)
    ]
    waiting = clocks_of(signed(consulted(), terms()), law, NOW)
    assert [item.name for item in waiting] == [ClockName.DISTRIBUTION, ClockName.LEAD]
    by_phone = signature(Office.MAYOR, Channel.TELEPHONE, paper_due=NOW + timedelta(hours=12))
    warning = done(done(signed(consulted(), terms()), ActKind.RETURN), ActKind.REVIEW)
    issued = done(done(warning, ActKind.SIGN, signature=by_phone), ActKind.ISSUE)
    assert [item.name for item in clocks_of(issued, law, NOW)] == [ClockName.PAPER, ClockName.START]
