"""Meter against order, by numbers that can be checked by hand."""

from datetime import UTC, date, datetime

import pytest

from planner.execution import (
    MeterNormal,
    MeterReading,
    MeterState,
    SiteCheck,
    VisitOutcome,
    allowed_kwh,
    check_law,
    check_meters,
    count_by_county,
)
from tests.tiny import rules_in_force

DAY = date(2026, 12, 6)
LAW = check_law(rules_in_force())


def line(
    kept: float, *, meter: str = "m", kwh: float | None = 1000.0, source: str = "a", firm: str = "A"
) -> MeterNormal:
    return MeterNormal(
        meter_id=meter,
        source_id=source,
        enterprise_id=firm,
        enterprise_name=f"虚构{firm}",
        county_code="140403",
        kwh_per_day=kwh,
        kept_share=kept,
        is_ordered=kept < 1.0,
    )


def state(lines: list[MeterNormal], kwh: float | None) -> MeterState:
    readings = [] if kwh is None else [MeterReading(meter_id="m", day=DAY, kwh=kwh)]
    return check_meters(lines, readings, [DAY], LAW)[0].state


@pytest.mark.parametrize(("kept", "allowed"), [(0.0, 250.0), (0.5, 625.0), (0.8, 850.0), (1.0, 1000.0)])
def test_a_halt_falls_by_three_quarters_and_a_limit_in_proportion(kept: float, allowed: float) -> None:
    assert allowed_kwh(line(kept), LAW) == pytest.approx(allowed)


@pytest.mark.parametrize(
    ("kept", "kwh", "expected"),
    [
        (0.0, 250.0, MeterState.KEPT),
        (0.0, 251.0, MeterState.TOO_MUCH),
        (0.5, 625.0, MeterState.KEPT),
        (0.5, 626.0, MeterState.TOO_MUCH),
        (1.0, 1100.0, MeterState.KEPT),
        (1.0, 1101.0, MeterState.ROSE),
        (0.0, None, MeterState.NO_READING),
    ],
)
def test_what_a_reading_says(kept: float, kwh: float | None, expected: MeterState) -> None:
    assert state([line(kept)], kwh) is expected


def test_lines_behind_one_meter_are_judged_together() -> None:
    lines = [line(0.0), line(1.0, source="b", kwh=3000.0)]
    assert state(lines, 3250.0) is MeterState.KEPT
    assert state(lines, 3251.0) is MeterState.TOO_MUCH


def test_without_a_normal_use_nothing_is_judged() -> None:
    assert state([line(0.0, kwh=None)], 900.0) is MeterState.NO_NORMAL


def test_a_firm_without_order_and_reading_is_not_told_of() -> None:
    assert check_meters([line(1.0)], [], [DAY], LAW) == ()


def test_readings_of_one_day_add_up_and_the_fall_is_told() -> None:
    readings = [MeterReading(meter_id="m", day=DAY, kwh=100.0), MeterReading(meter_id="m", day=DAY, kwh=50.0)]
    found = check_meters([line(0.0)], readings, [DAY], LAW)[0]
    assert (found.kwh, found.fall_share) == (150.0, pytest.approx(0.85))


def test_the_counts_of_a_county() -> None:
    lines = [line(0.0, meter="1", firm="A"), line(0.0, meter="2", firm="B", source="b")]
    readings = [MeterReading(meter_id="1", day=DAY, kwh=900.0), MeterReading(meter_id="2", day=DAY, kwh=10.0)]
    seen = datetime(2026, 12, 6, 9, tzinfo=UTC)
    visits = [SiteCheck(owner="C", at=seen, inspector="丁", outcome=VisitOutcome.AS_ORDERED)]
    meters = check_meters(lines, readings, [DAY], LAW)
    ordered = {"A": "140403", "B": "140403", "C": "140403", "D": "140404"}
    one, two = count_by_county(ordered, {"A": "acknowledged", "B": "contested"}, meters, visits)
    assert (one.ordered, one.acknowledged, one.contested, one.checked, one.broken) == (3, 1, 1, 3, 1)
    assert (two.county_code, two.ordered, two.checked) == ("140404", 1, 0)
