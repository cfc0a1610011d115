"""Whether a move goes the way that its kind says, and whether the list's own grade follows from the moves."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.grade_steps import RANKS
from planner.inventory.list_columns import Flags, Offence, cell_findings
from planner.terms import MoveKind

__all__ = ["check_directions", "check_history"]

_BETTER = (str(MoveKind.PROMOTION), str(MoveKind.APPLICATION))
_NOT_BETTER = (str(MoveKind.VIOLATION), str(MoveKind.UPGRADE_OVERDUE))


def check_directions(read: CheckedList, steps: pd.DataFrame) -> Iterable[Finding]:
    """Moves whose grade lies on the wrong side of the grade before, and steps that do not meet the one before."""
    settled = steps["grade"].where(steps["kind"] != str(MoveKind.APPLICATION))
    previous = settled.groupby(steps["source_id"]).ffill().groupby(steps["source_id"]).shift().fillna("").astype("str")
    before = steps["grade_before"].where(steps["grade_before"] != "", previous)
    wrong = steps.assign(before=before)[_goes_wrong(steps["kind"], steps["grade"], before)]
    yield from _told(read, ("kind", "grades.kind.other_direction"), wrong, Severity.ERROR)
    pending = flags(steps.groupby("source_id")["kind"].shift() == str(MoveKind.APPLICATION))
    stated = flags((steps["grade_before"] != "") & (previous != "") & (steps["grade_before"] != previous))
    broken = steps.assign(before=previous)[stated & ~pending]
    yield from _told(read, ("grade_before", "grades.before.other_grade"), broken, Severity.WARNING)


def check_history(read: CheckedList, steps: pd.DataFrame) -> Iterable[Finding]:
    """Rows of the list with a grade that no state of their history explains, told at the row's last move."""
    if steps.empty:
        return
    same = (steps["grade"] == steps["listed_grade"]) | (steps["grade_before"] == steps["listed_grade"])
    pending = steps["kind"] == str(MoveKind.APPLICATION)
    explained = (same | pending).groupby(steps["source_id"]).transform("any")
    first = ~steps.duplicated("source_id")
    contrary = _goes_wrong(steps["kind"], steps["grade"], steps["listed_grade"])
    odd = flags(first & ((steps["grade_before"] != "") | contrary))
    sources = steps.loc[odd & ~flags(explained), "source_id"]
    last = steps[flags(steps["source_id"].isin(sources)) & ~flags(steps.duplicated("source_id", keep="last"))]
    offenders = last.assign(before=last["listed_grade"])
    yield from _told(read, ("grade", "grades.list.unexplained"), offenders, Severity.WARNING)


def _goes_wrong(kind: pd.Series, grade: pd.Series, before: pd.Series) -> Flags:
    """Where kind, grade and a known grade before contradict each other; grades outside the order have no direction."""
    rank, least = grade.map(RANKS).astype("float64"), before.map(RANKS).astype("float64")
    known, ranked = flags(before != ""), flags(least.notna())
    return (
        flags(kind.isin(_BETTER) & (rank >= least))
        | flags((kind == str(MoveKind.DEMOTION)) & (rank <= least))
        | flags(kind.isin(_NOT_BETTER) & (rank < least))
        | (flags(kind == str(MoveKind.ENTRY)) & ranked)
        | (flags(kind == str(MoveKind.EXIT)) & known & ~ranked)
    )


def _told(read: CheckedList, words: tuple[str, str], offenders: pd.DataFrame, severity: Severity) -> Iterable[Finding]:
    """A finding a move of `offenders`, with the grade of the first of its rows that is concerned."""
    column, code = words
    first = offenders.drop_duplicates("move").set_index("move")

    def judge(move: int, _: str) -> Offence:
        row = first.loc[move]
        names = ("enterprise_id", "kind", "grade", "before")
        return Offence(code=code, values=tuple((name, str(row[name])) for name in names))

    positions = np.sort(first.index.to_numpy(dtype=np.intp))
    return cell_findings(read.columns[column].read, positions, judge, severity)
