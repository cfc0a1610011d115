"""A winter replayed: what stands each day, what was due, and where both differ."""

from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from planner.alert import Forecast
from planner.rules import WarningInForce, in_force, warning_in_force
from planner.scenario import RehearsedDay, Stretch, rehearse_air, stretches_of
from planner.sources import read_rulebook
from planner.terms import BEIJING, Level

FIRST = date(2026, 12, 1)
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def law() -> WarningInForce:
    rulebook, findings = read_rulebook(ROOT / "rules")
    assert rulebook is not None, findings
    found = warning_in_force(rulebook, in_force(rulebook, FIRST, "changzhi"))
    assert found is not None
    return found


def winter(*aqi: float) -> Forecast:
    """Daily means of the index from the first day on."""
    values = np.array(aqi, dtype=float)[None, None, :]
    start = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=BEIJING)
    return Forecast(
        start=start, step_hours=24, quantities=("aqi",), values=values, causes=np.zeros((1, len(aqi)), dtype=np.int8)
    )


def rehearsed(law: WarningInForce, horizon: int, *aqi: float, measured: Forecast | None = None) -> list[RehearsedDay]:
    air = winter(*aqi)
    span = (FIRST, FIRST + timedelta(days=len(aqi) - 1))
    return list(rehearse_air(air, measured or air, law, horizon, span))


def test_clean_air_calls_no_warning(law: WarningInForce) -> None:
    days = rehearsed(law, 5, 60, 70, 80, 60)
    assert [(day.level, day.due, day.is_known) for day in days] == [(None, None, True)] * 4


def test_a_run_keeps_the_level_that_its_beginning_called(law: WarningInForce) -> None:
    days = rehearsed(law, 5, 60, 250, 250, 250, 60, 60, 60, 60)
    assert len({day.level for day in days if day.level}) == 1
    assert [day.level is not None for day in days] == [False, True, True, True, False, False, False, False]
    assert not any(day.is_missed or day.is_needless for day in days)


def test_who_looks_a_day_ahead_sees_a_long_run_too_late(law: WarningInForce) -> None:
    near = rehearsed(law, 1, 60, 250, 250, 250, 60, 60, 60)
    far = rehearsed(law, 7, 60, 250, 250, 250, 60, 60, 60)
    assert sum(day.is_missed for day in near) > sum(day.is_missed for day in far) == 0


def test_a_forecast_that_does_not_come_true_calls_needlessly(law: WarningInForce) -> None:
    aqi = (60, 250, 250, 250, 60, 60, 60)
    days = rehearsed(law, 5, *aqi, measured=winter(*[60.0] * len(aqi)))
    assert [day.is_needless for day in days] == [False, True, True, True, False, False, False]


def test_days_without_data_are_known_as_such(law: WarningInForce) -> None:
    days = rehearsed(law, 2, 60, 60, np.nan, np.nan, np.nan, np.nan, 60)
    assert [day.is_known for day in days] == [True, True, False, False, False, True, True]


def test_days_with_one_level_are_one_stretch() -> None:
    levels = (None, Level.RED, Level.RED, None, Level.YELLOW, Level.RED)
    days = tuple(
        RehearsedDay(day=FIRST + timedelta(days=at), level=level, due=None, is_known=True)
        for at, level in enumerate(levels)
    )
    assert [(item.level, item.days) for item in stretches_of(days)] == [
        (Level.RED, 2),
        (Level.YELLOW, 1),
        (Level.RED, 1),
    ]
    assert isinstance(stretches_of(days)[0], Stretch)
