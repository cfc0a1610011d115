"""The cuts as the search sees them: only the rows that could be missed, in hundredths of a percent of the base."""

from dataclasses import dataclass

import numpy as np

from planner.problem import PlanProblem
from planner.problem.records import Floats, Indices
from planner.solve.families.cuts import option_shares
from planner.solve.rows import SHARE_SCALE

__all__ = ["Cuts", "binding_cuts"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cuts:
    """The d cut rows that some plan would miss.

    Attributes:
        row: (d,) position in CUT_ROWS.
        target: (d,) least reduction less what may be missed; `option_share` (m, d) of each option; both in 0.01 %.
    """

    row: Indices
    target: Floats
    option_share: Floats


def binding_cuts(problem: PlanProblem, shortfall_share: Floats) -> Cuts:
    """The cut rows that the least of every menu does not meet by itself."""
    share = option_shares(problem)
    target = np.append(problem.targets.share, problem.targets.exchange_sum_share) - shortfall_share
    first = problem.sources.first_option[:-1]
    least = np.minimum.reduceat(share, first, axis=0).sum(axis=0) if len(first) else np.zeros(len(target))
    row = np.flatnonzero(target - least > 0.0)
    return Cuts(row=row, target=target[row] * SHARE_SCALE, option_share=share[:, row] * SHARE_SCALE)
