"""Reading a list: from a file of any kind to its rows as text, or to why they cannot be read."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pandas as pd

from planner.errors import Finding, Place, finding, has_errors
from planner.inventory import FieldDictionary, HeaderMatch, ListRows, match_headers
from planner.sources.fields import read_field_dictionary
from planner.sources.lists_csv import read_csv_table
from planner.sources.lists_encoding import decode_list
from planner.sources.lists_kind import FileKind, file_kind
from planner.sources.lists_table import RawTable

__all__ = ["MOST_BYTES", "read_list"]

MOST_BYTES = 1024 * 1024 * 1024
"""Size of the largest file that is read; 100,000 lines take about 50 MB, a province of 1,000,000 some 500."""


def read_list(path: Path, dictionary: FieldDictionary | None = None) -> tuple[ListRows | None, tuple[Finding, ...]]:
    """The rows of a list as its file spells them, and what is wrong with the file, its headers and its shape.

    Args:
        path: a CSV file (UTF-8 with or without mark, GB18030) or a plain xlsx workbook, told apart by content. Of a
            workbook all visible sheets that carry the columns of a list are stacked.
        dictionary: the columns to look for; those of the enterprise list where none is given.

    Returns:
        The rows, None where there is nothing to check cells of; `whole` is False in them where a finding is an error.
        The findings, in the order of the file.
    """
    columns = dictionary or read_field_dictionary()
    raw, findings = _read_bytes(path)
    if raw is None:
        return None, findings
    tables, findings = _read_tables(raw, path.name, columns)
    if not tables:
        return None, findings
    stacked, told = _stack(tables, columns)
    findings = (*findings, *told)
    if stacked is None:
        return None, findings
    digest = sha256(raw).hexdigest()
    return replace(stacked, sha256=digest, whole=not has_errors(findings)), findings


def _read_bytes(path: Path) -> tuple[bytes | None, tuple[Finding, ...]]:
    place = Place(file=path.name)
    try:
        if not path.is_file():
            return None, (finding("list.file.absent", where=place),)
        if path.stat().st_size > MOST_BYTES:
            return None, (finding("list.file.too_large", where=place, megabytes=MOST_BYTES // 1024**2),)
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        return None, (finding("list.file.unreadable", where=place, reason=getattr(error, "strerror", None) or error),)
    return (raw, ()) if raw.strip() else (None, (finding("list.file.empty", where=place),))


def _read_tables(
    raw: bytes, file: str, dictionary: FieldDictionary
) -> tuple[tuple[RawTable, ...], tuple[Finding, ...]]:
    kind = file_kind(raw)
    if kind is FileKind.WORKBOOK:
        from planner.sources.lists_workbook import read_workbook_tables  # noqa: PLC0415 - openpyxl: no CSV needs it

        return read_workbook_tables(raw, file, dictionary)
    if kind is not FileKind.TEXT:
        return (), (finding("list.file.wrong_kind", where=Place(file=file), kind=kind),)
    text, findings = decode_list(raw, file)
    if text is None:
        return (), findings
    table, findings = read_csv_table(text, file)
    return ((table,) if table else ()), findings


def _stack(tables: tuple[RawTable, ...], dictionary: FieldDictionary) -> tuple[ListRows | None, tuple[Finding, ...]]:
    """All tables as one; columns are those of the first table, then what later ones add."""
    matches = [match_headers(table.headers, dictionary, table.place) for table in tables]
    if not any(match.known for match in matches):
        first = tables[0]
        return None, (finding("list.header.none_known", where=first.place, value=", ".join(first.headers)[:80]),)
    findings = [
        item for table, match in zip(tables, matches, strict=True) for item in (*match.findings, *table.findings)
    ]
    if not any(len(table.row) or table.findings for table in tables):
        return None, (*findings, finding("list.file.no_rows", where=tables[0].place))
    return _stacked_rows(tables, matches), tuple(findings)


def _stacked_rows(tables: tuple[RawTable, ...], matches: list[HeaderMatch]) -> ListRows:
    spelled: dict[str, str] = {}
    frames = [_named(table, match, spelled) for table, match in zip(tables, matches, strict=True)]
    frame = frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True).fillna("")
    sheets = [np.full(len(table.row), table.place.sheet, dtype=object) for table in tables]
    rows = np.concatenate([table.row for table in tables])
    return ListRows(file=tables[0].place.file, sha256="", frame=frame, sheet=np.concatenate(sheets), row=rows)


def _named(table: RawTable, match: HeaderMatch, spelled: dict[str, str]) -> pd.DataFrame:
    """The table's frame under the headers that the first table spelled; of a repeated header the first column."""
    keys = [name or header.strip() for name, header in zip(match.names, table.headers, strict=True)]
    kept = [at for at, key in enumerate(keys) if key and keys.index(key) == at]
    for at in kept:
        spelled.setdefault(keys[at], table.headers[at])
    return table.frame.iloc[:, kept].set_axis([spelled[keys[at]] for at in kept], axis="columns")
