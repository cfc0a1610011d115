"""What the reader made of a cell that was not as the field dictionary wants it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

__all__ = ["CellChange", "ChangeReason", "ColumnChange"]


class ChangeReason(StrEnum):
    """Why a cell was changed."""

    SPELLING = "spelling"
    LINE_BREAK = "line_break"
    UNIT = "unit"
    YEAR_BY_ROW = "year_by_row"
    YEAR_BY_RULE = "year_by_rule"
    NOTHING = "nothing"
    COUNTY = "county"
    COUNTY_BEFORE = "county_before"
    COUNTY_SECTION = "county_section"
    INDUSTRY = "industry"
    PROCESS = "process"
    ONLY_PROCESS = "only_process"
    GRADE = "grade"
    WORD = "word"
    FROM_ABOVE = "from_above"
    MERGED = "merged"
    DITTO = "ditto"
    SHEET = "sheet"
    NUMBERED = "numbered"
    SPLIT = "split"
    DATE = "date"
    PEERS = "peers"
    ACTIVITY = "activity"
    CONVENTION = "convention"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """One cell that reads otherwise than it is written.

    Attributes:
        sheet: its sheet, '' for CSV.
        row: its row in the sheet, counted from 1.
        column: the header as the file spells it, '' where the value comes from elsewhere than a column.
        field: the column of the field dictionary that it was read into.
        old: the cell as written.
        new: the cell as read, in the dictionary's unit and codes.
        reason: why.
        detail: the number or word that the reason rests on: days, factor, former name, peers.
    """

    sheet: str
    row: int
    column: str
    field: str
    old: str
    new: str
    reason: ChangeReason
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ColumnChange:
    """Cells of one column that were changed for one reason; the attributes are those of CellChange, one a row."""

    sheet: str
    column: str
    field: str
    reason: ChangeReason
    row: npt.NDArray[np.int64]
    old: npt.NDArray[np.object_]
    new: npt.NDArray[np.object_]
    detail: npt.NDArray[np.object_]

    def cells(self) -> Iterator[CellChange]:
        """The cells one by one, in the order of their rows."""
        cells = zip(self.row.tolist(), self.old.tolist(), self.new.tolist(), self.detail.tolist(), strict=True)
        for row, old, new, detail in cells:
            yield CellChange(
                sheet=self.sheet,
                row=row,
                column=self.column,
                field=self.field,
                old=old,
                new=new,
                reason=self.reason,
                detail=detail,
            )
