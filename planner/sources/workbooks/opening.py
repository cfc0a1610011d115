"""A list of any kind of file opened: every sheet of it as a grid of texts."""

import csv
import re
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

import numpy as np
import numpy.typing as npt
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from planner.errors import Finding, Place, finding
from planner.sources.lists_encoding import decode_list
from planner.sources.lists_kind import FileKind, file_kind
from planner.sources.lists_table import MOST_ROWS
from planner.sources.lists_workbook_cells import cell_text
from planner.sources.lists_workbook_guard import archive_findings
from planner.sources.workbooks.formulas import uncalculated_cells
from planner.sources.workbooks.grids import Grid, Span
from planner.sources.workbooks.merged_ranges import merged_ranges
from planner.sources.workbooks.trial import opens_safely

__all__ = ["Progress", "open_grids"]

Progress = Callable[[str, int], None]
"""Told what is being read, and how many rows of it are done."""

_MOST_COLUMNS = 400
_BOOKS = (FileKind.WORKBOOK, FileKind.OLD_WORKBOOK, FileKind.BINARY_WORKBOOK, FileKind.OPEN_DOCUMENT)
_DANGEROUS = (FileKind.OLD_WORKBOOK, FileKind.BINARY_WORKBOOK)
_DAMAGES = (CalamineError, BadZipFile, OSError, ValueError, KeyError, zlib.error, NotImplementedError, EOFError)
_PANIC = "PanicException"
"""What calamine raises where Rust panics; it is no Exception, and has no name that could be imported."""
_SEPARATORS = ",\t;，；|"


def open_grids(raw: bytes, file: str, progress: Progress | None = None) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """The sheets of a file in its order, or why it cannot be opened.

    Args:
        raw: the bytes of an xlsx, xls, xlsb, ods or WPS file, or of a CSV in UTF-8 or GB18030, told apart by content.
        file: its name, for findings.
        progress: told of every sheet that was read.
    """
    place, kind = Place(file=file), file_kind(raw)
    if kind is FileKind.TEXT:
        return _text_grid(raw, file)
    if kind not in _BOOKS:
        return (), (finding("list.file.wrong_kind", where=place, kind=kind),)
    if kind in _DANGEROUS and not opens_safely(raw):
        return (), (finding("list.workbook.damaged", where=place, reason=str(kind)),)
    try:
        unsafe = archive_findings(raw, place) if kind is not FileKind.OLD_WORKBOOK else ()
        return (_book_grids(raw, kind, progress), ()) if not unsafe else ((), unsafe)
    except BaseException as error:
        if not isinstance(error, _DAMAGES) and type(error).__name__ != _PANIC:
            raise
        reason = f"{type(error).__name__}: {error}"[:200]
        return (), (finding("list.workbook.damaged", where=place, reason=reason),)


def _text_grid(raw: bytes, file: str) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    text, findings = decode_list(raw, file)
    if text is None:
        return (), findings
    rows = list(csv.reader(StringIO(text, newline=""), delimiter=_separator(text)))[: MOST_ROWS + 1]
    return (Grid(sheet="", cells=_filled([[*row] for row in rows])),), ()


def _separator(text: str) -> str:
    """The sign that stands most often in the first rows; a comma where they tie."""
    head = text[:4000]
    return max(_SEPARATORS, key=lambda sign: (head.count(sign), sign == ","))


def _book_grids(raw: bytes, kind: FileKind, progress: Progress | None) -> tuple[Grid, ...]:
    grids = []
    unsaved = uncalculated_cells(raw) if kind is FileKind.WORKBOOK else {}
    merged = merged_ranges(raw, kind)
    with CalamineWorkbook.from_filelike(BytesIO(raw)) as book:
        for data in book.sheets_metadata:
            if data.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(data.name)
            hidden = data.visible is not SheetVisibleEnum.Visible or _is_hidden_table(raw, kind, data.name)
            grids.append(_sheet_grid(sheet, merged.get(data.name), hidden=hidden, unsaved=unsaved.get(data.name, ())))
            if progress is not None:
                progress(data.name, len(grids[-1].cells))
    return tuple(grids)


def _sheet_grid(
    sheet: CalamineSheet, merged: tuple[Span, ...] | None, *, hidden: bool, unsaved: tuple[tuple[int, int], ...]
) -> Grid:
    if sheet.end is None:
        return Grid(sheet=sheet.name, cells=np.empty((0, 0), dtype=object), is_hidden=hidden)
    rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
    ranges = sheet.merged_cell_ranges
    spans = tuple(Span(top=top, left=left, bottom=low, right=right) for (top, left), (low, right) in ranges or ())
    return Grid(
        sheet=sheet.name,
        cells=_filled(rows),
        is_hidden=hidden,
        spans=merged or spans,
        knows_spans=ranges is not None or merged is not None,
        unsaved=unsaved,
    )


def _filled(rows: Sequence[Sequence[object]]) -> npt.NDArray[np.object_]:
    """The rows as texts, all as wide as the widest."""
    width = min(max(map(len, rows), default=0), _MOST_COLUMNS)
    cells = np.empty((len(rows), width), dtype=object)
    for at, row in enumerate(rows):
        texts = [value if type(value) is str else cell_text(value) for value in row[:width]]
        cells[at] = texts if len(texts) == width else texts + [""] * (width - len(texts))
    return cells


def _is_hidden_table(raw: bytes, kind: FileKind, name: str) -> bool:
    """Whether an ods table has a style that is not shown, which calamine does not tell."""
    if kind is not FileKind.OPEN_DOCUMENT:
        return False
    with ZipFile(BytesIO(raw)) as archive:
        xml = archive.read("content.xml").decode("utf-8", "replace")
    table = re.search(rf'<table:table\s[^>]*table:name="{re.escape(name)}"[^>]*>', xml)
    style = re.search(r'table:style-name="([^"]+)"', table[0]) if table else None
    if style is None:
        return False
    body = re.search(rf'<style:style\s[^>]*style:name="{re.escape(style[1])}".*?</style:style>', xml, re.DOTALL)
    return body is not None and 'table:display="false"' in body[0]
