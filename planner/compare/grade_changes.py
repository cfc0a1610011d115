"""Whose grade differs between two plans."""

import pandas as pd

from planner.problem import PlanProblem

__all__ = ["grade_changes", "with_grades"]

_COLUMNS = ["source_id", "enterprise_id", "enterprise_name", "grade"]


def grade_changes(problem_a: PlanProblem, problem_b: PlanProblem) -> pd.DataFrame:
    """One row a source that counts in both problems under different grades, sorted by source_id.

    Returns:
        `source_id`, `enterprise_id`, `enterprise_name`, `grade_before` and `grade_after`.
    """
    both = _grades(problem_a).merge(_grades(problem_b), on="source_id", suffixes=("_before", "_after"), sort=True)
    moved = both[both["grade_before"] != both["grade_after"]].reset_index(drop=True)
    names = {"enterprise_id_after": "enterprise_id", "enterprise_name_after": "enterprise_name"}
    return moved.rename(columns=names)[["source_id", *names.values(), "grade_before", "grade_after"]]


def with_grades(changes: pd.DataFrame, moved: pd.DataFrame) -> pd.DataFrame:
    """Changes with `grade_before` and `grade_after` of sources whose grade moved, '' for others, and `grade_moved`."""
    found = changes.merge(moved[["source_id", "grade_before", "grade_after"]], on="source_id", how="left")
    grades = ["grade_before", "grade_after"]
    found[grades] = found[grades].astype("object").where(found[grades].notna(), "")
    return found.assign(grade_moved=(found["grade_after"] != "").astype(bool))


def _grades(problem: PlanProblem) -> pd.DataFrame:
    return pd.DataFrame({name: list(getattr(problem.sources, name)) for name in _COLUMNS}, dtype="object")
