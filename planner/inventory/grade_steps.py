"""Moves laid upon the rows of a list: one step a row and move, in the order of days, and what each counts as."""

import numpy as np
import pandas as pd

from planner.inventory.code_registers import NO_INDUSTRY
from planner.inventory.grade_records import GradeTerms
from planner.inventory.list_columns import Flags
from planner.terms import GRADE_RANK, Grade, MoveKind

__all__ = ["MOVE_ORDER", "RANKS", "counted_grades", "move_steps"]

MOVE_ORDER = [
    "enterprise_id",
    "from_day",
    "key_industry",
    "sub_process",
    "grade",
    "kind",
    "grade_before",
    "reason",
    "document",
]
"""Canonical order of moves: by firm and day, what speaks of one process after what speaks of all."""

RANKS = {str(grade): rank for grade, rank in GRADE_RANK.items()}
_LEADING = (str(Grade.LEADING), str(Grade.NON_LEADING))
_SCOPE = ("key_industry", "sub_process")


def move_steps(rows: pd.DataFrame, moves: pd.DataFrame) -> pd.DataFrame:
    """One step a row of the list and move that speaks of it, by row and in canonical order of moves.

    Rows of no key industry have no grade and no steps.

    Args:
        rows: rows with `source_id`, `enterprise_id`, `key_industry`, `sub_process` and `grade`.
        moves: the frame of GradeMoves, other columns kept.

    Returns:
        The columns of the moves, those of their scope named `move_key_industry` and `move_sub_process`, and of the row
        `source_id`, `key_industry`, `sub_process` and `listed_grade`.
    """
    columns = ["source_id", "enterprise_id", *_SCOPE, "grade"]
    graded = rows.loc[rows["key_industry"] != NO_INDUSTRY, columns].rename(columns={"grade": "listed_grade"})
    ordered = moves.sort_values(MOVE_ORDER, kind="stable", ignore_index=True)
    renamed = ordered.rename(columns={name: f"move_{name}" for name in _SCOPE}).assign(order=np.arange(len(ordered)))
    pairs = graded.merge(renamed, on="enterprise_id", how="inner")
    inside = _speaks(pairs, "key_industry") & _speaks(pairs, "sub_process")
    return pairs[inside].sort_values(["source_id", "order"], kind="stable", ignore_index=True)


def counted_grades(steps: pd.DataFrame, terms: GradeTerms) -> pd.DataFrame:
    """The steps that have an effect, with the grade `counts_as` that they put in force.

    An application counts as the grade that the rules give it, but never lifts a firm above the grade that it has; it
    has no effect without such a rule or where the grade that is asked for is no better. A breach and an overdue upgrade
    leave at best the grade that the rules name. Where a process is graded leading or not leading, not leading stands in
    the place of the rule's grade.
    """
    least = _least_grades(steps, terms)
    worse = _ranks(least) > _ranks(steps["grade"])
    counted = steps.assign(counts_as=steps["grade"].where(~worse, least))
    applies = steps["kind"] == str(MoveKind.APPLICATION)
    lifted = applies & (_ranks(_grades_before(steps)) > _ranks(counted["counts_as"]))
    return counted[(~applies | worse) & ~lifted].reset_index(drop=True)


def _grades_before(steps: pd.DataFrame) -> pd.Series:
    """The grade that each step leaves: as stated, else that of the step before, else the list's."""
    follows = steps.groupby("source_id")["grade"].shift().fillna(steps["listed_grade"])
    return steps["grade_before"].where(steps["grade_before"] != "", follows)


def _least_grades(steps: pd.DataFrame, terms: GradeTerms) -> pd.Series:
    """The best grade that the kind of a move leaves, '' where the rules say nothing of it."""
    by_kind = {
        str(MoveKind.APPLICATION): terms.application,
        str(MoveKind.VIOLATION): terms.violation,
        str(MoveKind.UPGRADE_OVERDUE): terms.upgrade_overdue,
    }
    named = {kind: str(grade or "") for kind, grade in by_kind.items()}
    least = steps["kind"].astype("object").map(lambda kind: named.get(kind, "")).astype("str")
    falls = steps["grade"].isin(_LEADING) & (_ranks(least) > 0)
    return least.where(~falls, str(Grade.NON_LEADING))


def _ranks(grades: pd.Series) -> pd.Series:
    return grades.map(RANKS).astype("float64")


def _speaks(pairs: pd.DataFrame, name: str) -> Flags:
    asked = pairs[f"move_{name}"]
    return np.asarray((asked == "") | (asked == pairs[name]), dtype=np.bool_)
