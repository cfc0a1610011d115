"""A list as it really comes: any workbook read into one table under the dictionary's headers."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from planner.errors import Finding, Place, finding
from planner.inventory import FieldDictionary, name_columns
from planner.inventory.meaning import HeaderWords, ListMeaning, MeaningContext, SheetTable, give_meaning
from planner.sources.fields import read_field_dictionary
from planner.sources.lists_kind import FileKind, file_kind
from planner.sources.lists_table import MOST_COLUMNS
from planner.sources.workbooks.answers import SheetAnswer
from planner.sources.workbooks.grids import Grid
from planner.sources.workbooks.opening import Progress, open_grids
from planner.sources.workbooks.sheet_reading import ReadingTerms, read_grid

__all__ = ["WorkbookList", "read_workbook_list"]

_LEAST_STRICT = 20
_LEAST_ENGLISH = 3
_LONGEST_HEADER = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WorkbookList:
    """A list that is no plain table, as it was read.

    Attributes:
        tables: its sheets, those that hold no part of the list left out.
        meaning: their rows as one list, None where no sheet holds any.
        findings: everything that the reading met, but for what `meaning` tells of cells.
    """

    tables: tuple[SheetTable, ...]
    meaning: ListMeaning | None
    findings: tuple[Finding, ...]


def read_workbook_list(
    path: Path,
    context: MeaningContext,
    answers: Mapping[str, SheetAnswer] | None = None,
    dictionary: FieldDictionary | None = None,
    progress: Progress | None = None,
) -> WorkbookList | None:
    """The list of a workbook of any shape; None where the file is a plain table, which `read_list` reads.

    Args:
        path: an xlsx, xls, xlsb, ods, WPS or CSV file that `read_list` can open or not.
        context: names of the city and of the rules, and the days of a year.
        answers: what people said about the columns of templates, by fingerprint.
        dictionary: the columns to look for; those of the enterprise list where none is given.
        progress: told of each sheet that was read.
    """
    columns = dictionary or read_field_dictionary()
    raw = _bytes_of(path)
    if raw is None:
        return None
    if file_kind(raw) is FileKind.TEXT and _is_plain_text(raw, columns):
        return None
    grids, findings = open_grids(raw, path.name, progress)
    if file_kind(raw) in (FileKind.TEXT, FileKind.WORKBOOK) and (
        not grids or any(_is_plain(grid, columns) for grid in grids)
    ):
        return None
    terms = ReadingTerms(
        dictionary=columns, words=HeaderWords.of(columns), context=context, answers=dict(answers or {})
    )
    return _read(path.name, grids, terms, findings)


def _bytes_of(path: Path) -> bytes | None:
    """The file's bytes; None where there are none, which `read_list` tells."""
    from planner.sources.lists import MOST_BYTES  # noqa: PLC0415

    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        raw = path.read_bytes()
        return None if not raw or raw.isspace() else raw
    except (OSError, ValueError):
        return None


def _is_plain_text(raw: bytes, dictionary: FieldDictionary) -> bool:
    """Whether a text begins with the dictionary's own header, so that it need not be read twice."""
    head = raw[:_LONGEST_HEADER].removeprefix(codecs.BOM_UTF8).partition(b"\n")[0]
    try:
        texts = head.decode("utf-8").strip().split(",")[:MOST_COLUMNS]
    except UnicodeDecodeError:
        texts = head.decode("gb18030", "replace").strip().split(",")[:MOST_COLUMNS]
    return _is_plain(Grid(sheet="", cells=np.array([texts], dtype=object)), dictionary)


def _is_plain(grid: Grid, dictionary: FieldDictionary) -> bool:
    """Whether the first row of a sheet is the dictionary's own header, English or nearly whole."""
    if grid.is_hidden or not len(grid.cells):
        return False
    headers = [str(text) for text in grid.cells[0].tolist()]
    named = [name for name in name_columns(headers, dictionary) if name]
    english = sum(header.strip() in dictionary.names for header in headers)
    return english >= _LEAST_ENGLISH or len(named) >= _LEAST_STRICT


def _read(
    file: str, grids: tuple[Grid, ...], terms: ReadingTerms, findings: tuple[Finding, ...]
) -> WorkbookList | None:
    read = [read_grid(grid, file, terms) for grid in grids]
    tables = tuple(table for table, _ in read if table is not None)
    told = (*findings, *(item for _, notes in read for item in notes))
    if not any(len(table.row) for table in tables):
        if not findings:
            told = (*told, finding("list.workbook.no_list", where=Place(file=file), sheets=_names(grids)))
        return WorkbookList(tables=tables, meaning=None, findings=told)
    meaning = give_meaning(tables, terms.dictionary, terms.context)
    return WorkbookList(tables=tables, meaning=meaning, findings=told)


def _names(grids: tuple[Grid, ...]) -> str:
    return ", ".join(grid.sheet for grid in grids)
