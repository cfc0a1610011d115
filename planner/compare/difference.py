"""What changed from one plan to another: totals, cost, and every source that is told something else."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planner.compare.grade_changes import grade_changes, with_grades
from planner.compare.order_tables import curtailment_table
from planner.plan import Plan
from planner.problem import PlanProblem
from planner.terms import POLLUTANTS, Pollutant

__all__ = ["PlanDiff", "TotalChange", "compare_plans"]

_CUTS = [f"{name}_reduction_kg_per_day" for name in POLLUTANTS]
_WHO = ["source_id", "enterprise_id", "enterprise_name", "line_id", "county_code"]
_CHANGES = {"left_only": "released", "right_only": "added", "both": "changed"}
_SAID = ["measures", "kept_share", "cost_yuan", *_CUTS]


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalChange:
    """One pollutant in both plans: shares of the base 0..1, kilograms a day, and whether the cut is met."""

    pollutant: Pollutant
    share_before: float
    share_after: float
    reduction_before_kg_per_day: float
    reduction_after_kg_per_day: float
    met_before: bool
    met_after: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlanDiff:
    """Plan B against plan A.

    Attributes:
        cost_change_yuan: objective of B minus objective of A, each over its own episode.
        enterprises_added, enterprises_released: firms with a measure in B only, in A only; sorted credit codes.
        changes: one row a source that is told something else, sorted by source_id: `source_id`, `enterprise_id`,
            `enterprise_name`, `line_id`, `county_code`, `change` (`added`, `released`, `changed`), and `_before` and
            `_after` of `measures` (tuple, () where none), `kept_share` (0..1, 1 where none), `cost_yuan` and
            `<pollutant>_reduction_kg_per_day`; `grade_moved`, and where it did `grade_before` and `grade_after`.
        grades: one row a source whose grade differs, whatever it is told: see `compare.grade_changes`.
    """

    totals: tuple[TotalChange, ...]
    cost_before_yuan: float
    cost_after_yuan: float
    enterprises_added: tuple[str, ...]
    enterprises_released: tuple[str, ...]
    changes: pd.DataFrame
    grades: pd.DataFrame

    @property
    def cost_change_yuan(self) -> float:
        """Cost of B minus cost of A, yuan."""
        return self.cost_after_yuan - self.cost_before_yuan


def compare_plans(problem_a: PlanProblem, plan_a: Plan, problem_b: PlanProblem, plan_b: Plan) -> PlanDiff:
    """What plan B changes against plan A; the two may stand on different lists, levels or rules."""
    before, after = curtailment_table(problem_a, plan_a), curtailment_table(problem_b, plan_b)
    firms_a, firms_b = _firms(before), _firms(after)
    moved = grade_changes(problem_a, problem_b)
    return PlanDiff(
        totals=_total_changes(plan_a, plan_b),
        cost_before_yuan=plan_a.objective_yuan,
        cost_after_yuan=plan_b.objective_yuan,
        enterprises_added=tuple(sorted(firms_b - firms_a)),
        enterprises_released=tuple(sorted(firms_a - firms_b)),
        changes=with_grades(_changes(before, after), moved),
        grades=moved,
    )


def _firms(table: pd.DataFrame) -> set[str]:
    return set(table["enterprise_id"]) - {""}


def _total_changes(plan_a: Plan, plan_b: Plan) -> tuple[TotalChange, ...]:
    return tuple(
        TotalChange(
            pollutant=before.pollutant,
            share_before=before.share,
            share_after=after.share,
            reduction_before_kg_per_day=before.reduction_kg_per_day,
            reduction_after_kg_per_day=after.reduction_kg_per_day,
            met_before=before.met,
            met_after=after.met,
        )
        for before, after in zip(plan_a.totals, plan_b.totals, strict=True)
    )


def _changes(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    left, right = before[_WHO + _SAID], after[_WHO + _SAID]
    both = left.merge(right, on="source_id", how="outer", suffixes=("_before", "_after"), indicator=True, sort=True)
    table = both[["source_id"]].copy()
    for name in _WHO[1:]:
        table[name] = both[f"{name}_after"].where(both[f"{name}_after"].notna(), both[f"{name}_before"])
    table["change"] = both["_merge"].map(_CHANGES).astype(str)
    for name in _SAID:
        for side in ("before", "after"):
            table[f"{name}_{side}"] = _filled(both[f"{name}_{side}"], name)
    return table[_says_something_else(table)].reset_index(drop=True)


def _filled(column: pd.Series, name: str) -> pd.Series:
    if name == "measures":
        return pd.Series([item if isinstance(item, tuple) else () for item in column], index=column.index, dtype=object)
    return column.astype(float).fillna(1.0 if name == "kept_share" else 0.0)


def _says_something_else(table: pd.DataFrame) -> np.ndarray:
    same_words = np.array(
        [set(one) == set(two) for one, two in zip(table["measures_before"], table["measures_after"], strict=True)],
        dtype=bool,
    )
    same_load = np.asarray(table["kept_share_before"] == table["kept_share_after"])
    in_both = np.asarray(table["change"] == "changed")
    return np.asarray(~(same_words & same_load & in_both), dtype=bool)
