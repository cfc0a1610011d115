"""A forecast file as a table of text: its header in our names, its rows with their numbers."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from planner.alert import QUANTITIES
from planner.errors import Finding, Place, finding
from planner.sources.lists_encoding import decode_list
from planner.sources.lists_kind import FileKind, file_kind

__all__ = ["BLANKS", "MOST_FORECAST_ROWS", "ForecastTable", "read_table"]

MOST_FORECAST_ROWS = 100_000
"""Rows of the longest forecast: ten days by the hour of four hundred members."""

BLANKS = " \t\r\n\u00a0\u3000\ufeff"
HEADER_ROW = 1
SPELLINGS = {
    "pm2.5": "pm25",
    "pm2_5": "pm25",
    "o3-8h": "o3_8h",
    "o38h": "o3_8h",
    "o3_8": "o3_8h",
    "时间": "time",
    "成员": "member",
    "成因": "cause",
}
"""Other spellings of the columns, after small letters."""

COLUMNS = ("time", *QUANTITIES, "member", "cause")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastTable:
    """The header and the rows of a forecast.

    Attributes:
        place: the file, at the row of the header.
        columns: our names from left to right.
        quantities: the columns with numbers, from left to right, each once.
        rows: (number in the file, cells) as wide as the header.
    """

    place: Place
    columns: tuple[str, ...]
    quantities: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(raw: bytes, file: str) -> tuple[ForecastTable | None, tuple[Finding, ...]]:
    """The table of the bytes; None where its header lets no row be read. Findings in the order of the file."""
    place = Place(file=file, row=HEADER_ROW)
    if file_kind(raw) is not FileKind.TEXT:
        return None, (finding("forecast.file.not_csv", where=Place(file=file)),)
    text, broken = decode_list(raw, file)
    if text is None:
        return None, tuple(finding("forecast.file.encoding", where=item.where, value=item.value) for item in broken)
    records = _records(text)
    _, header = next(records, (HEADER_ROW, ()))
    columns = tuple(_named(item) for item in header)
    findings = [*_bad_header(header, columns, place)]
    if not set(columns) & set(COLUMNS):
        return None, tuple(findings)
    rows, found = _fitting(records, len(columns), place)
    if not rows and not found:
        found.append(finding("forecast.file.no_rows", where=place))
    quantities = tuple(dict.fromkeys(item for item in columns if item in QUANTITIES))
    table = ForecastTable(place=place, columns=columns, quantities=quantities, rows=tuple(rows))
    return table, (*findings, *found)


def _named(header: str) -> str:
    spelled = header.strip(BLANKS).casefold()
    return SPELLINGS.get(spelled, spelled)


def _bad_header(header: tuple[str, ...], columns: tuple[str, ...], place: Place) -> Iterator[Finding]:
    for spelled, name in zip(header, columns, strict=True):
        if name not in COLUMNS:
            where = Place(file=place.file, row=place.row, column=spelled.strip(BLANKS))
            yield finding("forecast.header.unknown", where=where, value=spelled.strip(BLANKS)[:80])
    for name in sorted({item for item in columns if item in COLUMNS and columns.count(item) > 1}):
        yield finding("forecast.header.twice", where=place, value=name)
    if "time" not in columns:
        yield finding("forecast.header.no_time", where=place, value=", ".join(header)[:80])
    if not set(columns) & set(QUANTITIES):
        yield finding("forecast.header.no_quantity", where=place, value=", ".join(header)[:80])


def _records(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(line, cells) of each record; a record whose quotes cannot be read has no cells."""
    reader = csv.reader(StringIO(text.rstrip("\r\n"), newline=""), strict=True)
    while True:
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield reader.line_num, ()
            continue
        yield reader.line_num, tuple(record)


def _fitting(
    records: Iterator[tuple[int, tuple[str, ...]]], width: int, place: Place
) -> tuple[list[tuple[int, tuple[str, ...]]], list[Finding]]:
    """The rows as wide as the header; each other one is a finding."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    found: list[Finding] = []
    for number, cells in records:
        if len(rows) == MOST_FORECAST_ROWS:
            found.append(finding("forecast.file.too_many_rows", where=place, most=MOST_FORECAST_ROWS))
            break
        if len(cells) == width and any(item.strip(BLANKS) for item in cells):
            rows.append((number, cells))
        else:
            where = Place(file=place.file, row=number)
            found.append(finding("forecast.row.width", where=where, value=len(cells), headers=width))
    return rows, found
