"""A plain xlsx workbook as tables: every visible sheet that carries the columns of a list."""

from itertools import islice

import numpy as np
import pyarrow as pa

from planner.errors import Finding, Place, Severity, finding
from planner.inventory import FieldDictionary, name_columns
from planner.sources.apart import ApartSheet, Task, read_apart
from planner.sources.lists_table import HEADER_ROW, MOST_COLUMNS, MOST_ROWS, RawTable, text_frame
from planner.sources.lists_workbook_guard import sheet_findings

__all__ = ["read_workbook_tables"]

_FEWEST_HEADERS = 3
"""A sheet that names fewer columns of the dictionary in its first row is a note to readers, not a part of the list."""

_MOST_TOLD = 5000


def read_workbook_tables(
    raw: bytes, file: str, dictionary: FieldDictionary
) -> tuple[tuple[RawTable, ...], tuple[Finding, ...]]:
    """The tables of a workbook in the order of its sheets; formulas count as the value that was saved with them.

    Args:
        raw: the bytes of the file.
        file: its name, for findings.
        dictionary: the columns that a sheet of the list names.
    """
    sheets, refused = read_apart(raw, Task.TABLES, file)
    if refused:
        return (), refused
    tables: list[RawTable] = []
    findings: list[Finding] = []
    for sheet in sheets:
        at = Place(file=file, sheet=sheet.title, row=HEADER_ROW)
        if sheet.is_hidden:
            findings.append(finding("list.sheet.hidden", Severity.NOTE, at))
            continue
        table = _read_sheet(sheet, at, dictionary)
        if table is None:
            findings.append(finding("list.sheet.no_list", Severity.NOTE, at))
            continue
        tables.append(table)
        findings += sheet_findings(sheet, at, table.headers)
    if not tables:
        names = ", ".join(sheet.title for sheet in sheets)
        findings.append(finding("list.workbook.no_list", where=Place(file=file), sheets=names))
    return tuple(tables), tuple(findings)


def _read_sheet(sheet: ApartSheet, place: Place, dictionary: FieldDictionary) -> RawTable | None:
    """The sheet's table, None where its first row does not name the columns of a list."""
    records = iter(sheet.rows)
    headers = _trimmed(next(records, [])[:MOST_COLUMNS])
    if sum(bool(name) for name in name_columns(headers, dictionary)) < _FEWEST_HEADERS:
        return None
    kept: list[int] = []
    rows: list[list[str]] = []
    findings: list[Finding] = []
    empty: list[int] = []
    for number, record in enumerate(islice(records, MOST_ROWS + 1), start=HEADER_ROW + 1):
        cells = _trimmed(record[:MOST_COLUMNS])
        if not cells:
            empty.append(number)
            continue
        if len(cells) > len(headers):
            findings.append(_too_wide(place, number, cells, len(headers)))
            continue
        kept.append(number)
        rows.append(cells + [""] * (len(headers) - len(cells)))
    findings += [finding("list.row.empty", where=_row(place, at)) for at in empty if kept and at < kept[-1]]
    if len(kept) + len(empty) > MOST_ROWS:
        findings.append(finding("list.file.too_many_rows", where=place, most=MOST_ROWS))
    return RawTable(
        place=place,
        headers=tuple(headers),
        frame=text_frame(_columns(rows, len(headers))),
        row=np.array(kept, dtype=np.int64),
        findings=tuple(findings[:_MOST_TOLD]),
    )


def _columns(rows: list[list[str]], width: int) -> list[pa.ChunkedArray]:
    cells = list(zip(*rows, strict=True)) or [()] * width
    return [pa.chunked_array([pa.array(column, type=pa.large_string())]) for column in cells]


def _trimmed(cells: list[str]) -> list[str]:
    """The cells without the empty ones at the end."""
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _row(place: Place, number: int) -> Place:
    return Place(file=place.file, sheet=place.sheet, row=number)


def _too_wide(place: Place, number: int, cells: list[str], width: int) -> Finding:
    beyond = ", ".join(cell for cell in cells[width:] if cell)
    return finding("list.row.longer", where=_row(place, number), value=beyond[:80], cells=len(cells), headers=width)
