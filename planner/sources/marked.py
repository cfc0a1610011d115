"""A list on its way back and forth: its cells as they stand, and what a person answered in its sheet of findings."""

import csv
import io
import zlib
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from planner.errors import FindingsError
from planner.sources.apart import Task, read_apart
from planner.sources.lists_encoding import decode_list
from planner.sources.lists_kind import FileKind, file_kind

__all__ = ["AnsweredFinding", "read_answers", "read_sheets"]

_COLUMNS = 9
_LONGEST_TITLE = 31
_ANSWER, _MARK = 7, 8
_MOST_NAMES = 1024 * 1024


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
    except OSError:
        return ()
    if file_kind(raw) is not FileKind.WORKBOOK or not _names_sheet(raw, sheet):
        return ()
    sheets, _ = read_apart(raw, Task.GRIDS, path.name)
    rows = next((item.rows[1:] for item in sheets if item.title == sheet), [])
    wide = ([*row, *[""] * (_COLUMNS - len(row))] for row in rows)
    return tuple(AnsweredFinding(mark=str(row[_MARK]), answer=str(row[_ANSWER]).strip()) for row in wide if row[_MARK])


def _names_sheet(raw: bytes, sheet: str) -> bool:
    """Whether a workbook names a sheet of this title, so that the others need no reading a second time."""
    try:
        with ZipFile(io.BytesIO(raw)) as archive, archive.open("xl/workbook.xml") as part:
            return sheet in part.read(_MOST_NAMES).decode("utf-8", "replace")
    except (BadZipFile, zlib.error, OSError, ValueError, KeyError, NotImplementedError, EOFError, RuntimeError):
        return False


def read_sheets(path: Path) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """The title and cells of each sheet of a CSV file or workbook, as text, rows where they stand in the file.

    Raises:
        FindingsError: where the text of a CSV file cannot be decoded, or the workbook is not read.
    """
    raw = path.read_bytes()
    if file_kind(raw) is FileKind.TEXT:
        text, findings = decode_list(raw, path.name)
        if text is None:
            raise FindingsError(findings)
        return ((path.stem[:_LONGEST_TITLE], tuple(tuple(row) for row in csv.reader(io.StringIO(text)))),)
    sheets, findings = read_apart(raw, Task.GRIDS, path.name)
    if findings:
        raise FindingsError(findings)
    return tuple((item.title, tuple(map(tuple, item.rows))) for item in sheets)
