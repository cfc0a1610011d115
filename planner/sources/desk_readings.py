"""Readings of meters (用电量) and of continuous emission monitors (在线监测) as the desk gets them."""

from pathlib import Path

from planner.errors import Finding, finding
from planner.execution import EmissionReading, MeterReading
from planner.sources.desk_table import DeskRow, amount_of, day_of, read_desk_table
from planner.sources.ledger_table import Headers
from planner.terms import Pollutant

__all__ = ["read_emissions", "read_meters"]

METER: Headers = {
    "meter_id": ("电表编号", "表号", "电力局总表编号", "计量点编号"),
    "day": ("日期", "用电日期", "date"),
    "kwh": ("用电量", "日用电量", "用电量kwh", "电量"),
}
CEMS: Headers = {
    "source_id": ("排放源编号", "监测点编号"),
    "day": ("日期", "监测日期", "date"),
    "pollutant": ("污染物", "因子"),
    "kilograms": ("排放量", "日排放量", "排放量kg", "kg"),
}
POLLUTANT_WORDS = {
    "二氧化硫": Pollutant.SO2,
    "氮氧化物": Pollutant.NOX,
    "颗粒物": Pollutant.PM,
    "烟尘": Pollutant.PM,
    "挥发性有机物": Pollutant.VOCS,
    "非甲烷总烃": Pollutant.VOCS,
}


def read_meters(path: Path) -> tuple[tuple[MeterReading, ...], tuple[Finding, ...]]:
    """The electricity of meters by day, kWh, and everything that is wrong with the file.

    Args:
        path: a table with the columns meter_id, day and kwh, or their Chinese names.
    """
    return read_desk_table(path, METER, (("meter_id",), ("day",), ("kwh",)), _meter)


def read_emissions(path: Path) -> tuple[tuple[EmissionReading, ...], tuple[Finding, ...]]:
    """The kilograms of sources by day and pollutant, and everything that is wrong with the file.

    Args:
        path: a table with the columns source_id, day, pollutant and kilograms, or their Chinese names.
    """
    return read_desk_table(path, CEMS, (("source_id",), ("day",), ("pollutant",), ("kilograms",)), _emission)


def _meter(row: DeskRow) -> tuple[MeterReading | None, tuple[Finding, ...]]:
    day, kwh = day_of(row.cell("day")), amount_of(row.cell("kwh"))
    told = [] if row.cell("meter_id") else [finding("warning.reading.no_meter", where=row.at("meter_id"))]
    if day is None:
        told.append(finding("warning.reading.day", where=row.at("day"), value=row.cell("day")))
    if kwh is None:
        told.append(finding("warning.reading.kwh", where=row.at("kwh"), value=row.cell("kwh")))
    if told or day is None or kwh is None:
        return None, tuple(told)
    return MeterReading(meter_id=row.cell("meter_id"), day=day, kwh=kwh, row=row.place.row), ()


def _emission(row: DeskRow) -> tuple[EmissionReading | None, tuple[Finding, ...]]:
    day, kilograms = day_of(row.cell("day")), amount_of(row.cell("kilograms"))
    pollutant = _pollutant(row.cell("pollutant"))
    told = [] if row.cell("source_id") else [finding("warning.reading.no_source", where=row.at("source_id"))]
    if day is None:
        told.append(finding("warning.reading.day", where=row.at("day"), value=row.cell("day")))
    if pollutant is None:
        told.append(finding("warning.reading.pollutant", where=row.at("pollutant"), value=row.cell("pollutant")))
    if kilograms is None:
        told.append(finding("warning.reading.kilograms", where=row.at("kilograms"), value=row.cell("kilograms")))
    if told or day is None or pollutant is None or kilograms is None:
        return None, tuple(told)
    return (
        EmissionReading(
            source_id=row.cell("source_id"), day=day, pollutant=pollutant, kilograms=kilograms, row=row.place.row
        ),
        (),
    )


def _pollutant(text: str) -> Pollutant | None:
    plain = text.casefold()
    if plain in list(Pollutant):
        return Pollutant(plain)
    return POLLUTANT_WORDS.get(text)
