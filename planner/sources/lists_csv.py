"""A CSV list as a table: every row as wide as its header, every quote closed."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow_csv

from planner.errors import Finding, Place, finding
from planner.sources.lists_table import HEADER_ROW, MOST_COLUMNS, MOST_ROWS, RawTable, text_frame

__all__ = ["read_csv_table"]

_CHUNK_ROWS = 2000
_MOST_TOLD = 5000
_BLOCK_BYTES = 4 * 1024 * 1024
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
"""A line with its end: a text of hundreds of megabytes is cut where it is read, not copied as a whole."""
_OTHER_SEPARATORS = (";", "\t", "，", "；", "|")


def read_csv_table(text: str, file: str) -> tuple[RawTable | None, tuple[Finding, ...]]:
    """The table of a CSV text, None where it has no header.

    A table without quotes and of one width is read by Arrow, anything else by the csv module; both give the same.

    Args:
        text: the decoded file.
        file: its name, for findings.
    """
    place = Place(file=file, row=HEADER_ROW)
    headers = _read_header(text)
    if not any(header.strip() for header in headers):
        return None, (finding("list.header.absent", where=place),)
    separator = next((sign for sign in _OTHER_SEPARATORS if len(headers) == 1 and sign in headers[0]), "")
    if separator:
        return None, (finding("list.file.separator", where=place, value=headers[0][:200], separator=repr(separator)),)
    if len(headers) > MOST_COLUMNS:
        return None, (finding("list.header.too_many", where=place, value=len(headers), most=MOST_COLUMNS),)
    return _read_plain(text, headers, place) or _read_any(text, headers, place), ()


def _read_header(text: str) -> tuple[str, ...]:
    try:
        return tuple(next(_reader(text), ()))
    except csv.Error:
        return ()


def _reader(text: str) -> Iterator[list[str]]:
    return csv.reader((line.group() for line in _LINE.finditer(text)), strict=True)


def _read_plain(text: str, headers: tuple[str, ...], place: Place) -> RawTable | None:
    """The table where it is as plain as it should be, else None."""
    raw = text.encode()
    end = _end_of_rows(raw)
    if b'"' in raw or raw.count(b"\r", 0, end) != raw.count(b"\r\n", 0, end) or raw.find(b"\n", 0, end) < 0:
        return None
    names = [str(at) for at in range(len(headers))]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(pa.py_buffer(raw).slice(0, end)),
            read_options=arrow_csv.ReadOptions(
                column_names=names, skip_rows=1, use_threads=False, block_size=_BLOCK_BYTES
            ),
            parse_options=arrow_csv.ParseOptions(quote_char=False, double_quote=False, ignore_empty_lines=False),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.large_string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    frame = text_frame(table.columns)
    if len(frame) > MOST_ROWS or _has_empty_rows(frame.iloc[:, 0].eq("").to_numpy(), table):
        return None
    rows = np.arange(HEADER_ROW + 1, HEADER_ROW + 1 + len(frame), dtype=np.int64)
    return RawTable(place=place, headers=headers, frame=frame, row=rows)


def _end_of_rows(raw: bytes) -> int:
    """Where the last row ends, its line break and empty lines behind it left out."""
    end = len(raw)
    while end and raw[end - 1] in b"\r\n":
        end -= 1
    return end


def _has_empty_rows(doubtful: np.ndarray, table: pa.Table) -> bool:
    positions = np.flatnonzero(doubtful)
    return any(not any(row.values()) for row in table.take(positions).to_pylist()) if len(positions) else False


@dataclass(slots=True, kw_only=True)
class _Gathering:
    """What a reading row by row has found so far."""

    width: int
    place: Place
    number: int = HEADER_ROW
    kept: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def fits(self, record: list[str]) -> bool:
        """Whether the next row is as wide as the header and not empty; else it becomes a finding."""
        self.number += 1
        if len(record) == self.width and any(record):
            self.kept.append(self.number)
            return True
        self.tell(self._misfit(record))
        return False

    def _misfit(self, record: list[str]) -> Finding:
        where = Place(file=self.place.file, row=self.number)
        if not any(record):
            return finding("list.row.empty", where=where)
        code = "list.row.shorter" if len(record) < self.width else "list.row.longer"
        return finding(code, where=where, value=",".join(record)[:80], cells=len(record), headers=self.width)

    def tell(self, item: Finding) -> None:
        """Keep a finding, as long as there are not too many to read."""
        if len(self.findings) < _MOST_TOLD:
            self.findings.append(item)


def _read_any(text: str, headers: tuple[str, ...], place: Place) -> RawTable:
    """The rows that fit, read one by one; what does not fit is told."""
    gathering = _Gathering(width=len(headers), place=place)
    records = _records(text.rstrip("\r\n"), gathering)
    parts: list[list[pa.Array]] = []
    while chunk := list(islice(records, _CHUNK_ROWS)):
        parts.append([pa.array(cells, type=pa.large_string()) for cells in zip(*chunk, strict=True)])
    columns = [pa.chunked_array([part[at] for part in parts], type=pa.large_string()) for at in range(len(headers))]
    rows = np.array(gathering.kept, dtype=np.int64)
    findings = tuple(gathering.findings)
    return RawTable(place=place, headers=headers, frame=text_frame(columns), row=rows, findings=findings)


def _records(text: str, gathering: _Gathering) -> Iterator[list[str]]:
    reader = _reader(text)
    next(reader, None)
    while True:
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            gathering.number += 1
            where = Place(file=gathering.place.file, row=gathering.number)
            gathering.tell(finding("list.row.quotes", where=where))
            if "expected after" not in str(error):
                return
            continue
        if len(gathering.kept) >= MOST_ROWS:
            gathering.tell(finding("list.file.too_many_rows", where=gathering.place, most=MOST_ROWS))
            return
        if gathering.fits(record):
            yield record
