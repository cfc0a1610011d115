"""Readings against the orders of the demo city: the file, the days on which an order holds, and what is told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.episode import ActKind
from planner.execution import MeterReading, MeterState
from planner.service import Planner, PlanRequest
from planner.service.desk import WarningView, lines_of_text
from planner.service.desk_meters import check_readings
from planner.terms import Level, Mode
from tests.service.desk.made import ask, led_to_signature, terms


@pytest.fixture(scope="module")
def issued(shipped: Planner) -> WarningView:
    """A yellow warning of the demo city as filed, in force."""
    on = date(2026, 11, 23)
    outcome = shipped.plan(PlanRequest(city="changzhi", level=Level.YELLOW, mode=Mode.FILED, on=on))
    assert outcome.plan_id is not None
    desk = shipped.desk("changzhi")
    number = led_to_signature(desk, outcome.plan_id, terms(Level.YELLOW))
    assert ask(desk, ActKind.ISSUE, number).is_done
    return desk.view(number)


def test_who_stands_on_paper_only_is_told_from_the_first_whole_day(shipped: Planner, issued: WarningView) -> None:
    halted = next(line for order in issued.orders for line in lines_of_text(order.text) if line.kept_share == 0.0)
    frame = shipped.current_list("changzhi").inventory.frame.set_index("source_id")
    meter, normal = frame.loc[halted.source_id, ["meter_id", "electricity_kwh_per_day"]]
    first = halted.start.date()
    days = [first, first + timedelta(days=1)]
    readings = tuple(MeterReading(meter_id=meter, day=day, kwh=float(normal)) for day in days)
    found = {item.day: item.state for item in check_readings(shipped, issued, readings) if item.meter_id == meter}
    assert found[days[1]] is MeterState.TOO_MUCH
    assert found[first] is (MeterState.TOO_MUCH if halted.start.hour == 0 else MeterState.KEPT)
    kept = (replace(readings[1], kwh=0.2 * float(normal)),)
    states = {item.state for item in check_readings(shipped, issued, kept) if item.meter_id == meter}
    assert states == {MeterState.KEPT}
