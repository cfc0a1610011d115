"""How far a cut can go when every source takes the option that takes most of it away."""

import numpy as np

from planner.problem.records import PlanProblem
from planner.terms import POLLUTANTS, Pollutant

__all__ = ["most_share"]

TRADED = (Pollutant.SO2, Pollutant.NOX)


def most_share(problem: PlanProblem, row: str) -> float:
    """The largest share of the base that the menus alone allow, whatever it costs and whoever else must follow.

    Args:
        row: a pollutant, or `so2_nox` for the sum of both shares.

    Returns:
        0..1, of the sum 0..2; 0 where the pollutant has no base.
    """
    base = problem.sources.base_kg_per_day.sum(axis=0)
    rows = [POLLUTANTS.index(item) for item in (TRADED if row == "so2_nox" else (Pollutant(row),))]
    share = np.zeros(problem.options.count)
    for at in rows:
        share += problem.options.reduction_kg_per_day[:, at] / base[at] if base[at] > 0.0 else 0.0
    if problem.sources.count == 0:
        return 0.0
    return float(np.maximum.reduceat(share, problem.sources.first_option[:-1]).sum())
