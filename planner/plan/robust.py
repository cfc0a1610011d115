"""What a plan withstands: each cut with its largest ordered reductions away, or with each happening by chance.

With rates the loss is that of the normal approximation: mean loss and z standard deviations of the sum; beside it
stands how often every cut held in a seeded simulation.
"""

from dataclasses import asdict, dataclass
from math import fsum, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np

from planner.problem import PlanProblem
from planner.problem.records import Floats, Indices

__all__ = ["ROBUST_ROWS", "RobustRow", "cut_shares_of", "find_robust", "robust_body", "simulated_share"]

ROBUST_ROWS = ("so2", "nox", "pm", "vocs", "so2_nox")
TOLERANCE = 1e-11
DRAWS, SEED = 2_000, 20_261_123


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustRow:
    """One cut under failures, all shares of the base.

    Attributes:
        row: a pollutant, or `so2_nox`.
        share: what is ordered; `loss_share` what the failures take from it; `kept_share` what is left.
        missing_share: by how much that misses the target; 0 where it holds.
    """

    row: str
    share: float
    loss_share: float
    kept_share: float
    target_share: float
    missing_share: float


def cut_shares_of(problem: PlanProblem) -> Floats:
    """(m, 5) share of the base that each option takes, by exact sums of the base, a column a cut."""
    base = np.array([fsum(column) for column in problem.sources.base_kg_per_day.T.tolist()])
    reduction = problem.options.reduction_kg_per_day
    share = np.divide(reduction, base, out=np.zeros_like(reduction), where=base > 0.0)
    return np.column_stack([share, share[:, 0] + share[:, 1]])


def find_robust(problem: PlanProblem, chosen: Indices) -> tuple[RobustRow, ...]:
    """The cuts of chosen options (n,) under the problem's failures; empty where it names none."""
    robust = problem.robust
    if robust is None:
        return ()
    shares = cut_shares_of(problem)[chosen]
    targets = [*problem.targets.share.tolist(), problem.targets.exchange_sum_share]
    rows = []
    for index, name in enumerate(ROBUST_ROWS):
        taken = shares[:, index]
        loss = _worst(taken, robust.failures) if robust.failures else _by_chance(taken, robust.rate, robust.probability)
        share = fsum(taken.tolist())
        missing = targets[index] - (share - loss)
        rows.append(
            RobustRow(
                row=name,
                share=share,
                loss_share=loss,
                kept_share=share - loss,
                target_share=targets[index],
                missing_share=missing if missing > TOLERANCE and targets[index] > 0.0 else 0.0,
            )
        )
    return tuple(rows)


def _worst(taken: Floats, failures: int) -> float:
    size = min(failures, len(taken))
    return fsum(np.sort(taken)[len(taken) - size :].tolist())


def _by_chance(taken: Floats, rate: Floats, probability: float) -> float:
    variance = fsum((rate * (1.0 - rate) * taken * taken).tolist())
    return fsum(((1.0 - rate) * taken).tolist()) + NormalDist().inv_cdf(probability) * sqrt(variance)


def simulated_share(problem: PlanProblem, chosen: Indices) -> float | None:
    """In what share of seeded draws all cuts hold at once; None where failures are counted."""
    robust = problem.robust
    if robust is None or not robust.probability:
        return None
    shares = cut_shares_of(problem)[chosen]
    targets = np.append(problem.targets.share, problem.targets.exchange_sum_share)
    alive = np.flatnonzero(shares.any(axis=1))
    draw, held = np.random.default_rng(SEED), 0
    for _ in range(DRAWS):
        happens = draw.random(len(alive)) < robust.rate[alive]
        left = np.where(happens[:, None], shares[alive], 0.0).sum(axis=0)
        held += bool(np.all((left >= targets - TOLERANCE) | (targets <= 0.0)))
    return held / DRAWS


def robust_body(problem: PlanProblem, rows: tuple[RobustRow, ...], chosen: Indices) -> dict[str, Any]:
    """The field `robust` without the plain plan beside it."""
    robust = problem.robust
    assert robust is not None  # noqa: S101 - the caller has one
    return {
        "failures": robust.failures or None,
        "probability": robust.probability or None,
        "simulated_probability": simulated_share(problem, chosen),
        "held": not any(item.missing_share for item in rows),
        "rows": {item.row: {name: value for name, value in asdict(item).items() if name != "row"} for item in rows},
    }
