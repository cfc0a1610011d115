"""The referee's own arithmetic: sums over the chosen options, written without a line of the planner's plan room."""

from dataclasses import dataclass
from math import fsum, isfinite

import numpy as np

from planner.problem import PlanProblem
from planner.problem.records import Floats, Indices

__all__ = ["Recount", "close", "missed_cuts", "recount"]

RELATIVE = 1e-12
ROUNDING = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Recount:
    """What the chosen options add up to.

    Attributes:
        base, taken: (4,) kilograms a day over all sources.
        share: (4,) taken / base, 0 where there is no base.
        missing: name of each cut row to the share by which it is missed, met rows absent.
    """

    base: Floats
    taken: Floats
    share: Floats
    cost_yuan: float
    missing: tuple[tuple[str, float], ...]


def recount(problem: PlanProblem, chosen: Indices) -> Recount:
    """Base, reductions, shares, cost and missed cuts of the chosen options, each sum correctly rounded."""
    base = _columns(problem.sources.base_kg_per_day)
    taken = _columns(np.take(problem.options.reduction_kg_per_day, chosen, axis=0))
    share = np.array([part / whole if whole > 0 else 0.0 for part, whole in zip(taken, base, strict=True)])
    return Recount(
        base=base,
        taken=taken,
        share=share,
        cost_yuan=fsum(np.take(problem.options.cost_yuan, chosen).tolist()),
        missing=missed_cuts(problem, share),
    )


def close(stated: float, found: float) -> bool:
    """Whether two finite numbers are the same but for the last digits of different machines."""
    return isfinite(stated) and isfinite(found) and abs(stated - found) <= RELATIVE * max(1.0, abs(stated), abs(found))


def _columns(array: Floats) -> Floats:
    return np.array([fsum(array[:, index].tolist()) for index in range(array.shape[1])])


def missed_cuts(problem: PlanProblem, share: Floats) -> tuple[tuple[str, float], ...]:
    """Name of each cut row that (4,) shares of the base miss, and by how much."""
    so2, nox, pm, vocs = share.tolist()
    asked_so2, asked_nox, asked_pm, asked_vocs = problem.targets.share.tolist()
    gaps = (
        ("so2", asked_so2 - so2),
        ("nox", asked_nox - nox),
        ("pm", asked_pm - pm),
        ("vocs", asked_vocs - vocs),
        ("so2_nox", problem.targets.exchange_sum_share - so2 - nox),
    )
    return tuple((name, gap) for name, gap in gaps if gap > ROUNDING)
