"""What a percentage point of a county band costs: the plan's cost against that of a wider and a narrower band."""

from typing import Any

import numpy as np

from planner.plan.prices_record import PRICE_STEP, Price, PriceStep
from planner.plan.records import Plan, SolveReport
from planner.problem import PlanProblem

__all__ = ["BAND", "band_index", "band_price", "band_row"]

BAND = "county_band"
PERCENT = 100.0


def band_row(problem: PlanProblem, index: int) -> str:
    """The name of a side of the county bands among the prices."""
    assert problem.side is not None and problem.side.county_band is not None  # noqa: S101, PT018 - it has such a side
    return f"{BAND}[{problem.side.county_band.label[index]}]"


def band_index(problem: PlanProblem, row: str) -> int:
    """The side of that name.

    Raises:
        ValueError: where the problem has no such side.
    """
    table = problem.side.county_band if problem.side else None
    names = [f"{BAND}[{label}]" for label in table.label] if table else []
    return names.index(row)


def band_price(item: Price, problem: PlanProblem, plan: Plan, report: SolveReport) -> dict[str, Any]:
    """One side in the document: its band in points, the relaxation's price, and what both steps came to.

    `up` is the wider band: a positive price is what it saves a percentage point.
    """
    index = band_index(problem, item.row)
    assert problem.side is not None and problem.side.county_band is not None  # noqa: S101, PT018 - it has such a side
    band = float(problem.side.county_band.band[index]) * PERCENT
    step = PRICE_STEP * band
    return {
        "step_share": PRICE_STEP,
        "band_points": band,
        "step_points": step,
        "relaxed_yuan_per_point": item.relaxed,
        "up": _step(item.up, plan, report, -step),
        "down": _step(item.down, plan, report, step),
    }


def _step(step: PriceStep | None, plan: Plan, report: SolveReport, points: float) -> dict[str, Any] | None:
    if step is None or not points:
        return None
    ends = (step.bound_yuan - plan.objective_yuan, step.objective_yuan - report.bound_yuan)
    low, high = sorted(np.divide(ends, points).tolist())
    return {
        "objective_yuan": step.objective_yuan,
        "bound_yuan": step.bound_yuan,
        "yuan_per_point": (step.objective_yuan - plan.objective_yuan) / points,
        "least_yuan_per_point": low,
        "most_yuan_per_point": high,
    }
