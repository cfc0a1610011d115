"""Scenarios side by side: what each costs against the first, who gains, who loses, and where."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planner.scenario.outcome import ScenarioOutcome
from planner.terms import POLLUTANTS

__all__ = ["ScenarioDifference", "compare_scenarios", "county_differences", "firm_differences"]

AMOUNTS = ["cost_yuan", "stopped_hours", *(f"{item}_kg_per_day" for item in POLLUTANTS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioDifference:
    """A scenario against the base.

    Attributes:
        cost_change_yuan: its cost minus that of the base; `least`, `most` what is proven of it by the two bounds.
        reduction_change_kg_per_day: by pollutant in POLLUTANTS order.
        gainers, losers: enterprises that bear less, more; those told the same count as neither.
        changed_orders: enterprises that are told anything else.
    """

    name: str
    cost_change_yuan: float
    least_change_yuan: float
    most_change_yuan: float
    reduction_change_kg_per_day: tuple[float, ...]
    enterprises_change: int
    stopped_hours_change: float
    gainers: int
    losers: int
    changed_orders: int


def compare_scenarios(
    base: ScenarioOutcome, base_firms: pd.DataFrame, other: ScenarioOutcome, firms: pd.DataFrame
) -> ScenarioDifference:
    """What a scenario changes against the base; both have a plan, their firms as `firm_table` gives them."""
    table = firm_differences(base_firms, firms)
    return ScenarioDifference(
        name=other.name,
        cost_change_yuan=other.cost_yuan - base.cost_yuan,
        least_change_yuan=other.bound_yuan - base.cost_yuan,
        most_change_yuan=other.cost_yuan - base.bound_yuan,
        reduction_change_kg_per_day=tuple(
            after - before for before, after in zip(base.reduction_kg_per_day, other.reduction_kg_per_day, strict=True)
        ),
        enterprises_change=other.enterprises - base.enterprises,
        stopped_hours_change=other.stopped_hours - base.stopped_hours,
        gainers=int((table["cost_yuan_change"] < 0.0).sum()),
        losers=int((table["cost_yuan_change"] > 0.0).sum()),
        changed_orders=int(table["is_told_else"].sum()),
    )


def firm_differences(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """One row an enterprise that either plan tells anything, sorted by what it gains, largest gain first.

    Columns: `enterprise_id`, `enterprise_name`, `county_code`, each of AMOUNTS with `_before`, `_after` and `_change`,
    and `is_told_else` (bool).
    """
    both = before.merge(after, on="enterprise_id", how="outer", suffixes=("_before", "_after"), sort=True)
    table = both[["enterprise_id"]].copy()
    for name in ("enterprise_name", "county_code"):
        table[name] = both[f"{name}_after"].fillna(both[f"{name}_before"])
    for name in AMOUNTS:
        table[f"{name}_before"], table[f"{name}_after"] = (
            both[f"{name}_before"].fillna(0.0),
            both[f"{name}_after"].fillna(0.0),
        )
        table[f"{name}_change"] = table[f"{name}_after"] - table[f"{name}_before"]
    table["is_told_else"] = np.asarray(both["told_before"].fillna("") != both["told_after"].fillna(""))
    return table.sort_values(["cost_yuan_change", "enterprise_id"], kind="stable", ignore_index=True)


def county_differences(firms: pd.DataFrame) -> pd.DataFrame:
    """The same by county: `county_code` and each of AMOUNTS with `_change`, sorted by code."""
    changes = [f"{name}_change" for name in AMOUNTS]
    return firms.groupby("county_code", as_index=False, sort=True)[changes].sum()
