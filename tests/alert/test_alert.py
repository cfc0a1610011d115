"""The warning that a plan answers: defaults, and what its end says of its days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from planner.alert import Alert, make_alert
from planner.errors import FindingsError
from planner.terms import BEIJING, Level

ON = date(2026, 11, 23)
START = datetime(2026, 11, 24, tzinfo=BEIJING)


def made(
    start: datetime | None = None, end: datetime | None = None, days: int | None = None, level: Level = Level.ORANGE
) -> Alert:
    return make_alert(level, ON, start, end, days)


def refusal(**arguments: object) -> tuple[str, dict[str, str]]:
    with pytest.raises(FindingsError) as caught:
        made(**arguments)  # type: ignore[arg-type]
    (found,) = caught.value.findings
    return found.code, dict(found.values)


@pytest.mark.parametrize("level", list(Level))
def test_by_default_it_begins_at_midnight_of_the_next_day_and_lasts_three(level: Level) -> None:
    assert made(level=level) == Alert(level=level, on=ON, start=START, end=None, duration_days=3)


def test_the_default_start_is_midnight_in_china() -> None:
    assert made().start.isoformat() == "2026-11-24T00:00:00+08:00"


def test_the_last_day_of_a_year_begins_in_the_next() -> None:
    assert make_alert(Level.RED, date(2026, 12, 31), None, None, None).start.date() == date(2027, 1, 1)


def test_a_start_is_taken_as_given() -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=BEIJING)
    assert made(start=noon).start == noon


def test_days_are_taken_as_given() -> None:
    assert made(days=7).duration_days == 7


@pytest.mark.parametrize(
    ("hours", "days"), [(1, 1), (24, 1), (25, 2), (48, 2), (71.5, 3), (72, 3), (72.001, 4), (240, 10)]
)
def test_an_end_gives_its_days_begun_ones_in_full(hours: float, days: int) -> None:
    assert made(end=START + timedelta(hours=hours)).duration_days == days


def test_days_that_agree_with_the_end_are_welcome() -> None:
    assert made(end=START + timedelta(days=2), days=2).duration_days == 2


def test_an_end_in_another_zone_is_the_same_moment() -> None:
    assert made(end=datetime(2026, 11, 25, 16, tzinfo=UTC)).duration_days == 2


def test_days_that_disagree_with_the_end_are_refused_with_both_numbers() -> None:
    code, values = refusal(end=START + timedelta(days=2), days=3)
    assert (code, values) == ("alert.days_disagree_with_end", {"days": "2", "value": "3"})


@pytest.mark.parametrize("hours", [0, -1, -48])
def test_an_end_that_is_not_after_the_start_is_refused(hours: int) -> None:
    end = START + timedelta(hours=hours)
    assert refusal(end=end) == ("alert.end_before_start", {"start": START.isoformat(), "value": end.isoformat()})


@pytest.mark.parametrize("days", [0, -3])
def test_less_than_a_day_is_refused(days: int) -> None:
    assert refusal(days=days) == ("alert.days_below_one", {"value": str(days)})
