"""The ledger of an off-peak plan (错峰生产清单): a CSV file read into rows, or all that keeps it from being one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from planner.errors import Finding, Place, finding, has_errors
from planner.season import LedgerRow, OffPeakLedger
from planner.sources.ledger_table import LINE_HEADERS, Headers, read_ledger_table
from planner.sources.lists_table import RawTable

__all__ = ["read_off_peak"]

HEADERS: Headers = {
    **LINE_HEADERS,
    "from": ("起始日期", "开始日期"),
    "until": ("截止日期", "结束日期"),
    "kept_share": ("保留负荷",),
    "document": ("依据文件",),
    "note": ("备注",),
}
"""Columns of the ledger and the Chinese headers that are read as the same."""
NEEDED = ("from", "until", "kept_share", "document")
Cells = dict[str, str]


def read_off_peak(path: Path) -> tuple[OffPeakLedger | None, tuple[Finding, ...]]:
    """The rows of a ledger.

    Args:
        path: CSV (UTF-8 or GB18030) with the columns source_id, or enterprise_id and line_id; from, until (days as
            YYYY-MM-DD, both included), kept_share (0 to below 1), document, and note where wanted.

    Returns:
        The ledger, None where any finding is an error; the findings in the order of the file.
    """
    table, columns, digest, findings = read_ledger_table(path, HEADERS, NEEDED)
    if table is None:
        return None, findings
    rows, told = _rows(table, columns)
    findings = (*findings, *told)
    ledger = OffPeakLedger(file=path.name, sha256=digest, rows=rows)
    return (None if has_errors(findings) else ledger), findings


def _rows(table: RawTable, columns: dict[str, int]) -> tuple[tuple[LedgerRow, ...], tuple[Finding, ...]]:
    rows: list[LedgerRow] = []
    findings: list[Finding] = []
    if not len(table.frame) and not table.findings:
        findings.append(finding("season.ledger.empty", where=table.place))
    for number, record in zip(table.row.tolist(), table.frame.itertuples(index=False), strict=True):
        cells = {name: str(record[at]).strip() for name, at in columns.items()}
        place = Place(file=table.place.file, row=number)
        offences = tuple(_offences(cells, place))
        findings += offences
        if not offences:
            rows.append(_row(cells, number))
    return tuple(rows), tuple(findings)


def _row(cells: Cells, number: int) -> LedgerRow:
    return LedgerRow(
        row=number,
        source_id=cells.get("source_id", ""),
        enterprise_id=cells.get("enterprise_id", ""),
        line_id=cells.get("line_id", ""),
        first_day=date.fromisoformat(cells["from"]),
        last_day=date.fromisoformat(cells["until"]),
        kept_share=float(cells["kept_share"]),
        document=cells["document"],
        note=cells.get("note", ""),
    )


def _offences(cells: Cells, place: Place) -> Iterator[Finding]:
    if not cells.get("source_id") and not (cells.get("enterprise_id") and cells.get("line_id")):
        yield finding("season.source.unnamed", where=place)
    days = {name: _day(cells[name]) for name in ("from", "until")}
    for name, day in days.items():
        if day is None:
            yield finding("season.day.unreadable", where=_cell(place, name), value=cells[name])
    first, last = days.values()
    if first is not None and last is not None and last < first:
        yield finding("season.day.order", where=_cell(place, "until"), value=cells["until"], first=cells["from"])
    if not _is_share(cells["kept_share"]):
        yield finding("season.share.unreadable", where=_cell(place, "kept_share"), value=cells["kept_share"])
    if not cells["document"]:
        yield finding("season.document.missing", where=_cell(place, "document"))


def _cell(place: Place, column: str) -> Place:
    return Place(file=place.file, row=place.row, column=column)


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def _is_share(text: str) -> bool:
    """A plain decimal from 0 to below 1: a line that keeps all its activity does not rest."""
    if not text.replace(".", "", 1).isascii() or not text.replace(".", "", 1).isdigit():
        return False
    return 0.0 <= float(text) < 1.0
