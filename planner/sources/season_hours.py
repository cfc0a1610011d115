"""The winter's hours (秋冬季停产工时台账): a CSV file of how long lines have stood still, read into rows."""

from collections.abc import Iterator
from pathlib import Path

from planner.errors import Finding, Place, finding, has_errors
from planner.season import HoursLedger, HoursRow
from planner.sources.ledger_table import LINE_HEADERS, Headers, read_ledger_table
from planner.sources.lists_table import RawTable

__all__ = ["read_season_hours"]

HEADERS: Headers = {**LINE_HEADERS, "stopped_hours": ("停产小时", "累计停产小时"), "note": ("备注",)}
MOST_HOURS = 8784.0
"""Hours of a leap year: no winter has more."""


def read_season_hours(path: Path) -> tuple[HoursLedger | None, tuple[Finding, ...]]:
    """The rows of a ledger of hours.

    Args:
        path: CSV (UTF-8 or GB18030) with the columns source_id, or enterprise_id and line_id; stopped_hours (0 to 8784,
            hours of part load counted in part); note where wanted. Several rows of one line add up.

    Returns:
        The ledger, None where any finding is an error; the findings in the order of the file.
    """
    table, columns, digest, findings = read_ledger_table(path, HEADERS, ("stopped_hours",))
    if table is None:
        return None, findings
    rows, told = _rows(table, columns)
    findings = (*findings, *told)
    return (None if has_errors(findings) else HoursLedger(file=path.name, sha256=digest, rows=rows)), findings


def _rows(table: RawTable, columns: dict[str, int]) -> tuple[tuple[HoursRow, ...], tuple[Finding, ...]]:
    rows: list[HoursRow] = []
    findings: list[Finding] = []
    for number, record in zip(table.row.tolist(), table.frame.itertuples(index=False), strict=True):
        cells = {name: str(record[at]).strip() for name, at in columns.items()}
        place = Place(file=table.place.file, row=number, column="stopped_hours")
        offences = tuple(_offences(cells, place))
        findings += offences
        if not offences:
            rows.append(_row(cells, number))
    return tuple(rows), tuple(findings)


def _row(cells: dict[str, str], number: int) -> HoursRow:
    return HoursRow(
        row=number,
        source_id=cells.get("source_id", ""),
        enterprise_id=cells.get("enterprise_id", ""),
        line_id=cells.get("line_id", ""),
        stopped_hours=float(cells["stopped_hours"]),
    )


def _offences(cells: dict[str, str], place: Place) -> Iterator[Finding]:
    if not cells.get("source_id") and not (cells.get("enterprise_id") and cells.get("line_id")):
        yield finding("season.source.unnamed", where=Place(file=place.file, row=place.row))
    hours = cells["stopped_hours"]
    plain = hours.replace(".", "", 1)
    if not (plain.isascii() and plain.isdigit() and float(hours) <= MOST_HOURS):
        yield finding("season.hours.unreadable", where=place, value=hours, most=MOST_HOURS)
