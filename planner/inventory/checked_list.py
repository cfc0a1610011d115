"""The columns of a list after their cells were checked, as the checks across columns see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Severity
from planner.inventory.column_checks import CheckedColumn
from planner.inventory.list_columns import Flags, Offence, cell_findings
from planner.terms import SourceKind

__all__ = ["CheckedList", "flags"]


def flags(values: object) -> Flags:
    """Truth values as an array."""
    return np.array(values, dtype=np.bool_)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CheckedList:
    """All columns of the dictionary; a cell that was refused reads as '' or NaN, so that it is told once only."""

    columns: Mapping[str, CheckedColumn]
    rows: int

    def text(self, name: str) -> pd.Series:
        """A column of text, '' where empty or refused."""
        return self.columns[name].texts

    def number(self, name: str) -> npt.NDArray[np.float64]:
        """A column of numbers in the dictionary's unit, NaN where empty or refused.

        Raises:
            TypeError: where the column holds no numbers.
        """
        numbers = self.columns[name].numbers
        if numbers is None:
            raise TypeError(name)
        return numbers

    def flag(self, name: str) -> Flags:
        """Where a flag is 1."""
        return flags(self.text(name) == "1")

    def says(self, name: str, *codes: str) -> Flags:
        """Where a column holds one of some codes."""
        return flags(self.text(name).isin(codes))

    @property
    def of_enterprise(self) -> Flags:
        """The rows that stand for equipment of an enterprise: lines and boilers."""
        return self.says("source_kind", SourceKind.LINE, SourceKind.BOILER)

    def findings(
        self,
        code: str,
        column: str,
        where: Flags,
        also: Mapping[str, str] | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Iterable[Finding]:
        """A finding for the cell of `column` in each row of `where`.

        Args:
            code: code of the findings.
            column: the column that they point at.
            where: the rows.
            also: columns whose cells the sentence names too, by the names that it gives them.
            severity: of each finding.
        """
        others = [(name, self.columns[other].read.texts) for name, other in (also or {}).items()]

        def judge(position: int, _: str) -> Offence:
            return Offence(code=code, values=tuple((name, str(texts.iloc[position])) for name, texts in others))

        return cell_findings(self.columns[column].read, np.flatnonzero(where), judge, severity)
