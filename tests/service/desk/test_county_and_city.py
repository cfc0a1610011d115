"""A county's own warning beside the city's: each firm is told what the weightier of the two asks, and only that."""

from datetime import datetime, timedelta

import pytest

from planner.episode import ActKind, AreaLevel, OrderKind, Step, Terms
from planner.service.desk import WarningDesk, lines_of_text
from planner.terms import Level
from tests.service.desk.made import NOW, START, ask, led_to_signature, opened, signature, terms
from tests.service.desk.test_flow import codes

COUNTY = "140404"
HOUR = timedelta(hours=1)


def of_county(level: Level, **fields: object) -> Terms:
    return terms(level, areas=(AreaLevel(level=level, counties=(COUNTY,)),), **fields)


def put_in_force(desk: WarningDesk, plan: int, wanted: Terms, at: datetime, number: str = "") -> str:
    """A warning issued, or adjusted, at a moment."""
    kind = ActKind.ADJUST if number else ActKind.ISSUE
    number = led_to_signature(desk, plan, wanted, number)
    outcome = ask(desk, kind, number, at=at)
    assert outcome.is_done, outcome.findings
    return number


def lift(desk: WarningDesk, number: str, at: datetime) -> int:
    for kind, more in (
        (ActKind.PROPOSE, {"is_lift": True}),
        (ActKind.REVIEW, {}),
        (ActKind.SIGN, {"signature": signature()}),
    ):
        assert ask(desk, kind, number, **more).is_done
    return ask(desk, ActKind.LIFT, number, at=at).orders


def told(desk: WarningDesk, number: str) -> dict[str, tuple[str, set[Level]]]:
    """Kind and levels of the newest order of each owner that rests on a warning, in the county."""
    return {
        item.owner: (item.kind, {line.level for line in lines_of_text(item.text)})
        for item in desk.view(number).standing
        if item.county_code == COUNTY
    }


@pytest.fixture
def city(desk: WarningDesk, yellow: int) -> str:
    return put_in_force(desk, yellow, terms(), NOW)


@pytest.fixture
def county(desk: WarningDesk, city: str, orange: int) -> str:
    assert city
    return put_in_force(desk, orange, of_county(Level.ORANGE), NOW + HOUR)


def test_the_countys_higher_warning_takes_its_firms_over(desk: WarningDesk, city: str, county: str) -> None:
    assert told(desk, city) == {}
    assert {levels for _, (_, levels) in told(desk, county).items() for levels in levels} == {Level.ORANGE}
    assert {kind for kind, _ in told(desk, county).values()} <= {OrderKind.CHANGE, OrderKind.START}
    assert all(item.county_code == COUNTY for item in desk.view(county).orders)


def test_lifting_the_countys_warning_brings_the_citys_orders_back(desk: WarningDesk, city: str, county: str) -> None:
    before = {item.owner for item in desk.view(city).orders if item.county_code == COUNTY}
    assert lift(desk, county, START + HOUR) > 0
    assert {owner: levels for owner, (_, levels) in told(desk, city).items()} == {key: {Level.YELLOW} for key in before}
    begins = {
        line.start
        for item in desk.view(city).standing
        if item.county_code == COUNTY
        for line in lines_of_text(item.text)
    }
    assert begins == {START + HOUR}


def test_lifting_the_citys_warning_leaves_the_county_alone(desk: WarningDesk, city: str, county: str) -> None:
    before = told(desk, county)
    lift(desk, city, START + HOUR)
    released = {item.county_code for item in desk.view(city).orders if item.version == 2}
    assert COUNTY not in released
    assert told(desk, county) == before


def test_a_city_that_reaches_the_countys_level_leaves_its_firms_as_they_are(
    desk: WarningDesk, city: str, county: str, orange: int
) -> None:
    put_in_force(desk, orange, terms(Level.ORANGE), NOW + 2 * HOUR, city)
    assert COUNTY not in {item.county_code for item in desk.view(city).orders if item.version == 2}
    assert lift(desk, county, START + HOUR) > 0
    assert {kind for kind, _ in told(desk, city).values()} == {OrderKind.CHANGE}


def test_a_city_that_rises_above_the_county_takes_its_firms_over(desk: WarningDesk, yellow: int, orange: int) -> None:
    own = put_in_force(desk, yellow, of_county(Level.YELLOW), NOW)
    whole = put_in_force(desk, orange, terms(Level.ORANGE), NOW + HOUR)
    assert {kind for kind, _ in told(desk, own).values()} == set()
    assert {levels for _, (_, levels) in told(desk, whole).items() for levels in levels} == {Level.ORANGE}
    assert lift(desk, own, START) == 0


def test_an_order_runs_on_into_the_citys_where_the_countys_warning_has_an_end(
    desk: WarningDesk, city: str, orange: int
) -> None:
    end = START + timedelta(days=2)
    own = put_in_force(desk, orange, of_county(Level.ORANGE, end=end), NOW + HOUR)
    both = [item for item in desk.view(own).orders if city in item.text]
    levels = [(line.level, line.start, line.warning) for line in lines_of_text(both[0].text)]
    assert (Level.YELLOW, end, city) in levels
    assert lift(desk, own, end + HOUR) == 0


def test_of_an_exercise_beside_a_live_warning_neither_touches_the_other(
    desk: WarningDesk, city: str, orange: int
) -> None:
    before = told(desk, city)
    drill = led_to_signature(desk, orange, of_county(Level.ORANGE), opened(desk, is_exercise=True))
    assert ask(desk, ActKind.ISSUE, drill, at=NOW + HOUR).is_done
    assert {kind for kind, _ in told(desk, drill).values()} == {OrderKind.START}
    assert told(desk, city) == before


def test_each_warning_answers_for_the_hours_in_which_it_was_carried_out(
    desk: WarningDesk, city: str, county: str
) -> None:
    until = START + timedelta(days=2)
    lift(desk, county, START + timedelta(days=1))
    shares = {item.name: item for item in desk.evaluation(city, until).by_county}
    alone = desk.evaluation(county, until)
    whole = {item.name: item for item in desk.evaluation(city, until).by_county if item.name != COUNTY}
    assert alone.hours == ((1, 24.0),)
    assert shares[COUNTY].cost_yuan > 0.0
    assert whole.keys().isdisjoint({COUNTY})
    assert {item.name for item in alone.by_county} == {COUNTY}


def test_a_merger_never_lowers_a_level_without_review_and_signature(desk: WarningDesk, city: str, county: str) -> None:
    assert codes(ask(desk, ActKind.MERGE, county, merged_into=city)) == ["warning.merge.lower"]
    outcome = ask(desk, ActKind.MERGE, city, merged_into=county)
    assert codes(outcome) == ["warning.merge.lower"]
    assert desk.view(city).warning.step is Step.IN_FORCE
