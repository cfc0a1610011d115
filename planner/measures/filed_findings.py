"""What is to be told about the filed texts of a level: texts that cannot be used, codes that say something else."""

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.measures.laid import LaidLevel
from planner.measures.row_measure import RowMeasure
from planner.terms import Measure

__all__ = ["MOST_FINDINGS", "level_findings", "tell_rows"]

MOST_FINDINGS = 5000
"""Findings of one column that are told one by one; the rest of them is counted in one finding more."""

_CLOSE = 0.006
"""A code's share and a text's share are one share where they differ by less: both are rounded to whole percent."""

_CODES = {
    "soft": "measures.list.soft",
    "doubtful": "measures.list.doubtful",
    "of_enterprise": "measures.list.of_enterprise",
    "other_equipment": "measures.list.other_equipment",
    "number_missing": "measures.list.number_missing",
    "not_load": "measures.list.not_load",
    "no_code": "measures.list.no_code",
    "two_loads": "measures.list.two_loads",
}


def level_findings(frame: pd.DataFrame, laid: LaidLevel, file: str) -> Iterable[Finding]:
    """Warnings where a text is all there is and cannot be used, notes where a code stands beside it.

    Args:
        frame: the rows, their cells filled.
        laid: the texts of a level on these rows.
        file: name of the list.
    """
    troubled = np.flatnonzero(laid.column("problem") != "")

    def trouble(row: int, where: Place) -> Finding:
        severity = Severity.NOTE if laid.given_code[row] else Severity.WARNING
        return _problem(laid.at(row), severity, where)

    def disagreement(row: int, where: Place) -> Finding:
        return _disagreement(frame.iloc[row], laid.at(row), laid, where)

    yield from tell_rows(frame, troubled, f"{laid.level}_measure_text", file, trouble)
    yield from tell_rows(frame, _disagreeing(frame, laid), f"{laid.level}_measure", file, disagreement)


def tell_rows(
    frame: pd.DataFrame,
    rows: npt.NDArray[np.intp],
    column: str,
    file: str,
    tell: Callable[[int, Place], Finding],
) -> Iterable[Finding]:
    """A finding for the cell of `column` in each row, as `tell` makes it; beyond MOST_FINDINGS one more that counts."""

    def place(row: int) -> Place:
        sheet, number = frame["list_sheet"].iloc[row], frame["list_row"].iloc[row]
        return Place(file=file, sheet=str(sheet), row=int(number), column=column)

    yield from (tell(row, place(row)) for row in rows[:MOST_FINDINGS].tolist())
    untold = len(rows) - MOST_FINDINGS
    if untold > 0:
        where = place(int(rows[MOST_FINDINGS]))
        yield finding("measures.list.more", Severity.WARNING, where, count=untold, told=MOST_FINDINGS)


def _disagreeing(frame: pd.DataFrame, laid: LaidLevel) -> npt.NDArray[np.intp]:
    """Rows whose given code, or share of a limit, is not what their usable text says."""
    codes, level = laid.column("code"), laid.level
    usable = (laid.column("problem") == "") & (laid.column("phrase") != "")
    other_code = laid.given_code & np.asarray(frame[f"{level}_measure"] != codes)
    limited = ~np.isin(codes, [Measure.HALT, Measure.HOLD_HOT])
    apart = np.abs(frame[f"{level}_kept_share"].to_numpy() - laid.column("kept_share").astype(float)) > _CLOSE
    return np.flatnonzero(usable & (other_code | (laid.given_share & limited & apart)))


def _disagreement(row: pd.Series, said: RowMeasure, laid: LaidLevel, where: Place) -> Finding:
    level = laid.level
    return finding(
        "measures.list.disagrees",
        Severity.WARNING,
        where,
        value=row[f"{level}_measure_text"],
        filed=row[f"{level}_measure"],
        kept=f"{row[f'{level}_kept_share']:.6g}",
        text_code=said.code,
        text_kept=f"{said.kept_share:.6g}",
    )


def _problem(item: RowMeasure, severity: Severity, where: Place) -> Finding:
    if item.problem == "unread":
        return finding("measures.list.unread", severity, where, value=item.phrase, in_the_way=item.in_the_way or "?")
    return finding(_CODES[item.problem], severity, where, value=item.phrase)
