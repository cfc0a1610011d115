"""A list of any kind of file opened: every sheet of it as a grid of texts."""

import csv
from collections.abc import Callable, Sequence
from io import StringIO

import numpy as np
import numpy.typing as npt

from planner.errors import Finding, Place, finding
from planner.sources.apart import ApartSheet, Task, read_apart
from planner.sources.lists_encoding import decode_list
from planner.sources.lists_kind import BOOKS, FileKind, file_kind
from planner.sources.lists_table import MOST_ROWS
from planner.sources.workbooks.grids import Grid

__all__ = ["Progress", "open_grids"]

Progress = Callable[[str, int], None]
"""Told what is being read, and how many rows of it are done."""

_MOST_COLUMNS = 400
_SEPARATORS = ",\t;，；|"


def open_grids(raw: bytes, file: str, progress: Progress | None = None) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """The sheets of a file in its order, or why it cannot be opened.

    Args:
        raw: the bytes of an xlsx, xls, xlsb, ods or WPS file, or of a CSV in UTF-8 or GB18030, told apart by content.
        file: its name, for findings.
        progress: told of every sheet that was read.
    """
    kind = file_kind(raw)
    if kind is FileKind.TEXT:
        return _text_grid(raw, file)
    if kind not in BOOKS:
        return (), (finding("list.file.wrong_kind", where=Place(file=file), kind=kind),)
    sheets, findings = read_apart(raw, Task.GRIDS, file, progress)
    return tuple(map(_grid, sheets)), findings


def _text_grid(raw: bytes, file: str) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    text, findings = decode_list(raw, file)
    if text is None:
        return (), findings
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=_separator(text)))[: MOST_ROWS + 1]
    except csv.Error as error:
        return (), (finding("list.file.unreadable", where=Place(file=file), reason=error),)
    return (Grid(sheet="", cells=_filled(rows)),), ()


def _separator(text: str) -> str:
    """The sign that stands most often in the first rows; a comma where they tie."""
    head = text[:4000]
    return max(_SEPARATORS, key=lambda sign: (head.count(sign), sign == ","))


def _grid(sheet: ApartSheet) -> Grid:
    return Grid(
        sheet=sheet.title,
        cells=_filled(sheet.rows) if sheet.rows else np.empty((0, 0), dtype=object),
        is_hidden=sheet.is_hidden,
        spans=sheet.spans,
        knows_spans=sheet.knows_spans,
        unsaved=sheet.unsaved,
    )


def _filled(rows: Sequence[Sequence[str]]) -> npt.NDArray[np.object_]:
    """The rows, all as wide as the widest."""
    width = min(max(map(len, rows), default=0), _MOST_COLUMNS)
    cells = np.empty((len(rows), width), dtype=object)
    for at, row in enumerate(rows):
        texts = list(row[:width])
        cells[at] = texts if len(texts) == width else texts + [""] * (width - len(texts))
    return cells
