"""A sheet of a list between file and meaning: its columns as read, what they were taken for, its rows."""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from planner.errors import Finding
from planner.inventory.meaning.changes import ColumnChange
from planner.inventory.meaning.columns import ColumnGuess

__all__ = ["RawColumn", "SheetKind", "SheetTable", "Texts"]

Texts = npt.NDArray[np.object_]
"""Cells of a column as `str`, '' where empty."""


class SheetKind(StrEnum):
    """What the rows of a sheet stand for."""

    LINE = "line"
    FLEET = "fleet"
    SITE = "site"
    REST = "rest"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RawColumn:
    """A column of a sheet.

    Attributes:
        letter: its letter in the sheet.
        parts: the stacked cells of its header, the uppermost first.
        texts: its cells below the header, rows that are no sources left out, fills made.
        guess: what it was taken for.
    """

    letter: str
    parts: tuple[str, ...]
    texts: Texts
    guess: ColumnGuess


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SheetTable:
    """One sheet's part of the list.

    Attributes:
        file: name of the file; `sheet` '' for CSV.
        kind: what its rows stand for.
        header_rows: first and last row of its header, counted from 1.
        columns: in the order of the sheet.
        row: number of each kept row in the sheet, counted from 1.
        county: county named by a heading between the rows or by the sheet's name, '' where none is.
        template: fingerprint of its headers, by which answers about columns are remembered.
        changes: cells that were filled from above or from a merged cell.
        findings: what is wrong with its shape.
    """

    file: str
    sheet: str
    kind: SheetKind
    header_rows: tuple[int, int]
    columns: tuple[RawColumn, ...]
    row: npt.NDArray[np.int64]
    county: Texts
    template: str
    changes: tuple[ColumnChange, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def column(self, name: str) -> RawColumn | None:
        """The column that is surely the field `name`, None where there is none."""
        for item in self.columns:
            if item.guess.field == name and item.guess.sureness == "sure":
                return item
        return None
