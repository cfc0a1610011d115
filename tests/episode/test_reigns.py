"""Which of several warnings is carried out in a county, and when."""

from dataclasses import replace
from datetime import timedelta

from planner.episode import AreaLevel, HeldWarning, Terms, lines_that_hold, reigns_in
from planner.terms import Level
from tests.episode.made import NOW, terms
from tests.episode.test_orders import line

COUNTY = "140403"
DAY = timedelta(days=1)
START = NOW + timedelta(hours=40)


def own(level: Level, **fields: object) -> Terms:
    return terms(areas=(AreaLevel(level=level, counties=(COUNTY,)),), **fields)


def told(*held: tuple[str, Terms]) -> list[tuple[object, ...]]:
    return [(item.warning_id, item.start, item.end) for item in reigns_in(COUNTY, held)]


def test_a_warning_alone_is_carried_out_from_its_own_start_to_its_own_end() -> None:
    assert told(("1", terms(days=2.0))) == [("1", None, None)]


def test_a_higher_county_warning_stands_between_two_times_of_the_citys() -> None:
    city, county = terms(Level.YELLOW), replace(own(Level.RED), start=START + DAY, end=START + 3 * DAY)
    assert told(("1", city), ("2", county)) == [
        ("1", None, START + DAY),
        ("2", None, None),
        ("1", START + 3 * DAY, None),
    ]


def test_a_lower_county_warning_is_never_carried_out() -> None:
    assert told(("1", terms(Level.RED)), ("2", own(Level.YELLOW))) == [("1", None, None)]


def test_at_one_level_the_countys_own_stays_and_of_two_alike_the_earlier_number() -> None:
    assert told(("1", terms(Level.ORANGE)), ("2", own(Level.ORANGE))) == [("2", None, None)]
    assert told(("2", own(Level.ORANGE)), ("1", own(Level.ORANGE))) == [("1", None, None)]


def test_the_lines_of_each_warning_hold_only_while_it_is_carried_out() -> None:
    city, county = terms(Level.YELLOW), replace(own(Level.RED), start=START + DAY, end=START + 2 * DAY)
    asked = line("a", "A", start=START)
    lines = lines_that_hold(
        (
            HeldWarning(warning_id="1", terms=city, lines=(asked, line("b", "B", county="140404", start=START))),
            HeldWarning(warning_id="2", terms=county, lines=(replace(asked, start=START + DAY, end=START + 2 * DAY),)),
        )
    )
    found = [(item.source_id, item.warning, item.start, item.end) for item in lines]
    assert found == [
        ("a", "1", START, START + DAY),
        ("a", "1", START + 2 * DAY, None),
        ("b", "1", START, None),
        ("a", "2", START + DAY, START + 2 * DAY),
    ]
