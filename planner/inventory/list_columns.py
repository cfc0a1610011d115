"""One column of a list while it is checked, and the findings that name its cells."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.inventory.fields_record import Field

__all__ = ["MOST_FINDINGS", "Flags", "ListPlaces", "Offence", "ReadColumn", "cell_findings", "empty_texts"]

MOST_FINDINGS = 5000
"""Findings of one kind in one column that are told one by one; the rest of them is counted in one finding more."""

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offence:
    """What is wrong with a cell: the code of its finding and the named values of its sentence."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListPlaces:
    """Where each row of a list stands in its file."""

    file: str
    sheet: npt.NDArray[np.object_]
    row: npt.NDArray[np.int64]

    def at(self, position: int, column: str) -> Place:
        """The cell of a column in the row at `position`, counted from 0."""
        return Place(file=self.file, sheet=str(self.sheet[position]), row=int(self.row[position]), column=column)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReadColumn:
    """A column as read.

    Attributes:
        field: what the dictionary says of it.
        header: its header as the file spells it.
        texts: its cells, `str`, '' where empty.
        places: where its cells stand.
    """

    field: Field
    header: str
    texts: pd.Series
    places: ListPlaces


def empty_texts(rows: int) -> pd.Series:
    """A column of `rows` empty cells."""
    return pd.Series([""] * rows, dtype="str")


def cell_findings(
    column: ReadColumn,
    positions: npt.NDArray[np.intp],
    judge: Callable[[int, str], Offence],
    severity: Severity = Severity.ERROR,
) -> Iterable[Finding]:
    """A finding a cell at `positions`; beyond MOST_FINDINGS one more that counts the others.

    Args:
        column: the column that the cells belong to.
        positions: rows counted from 0, ascending.
        judge: says of a position and its text as read what is wrong with it.
        severity: the severity of all of them.
    """
    if not len(positions):
        return
    told = positions[:MOST_FINDINGS]
    for position, text in zip(told.tolist(), column.texts.iloc[told].tolist(), strict=True):
        offence = judge(position, text)
        where = column.places.at(position, column.header)
        yield finding(offence.code, severity, where, **{"value": text, **dict(offence.values)})
    untold = len(positions) - len(told)
    if untold:
        where = column.places.at(int(positions[MOST_FINDINGS]), column.header)
        yield finding("list.cell.more", severity, where, count=untold, told=len(told))
