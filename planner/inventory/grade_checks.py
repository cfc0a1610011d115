"""Whether moves of grades make sense: with each other, with the scheme of their process, with the list."""

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.grade_directions import check_directions, check_history
from planner.inventory.grade_records import GradeScheme
from planner.inventory.grade_steps import RANKS, move_steps
from planner.inventory.list_columns import Flags, Offence, cell_findings
from planner.terms import MoveKind

__all__ = ["check_moves"]

_SCOPE = ["enterprise_id", "key_industry", "sub_process"]


def check_moves(
    read: CheckedList, moves: pd.DataFrame, rows: pd.DataFrame, schemes: tuple[GradeScheme, ...]
) -> list[Finding]:
    """Every finding beyond single cells.

    Args:
        read: the columns as read, for the places of findings.
        moves: one row a move in the order of the file, columns of GradeMoves and `move`, its position from 0.
        rows: the rows of the list.
        schemes: the grades of each process; a process without a scheme is not checked.
    """
    whole = (moves[["enterprise_id", "grade", "kind"]] != "").all(axis=1) & moves["from_day"].notna()
    steps = move_steps(rows, moves[whole])
    first = steps.drop_duplicates(["source_id", "from_day"])
    deaf = flags(whole & ~moves["move"].isin(steps["move"]))
    return [
        *_documents(read),
        *_scopes(read, rows, deaf),
        *_kinds(read),
        *_days(read, steps),
        *_schemes(read, steps, schemes),
        *check_directions(read, first),
        *check_history(read, first),
    ]


def _documents(read: CheckedList) -> Iterable[Finding]:
    lacks = flags(read.text("document") == "")
    return read.findings("grades.document.missing", "enterprise_id", lacks, severity=Severity.WARNING)


def _scopes(read: CheckedList, rows: pd.DataFrame, deaf: Flags) -> Iterable[Finding]:
    """Moves that speak of nobody (`deaf`): of a firm that is not listed, or of a process that it does not have."""
    alone = flags((read.text("sub_process") != "") & (read.text("key_industry") == ""))
    listed = flags(read.text("enterprise_id").isin(rows["enterprise_id"]))
    scope = {"industry": "key_industry", "process": "sub_process"}
    warning = Severity.WARNING
    yield from read.findings("grades.scope.process_alone", "sub_process", alone)
    yield from read.findings("grades.enterprise.unknown", "enterprise_id", deaf & ~listed, severity=warning)
    yield from read.findings("grades.scope.unknown", "enterprise_id", deaf & listed & ~alone, scope, warning)


def _kinds(read: CheckedList) -> Iterable[Finding]:
    """An exit leaves no grade, every other kind leaves one."""
    written = flags((read.text("grade") != "") & (read.text("kind") != ""))
    ranked = flags(read.text("grade").isin(RANKS))
    wrong = written & (ranked == read.says("kind", MoveKind.EXIT))
    return read.findings("grades.kind.other_grade", "grade", wrong, {"kind": "kind"})


def _days(read: CheckedList, steps: pd.DataFrame) -> Iterable[Finding]:
    """Two moves of one row on one day that do not say the same."""
    by_day = steps.groupby(["source_id", "from_day"])
    apart = flags((by_day["grade"].transform("nunique") > 1) | (by_day["kind"].transform("nunique") > 1))
    again = steps.assign(first=by_day["move"].transform("min"))[apart]
    later = again[again["move"] > again["first"]].drop_duplicates("move").set_index("move")

    def judge(move: int, _: str) -> Offence:
        row = later.loc[move]
        first = int(str(row["first"]))
        values = {
            "grade": row["grade"],
            "first_row": read.columns["from"].read.places.at(first, "").row,
            "first_grade": read.text("grade").iloc[first],
        }
        return Offence(code="grades.day.two_moves", values=tuple((name, str(item)) for name, item in values.items()))

    return _told(read, "from", later, judge)


def _schemes(read: CheckedList, steps: pd.DataFrame, schemes: tuple[GradeScheme, ...]) -> Iterable[Finding]:
    """Grades that a process of the move's scope cannot carry."""
    process = steps["key_industry"] + "\n" + steps["sub_process"]
    known = [f"{item.key_industry}\n{item.sub_process}" for item in schemes]
    pairs = [f"{name}\n{grade}" for name, item in zip(known, schemes, strict=True) for grade in item.grades]
    for column in ("grade", "grade_before"):
        grade = steps[column]
        outside = flags((grade != "") & process.isin(known) & ~(process + "\n" + grade).isin(pairs))
        first = steps[outside].drop_duplicates("move").set_index("move")

        def judge(move: int, _: str, first: pd.DataFrame = first) -> Offence:
            row = first.loc[move]
            values = (("industry", str(row["key_industry"])), ("process", str(row["sub_process"])))
            return Offence(code="grades.scheme.other_grade", values=values)

        yield from _told(read, column, first, judge)


def _told(
    read: CheckedList, column: str, offenders: pd.DataFrame, judge: Callable[[int, str], Offence]
) -> Iterable[Finding]:
    """A finding a move that stands in the index of `offenders`."""
    positions = np.sort(offenders.index.to_numpy(dtype=np.intp))
    return cell_findings(read.columns[column].read, positions, judge)
