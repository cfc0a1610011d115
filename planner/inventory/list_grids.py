"""The sheets of a list as a person sees them: headers as spelled, rows by their number, cells as read from the file."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.inventory.meaning.tables import SheetTable
from planner.inventory.records import ListRows

__all__ = ["ListGrid", "grids_of_rows", "grids_of_tables"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListGrid:
    """One sheet of a list.

    Attributes:
        sheet: its name, '' for CSV.
        row: number of each row in the sheet, counted from 1, ascending.
        cells: texts, one column a header; a header that stands twice is told apart by a blank behind it.
        names: for each column the field of the dictionary that it is, '' where it is none.
    """

    sheet: str
    row: npt.NDArray[np.int64]
    cells: pd.DataFrame
    names: tuple[str, ...]


def grids_of_tables(tables: Iterable[SheetTable]) -> tuple[ListGrid, ...]:
    """The sheets of a workbook of any shape, as it was read."""
    grids = []
    for table in tables:
        headers = _distinct([column.guess.header for column in table.columns])
        cells = {header: column.texts for header, column in zip(headers, table.columns, strict=True)}
        names = tuple(column.guess.field for column in table.columns)
        grids.append(ListGrid(sheet=table.sheet, row=table.row, cells=pd.DataFrame(cells), names=names))
    return tuple(grids)


def grids_of_rows(rows: ListRows, names: tuple[str, ...]) -> tuple[ListGrid, ...]:
    """The sheets of a plain table.

    Args:
        rows: its rows.
        names: for each column the field of the dictionary, '' where it is none.
    """
    frame = rows.frame.set_axis(_distinct([str(name) for name in rows.frame.columns]), axis=1)
    return tuple(
        ListGrid(sheet=str(sheet), row=rows.row[where], cells=frame.iloc[where].reset_index(drop=True), names=names)
        for sheet in pd.unique(rows.sheet)
        for where in (np.flatnonzero(rows.sheet == sheet),)
    )


def _distinct(headers: list[str]) -> list[str]:
    return [header + " " * headers[:at].count(header) for at, header in enumerate(headers)]
