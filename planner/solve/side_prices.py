"""What the multiplier bound pays for each side of the county bands: the relaxation's price, before any re-solving."""

import numpy as np

from planner.problem import PlanProblem, side_rows
from planner.problem.records import Floats
from planner.solve.blocks import falls_apart, make_blocks
from planner.solve.cut_shares import binding_cuts, binding_side
from planner.solve.multipliers import best_prices
from planner.solve.settings import SolveSettings
from planner.solve.shortfall import least_shortfall

__all__ = ["band_multipliers"]

PER_POINT = 100.0
"""Multipliers are yuan per 0.01 %."""


def band_multipliers(problem: PlanProblem, settings: SolveSettings) -> Floats | None:
    """(k,) yuan over the episode that a percentage point more of each side's band is worth, 0 where it does not bind.

    None where the problem has no county bands or does not fall apart into groups.
    """
    allowed = least_shortfall(problem, settings)
    if problem.side is None or problem.side.county_band is None or allowed is None or not falls_apart(problem):
        return None
    rows = side_rows(problem)
    cuts = binding_cuts(problem, allowed.share, rows)
    blocks = make_blocks(problem, cuts) if cuts else None
    if blocks is None:
        return None
    binding, found = binding_side(problem, rows), best_prices(blocks, seed=settings.seed).prices
    every = np.zeros(rows.count)
    every[binding] = found[len(found) - len(binding) :] * PER_POINT
    return np.asarray(every[np.array(rows.family, dtype=object) == "county_band"])
