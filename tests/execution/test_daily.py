"""CEMS, visits and the daily report; achieved kilograms."""

from datetime import date, datetime, timedelta

import pytest

from planner.execution import (
    CheckLaw,
    EmissionNormal,
    EmissionReading,
    LineHeld,
    MeterFinding,
    MeterState,
    SiteCheck,
    VisitOutcome,
    check_emissions,
    count_by_county,
    evaluate_lines,
)
from planner.terms import BEIJING, Pollutant

LAW = CheckLaw(stop_fall_share=0.75, rise_tolerance=0.1, emission_tolerance=0.1)
DAY = date(2026, 12, 6)
START = datetime(2026, 12, 6, tzinfo=BEIJING)


def emission(kilograms: float, *, kept: float = 0.5, is_ordered: bool = True) -> MeterState:
    source = EmissionNormal(
        source_id="s",
        enterprise_id="A",
        enterprise_name="甲",
        county_code="1",
        pollutant=Pollutant.NOX,
        kg_per_day=100.0,
        kept_share=kept,
        is_ordered=is_ordered,
    )
    reading = EmissionReading(source_id="s", day=DAY, pollutant=Pollutant.NOX, kilograms=kilograms)
    return check_emissions([source], [reading], LAW)[0].state


def meter(kwh: float) -> MeterFinding:
    return MeterFinding(
        meter_id="m",
        day=DAY,
        enterprise_id="A",
        enterprise_name="甲",
        county_code="1",
        sources=("s",),
        state=MeterState.KEPT if kwh <= 250.0 else MeterState.TOO_MUCH,
        normal_kwh=1000.0,
        allowed_kwh=250.0,
        kwh=kwh,
        fall_share=1.0 - kwh / 1000.0,
    )


def visit(outcome: VisitOutcome, hour: int = 9, line: str = "") -> SiteCheck:
    at = START + timedelta(hours=hour)
    return SiteCheck(owner="A", source_id=line, at=at, inspector="丁", outcome=outcome)


def held(days: float = 2.0) -> LineHeld:
    return LineHeld(
        source_id="s",
        owner="A",
        county="1",
        industry="cement",
        start=START,
        end=START + timedelta(days=days),
        kept_share=0.0,
        kg_per_day=(100.0, 200.0, 50.0, 20.0),
        cost_yuan_per_day=1000.0,
    )


@pytest.mark.parametrize(
    ("kilograms", "is_ordered", "expected"),
    [
        (60.0, True, MeterState.KEPT),
        (60.1, True, MeterState.TOO_MUCH),
        (110.0, False, MeterState.KEPT),
        (110.1, False, MeterState.ROSE),
    ],
)
def test_a_cems_leaves_the_kept_share_and_the_swing_of_a_day(
    kilograms: float, is_ordered: bool, expected: MeterState
) -> None:
    assert emission(kilograms, is_ordered=is_ordered) is expected


def test_the_last_visit_of_a_line_counts_and_a_firm_is_as_its_worst_line() -> None:
    mended = [visit(VisitOutcome.NOT_STOPPED, 9), visit(VisitOutcome.AS_ORDERED, 15)]
    assert count_by_county({"A": "1"}, {}, [], mended)[0].broken == 0
    (count,) = count_by_county({"A": "1"}, {}, [], [*mended, visit(VisitOutcome.PARTLY, 10, "s2")])
    assert (count.checked, count.broken) == (1, 1)


def test_who_was_not_let_in_has_checked_nobody() -> None:
    (count,) = count_by_county({"A": "1"}, {"A": "delivered"}, [], [visit(VisitOutcome.NO_ENTRY)])
    assert (count.checked, count.no_entry, count.delivered, count.acknowledged) == (0, 1, 1, 0)


@pytest.mark.parametrize(("kwh", "share"), [(0.0, 1.0), (250.0, 1.0), (625.0, 0.5), (1200.0, 0.0)])
def test_achieved_is_the_share_of_the_fall_asked_for(kwh: float, share: float) -> None:
    total = evaluate_lines(((1, 48.0),), [held()], ([meter(kwh)], [], [])).total
    assert total.kilograms == (200.0, 400.0, 100.0, 40.0)
    assert total.checked == (100.0, 200.0, 50.0, 20.0)
    assert total.achieved == pytest.approx([share * kilograms for kilograms in total.checked])


def test_a_visit_speaks_where_no_meter_does_and_in_part_says_no_number() -> None:
    total = evaluate_lines((), [held()], ([], [], [visit(VisitOutcome.NOT_STOPPED)])).total
    assert (total.checked[0], total.achieved[0]) == (100.0, 0.0)
    assert evaluate_lines((), [held()], ([], [], [visit(VisitOutcome.PARTLY)])).total.checked == (0.0,) * 4
    assert (
        evaluate_lines((), [held()], ([meter(0.0)], [], [visit(VisitOutcome.NOT_STOPPED)])).total.achieved[0] == 100.0
    )


def test_a_part_of_a_day_counts_in_part() -> None:
    found = evaluate_lines((), [held(0.25)], ([], [], []))
    assert found.total.kilograms[0] == pytest.approx(25.0)
    assert found.line_hours == (("s", 6.0),)
