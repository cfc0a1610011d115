"""A list on its way back and forth: its cells as they stand, and what a person answered in its sheet of findings."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from planner.errors import FindingsError
from planner.sources.lists_encoding import decode_list
from planner.sources.lists_kind import FileKind, file_kind
from planner.sources.lists_workbook_cells import cell_text

__all__ = ["AnsweredFinding", "read_answers", "read_sheets"]

_COLUMNS = 9
_LONGEST_TITLE = 31
_ANSWER, _MARK = 7, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredFinding:
    """A finding of an earlier reading, by its mark, with what was written beside it ('' where nothing was)."""

    mark: str
    answer: str


def read_answers(path: Path, sheet: str) -> tuple[AnsweredFinding, ...]:
    """The findings that a workbook says it was given back with; none where it has no such sheet.

    Args:
        path: a workbook, marked before.
        sheet: title of its sheet of findings.
    """
    try:
        raw = path.read_bytes()
        if file_kind(raw) is not FileKind.WORKBOOK:
            return ()
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        if sheet not in book.sheet_names:
            return ()
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)[1:]
    except (OSError, CalamineError, ValueError):
        return ()
    return tuple(
        AnsweredFinding(mark=str(row[_MARK]), answer=str(row[_ANSWER]).strip())
        for row in rows
        if len(row) >= _COLUMNS and row[_MARK]
    )


def read_sheets(path: Path) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """The title and cells of each sheet of a CSV file or workbook, as text, rows where they stand in the file.

    Raises:
        FindingsError: where the text of a CSV file cannot be decoded.
    """
    raw = path.read_bytes()
    if file_kind(raw) is FileKind.TEXT:
        text, findings = decode_list(raw, path.name)
        if text is None:
            raise FindingsError(findings)
        return ((path.stem[:_LONGEST_TITLE], tuple(tuple(row) for row in csv.reader(io.StringIO(text)))),)
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    return tuple((name, _cells(book, name)) for name in book.sheet_names)


def _cells(book: CalamineWorkbook, name: str) -> tuple[tuple[str, ...], ...]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return tuple(tuple(cell_text(value) for value in row) for row in rows)
