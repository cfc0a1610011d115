"""Power-meter readings against the orders of a warning (督查核查): the file read, the meters judged."""

import csv
import io
from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from math import isfinite
from pathlib import Path

from planner.episode import OrderLine
from planner.errors import Finding, FindingsError, finding
from planner.execution import MeterFinding, MeterNormal, MeterReading, check_law, check_meters
from planner.service.console import read_text
from planner.service.desk import WarningView, latest_orders, lines_of_text
from planner.service.planner import Planner
from planner.terms import BEIJING, SourceKind

__all__ = ["check_readings", "read_readings"]

HEADERS = {"meter_id": ("电表编号",), "day": ("日期",), "kwh": ("用电量", "用电量kWh")}


def read_readings(path: Path) -> tuple[MeterReading, ...]:
    """The readings of a CSV file (UTF-8): meter_id, day (YYYY-MM-DD), kwh.

    Raises:
        FindingsError: where a column is missing, with every day and number that cannot be read.
    """
    table = csv.DictReader(io.StringIO(read_text(path).lstrip("\ufeff")))
    names = {_known(header): header for header in table.fieldnames or ()}
    missing = [name for name in HEADERS if name not in names]
    if missing:
        raise FindingsError(tuple(finding("warning.reading.header", value=name) for name in missing))
    rows = [{name: (row[names[name]] or "").strip() for name in HEADERS} for row in table]
    found = tuple(item for place, row in enumerate(rows, start=2) for item in _offences(row, place))
    if found:
        raise FindingsError(found)
    return tuple(
        MeterReading(meter_id=row["meter_id"], day=date.fromisoformat(row["day"]), kwh=float(row["kwh"]), row=place)
        for place, row in enumerate(rows, start=2)
    )


def check_readings(planner: Planner, view: WarningView, readings: tuple[MeterReading, ...]) -> tuple[MeterFinding, ...]:
    """What the meters of the city's list in use say on the days that were read.

    Orders hold from the day of their start on; what was read on other days is judged as without an order.
    """
    orders = {line.source_id: line for order in latest_orders(view.orders) for line in lines_of_text(order.text)}
    days = sorted({reading.day for reading in readings})
    frame = planner.current_list(view.warning.city).inventory.frame
    lines = frame[frame["source_kind"].isin([SourceKind.LINE, SourceKind.BOILER]) & (frame["meter_id"] != "")]
    rows = lines.to_dict("records")
    found: list[MeterFinding] = []
    for day in days:
        law = check_law(planner.rules(view.warning.city, day))
        normals = [_normal(row, orders.get(str(row["source_id"])), day) for row in rows]
        found += check_meters(normals, [item for item in readings if item.day == day], [day], law)
    return tuple(found)


def _normal(row: Mapping[Hashable, object], order: OrderLine | None, day: date) -> MeterNormal:
    holds = order is not None and _holds(order, day)
    kwh = row["electricity_kwh_per_day"]
    known = isinstance(kwh, float) and isfinite(kwh)
    return MeterNormal(
        meter_id=str(row["meter_id"]),
        source_id=str(row["source_id"]),
        enterprise_id=str(row["enterprise_id"]),
        enterprise_name=str(row["enterprise_name"]),
        county_code=str(row["county_code"]),
        kwh_per_day=float(str(kwh)) if known else None,
        kept_share=order.kept_share if order is not None and holds else 1.0,
        is_ordered=holds,
    )


def _holds(order: OrderLine, day: date) -> bool:
    """Whether the order holds all day: a day that it begins or ends on is judged as a whole day of neither."""
    begins = order.start.astimezone(BEIJING)
    first = begins.date() if begins.time().isoformat() == "00:00:00" else None
    started = day > begins.date() or day == first
    return started and (order.end is None or day < order.end.astimezone(BEIJING).date())


def _known(header: str) -> str:
    said = header.strip()
    return next((name for name, others in HEADERS.items() if said == name or said in others), said)


def _offences(row: dict[str, str], place: int) -> Iterator[Finding]:
    if not row["meter_id"]:
        yield finding("warning.reading.no_meter", row=place)
    try:
        date.fromisoformat(row["day"])
    except ValueError:
        yield finding("warning.reading.day", value=row["day"], row=place)
    plain = row["kwh"].replace(".", "", 1)
    if not (plain.isascii() and plain.isdigit()):
        yield finding("warning.reading.kwh", value=row["kwh"], row=place)
