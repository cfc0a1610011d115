"""A sheet as a grid of texts, whatever kind of file it came from."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from planner.sources.apart import Span

__all__ = ["Grid", "Span", "column_at", "column_letter"]

_LETTERS = 26


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """One sheet.

    Attributes:
        sheet: its name, '' for CSV.
        is_hidden: whether the workbook hides it.
        cells: texts by row and column, both counted from 0 as in the file; '' where empty.
        spans: merged ranges; `knows_spans` False where the kind of file does not tell them.
        unsaved: cells (row, column) whose formula was saved without its value.
    """

    sheet: str
    cells: npt.NDArray[np.object_]
    is_hidden: bool = False
    spans: tuple[Span, ...] = ()
    knows_spans: bool = False
    unsaved: tuple[tuple[int, int], ...] = field(default=())


def column_letter(at: int) -> str:
    """The letter of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    while at >= 0:
        letters = chr(ord("A") + at % _LETTERS) + letters
        at = at // _LETTERS - 1
    return letters


def column_at(letter: str) -> int:
    """The place of a column counted from 0: A is 0, AA is 26."""
    at = 0
    for sign in letter:
        at = at * _LETTERS + ord(sign) - ord("A") + 1
    return at - 1
