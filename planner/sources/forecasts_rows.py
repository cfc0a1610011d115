"""The cells of a forecast: each read or told, all of them at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from planner.alert import CAUSES
from planner.errors import Finding, Place, Severity, finding
from planner.sources.forecasts_table import BLANKS, ForecastTable
from planner.terms import BEIJING

__all__ = ["ForecastRow", "read_rows"]

NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
LONGEST_NUMBER = 30
MISSING = float("nan")
HIGHEST = {"aqi": 500.0, "co": 150.0}
"""Values above which a unit is doubted: the index ends there, and so does every table of CO in mg/m³."""

IMPOSSIBLE = 100_000.0
"""No column of a forecast comes near it, in whatever unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRow:
    """A row that could be read: `values` in the order of the table's quantities, NaN where a cell is empty."""

    number: int
    time: datetime
    member: str
    cause: str
    values: tuple[float, ...]


def read_rows(table: ForecastTable) -> tuple[tuple[ForecastRow, ...], tuple[Finding, ...]]:
    """The rows whose time can be read, and every cell that cannot."""
    found: list[Finding] = []
    rows: list[ForecastRow] = []
    for number, cells in table.rows:
        named = {name: cell.strip(BLANKS) for name, cell in zip(table.columns, cells, strict=True)}
        row = _read_row(table, number, named, found)
        if row is not None:
            rows.append(row)
    return tuple(rows), (*found, *_doubtful(table, rows))


def _read_row(table: ForecastTable, number: int, cells: dict[str, str], found: list[Finding]) -> ForecastRow | None:
    place = Place(file=table.place.file, row=number)
    values = tuple(_read_number(cells[name], _at(place, name), found) for name in table.quantities)
    cause = cells.get("cause", "").casefold()
    if cause and cause not in CAUSES:
        found.append(finding("forecast.cell.cause", where=_at(place, "cause"), value=cause, known=", ".join(CAUSES)))
        cause = ""
    time = _read_time(cells["time"], _at(place, "time"), found) if "time" in cells else None
    if time is None:
        return None
    return ForecastRow(number=number, time=time, member=cells.get("member", ""), cause=cause, values=values)


def _at(place: Place, column: str) -> Place:
    return Place(file=place.file, row=place.row, column=column)


def _read_number(cell: str, where: Place, found: list[Finding]) -> float:
    """The number of a cell, NaN where it is empty or told."""
    if not cell:
        return MISSING
    if NUMBER.fullmatch(cell) is None or len(cell) > LONGEST_NUMBER:
        found.append(finding("forecast.cell.not_a_number", where=where, value=cell[:80]))
        return MISSING
    number = float(cell)
    if number < 0:
        found.append(finding("forecast.cell.negative", where=where, value=cell))
        return MISSING
    if number > IMPOSSIBLE:
        found.append(finding("forecast.cell.impossible", where=where, value=cell, most=f"{IMPOSSIBLE:.0f}"))
        return MISSING
    return number


def _read_time(cell: str, where: Place, found: list[Finding]) -> datetime | None:
    """The moment in Beijing time; it must carry its offset and begin an hour."""
    try:
        time = datetime.fromisoformat(cell)
    except ValueError:
        found.append(finding("forecast.time.unreadable", where=where, value=cell[:80]))
        return None
    if time.tzinfo is None:
        found.append(finding("forecast.time.no_offset", where=where, value=cell))
        return None
    try:
        local = time.astimezone(BEIJING)
    except OverflowError:
        found.append(finding("forecast.time.unreadable", where=where, value=cell[:80]))
        return None
    if (local.minute, local.second, local.microsecond) != (0, 0, 0):
        found.append(finding("forecast.time.within_hour", where=where, value=cell))
        return None
    return local


def _doubtful(table: ForecastTable, rows: list[ForecastRow]) -> Iterator[Finding]:
    """Columns with values that no table of the standards reaches, told once a column."""
    for at, name in enumerate(table.quantities):
        above = [row for row in rows if name in HIGHEST and row.values[at] > HIGHEST[name]]
        if above:
            where = Place(file=table.place.file, row=above[0].number, column=name)
            value = f"{above[0].values[at]:g}"
            code = "forecast.cell.above_cap" if name == "aqi" else "forecast.cell.unit"
            yield finding(code, Severity.WARNING, where, value=value, count=len(above), most=f"{HIGHEST[name]:g}")
