"""What a plan pays for breaking equal treatment and grade order: the reading of its required shares that costs least.

A cohort's *reading* is one required share of its grade's menu. A part is read as asked for the step nearest to it that
agrees with what the part does; a cohort is read against the highest share of any better grade of its group.
"""

from dataclasses import dataclass

import numpy as np

from planner.problem.permission import agreeing_steps
from planner.problem.records import Floats, Indices, PlanProblem
from planner.problem.soft_order import SoftOrder

__all__ = ["FairReading", "order_cost", "read_fairly"]

TIE = 1e-9
"""A firm that stands alone in its grade differs from no equal: it is the grade order that is read as broken."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FairReading:
    """The reading of least price over k parts and c cohorts, shares 0..1.

    Attributes:
        step: (c,) step that is the required share of each cohort; `own` (k,) step of each part.
        spread: (k,) distance of a part's share from its cohort's.
        better: (c,) highest share of a better grade of the group, 0 for the best; `below` (c,) by how much the
            cohort's own share lies below it.
        paid_yuan: all of it at its price.
    """

    step: Indices
    own: Indices
    spread: Floats
    better: Floats
    below: Floats
    paid_yuan: float


def read_fairly(problem: PlanProblem, chosen: Indices) -> FairReading:
    """The reading of chosen options (n,) that pays least; of equals that of least spread, then of the lowest shares.

    Raises:
        ValueError: where the order of the problem has no price, or the options of a part agree with no step.
    """
    soft, steps = problem.soft, problem.cohorts.steps
    if soft is None:
        raise ValueError("soft")
    agrees = agreeing_steps(problem, chosen)
    if not agrees.any(axis=1).all():
        raise ValueError(problem.cohorts.label[int(np.argmin(agrees.any(axis=1)))])
    distance = _distances(agrees, steps)
    step = _cheapest_steps(soft, steps, distance)
    at = step[soft.cohort]
    spread = distance[np.arange(len(at)), at]
    own = np.argmin(np.where(agrees, np.abs(steps[None, :] - steps[at][:, None]), np.inf), axis=1)
    better, below = _below(soft, steps[step])
    shares = float(soft.weight @ spread) + float(soft.enterprises @ below)
    paid = soft.yuan_per_share(problem.header.duration_days) * shares
    return FairReading(step=step, own=own, spread=spread, better=better, below=below, paid_yuan=paid)


def order_cost(problem: PlanProblem, chosen: Indices) -> float:
    """What chosen options pay for breaking the order, yuan; 0 where it has no price."""
    return 0.0 if problem.soft is None else read_fairly(problem, chosen).paid_yuan


def _distances(agrees: np.ndarray, steps: Floats) -> Floats:
    """(k, q) distance of each share from the nearest one that agrees with the part."""
    apart = np.abs(steps[:, None] - steps[None, :])
    result = np.full(agrees.shape, np.inf)
    for step in range(len(steps)):
        result = np.minimum(result, np.where(agrees[:, [step]], apart[step], np.inf))
    return result


def _cheapest_steps(soft: SoftOrder, steps: Floats, distance: Floats) -> Indices:
    """(c,) backwards from the worst grade: what the rest of a group costs after each highest share so far."""
    spread = np.zeros((soft.count, len(steps)))
    np.add.at(spread, soft.cohort, soft.weight[:, None] * distance)
    spread[~soft.allowed] = np.inf
    step = np.zeros(soft.count, dtype=np.int64)
    gap = np.maximum(steps[:, None] - steps[None, :], 0.0)
    higher = np.maximum(np.arange(len(steps))[:, None], np.arange(len(steps))[None, :])
    for chain in soft.chains():
        rest, best = np.zeros(len(steps)), []
        for cohort in reversed(chain):
            table = (1.0 + TIE) * spread[cohort][None, :] + soft.enterprises[cohort] * gap + rest[higher]
            best.append(np.argmin(table, axis=1))
            rest = table.min(axis=1)
        highest = 0
        for cohort, choice in zip(chain, reversed(best), strict=True):
            step[cohort] = choice[highest]
            highest = max(highest, int(step[cohort]))
    return step


def _below(soft: SoftOrder, share: Floats) -> tuple[Floats, Floats]:
    """(c,) twice: the highest share of a better grade, and by how much the cohort's lies below it."""
    better = np.zeros(soft.count)
    for chain in soft.chains():
        highest = 0.0
        for cohort in chain:
            better[cohort] = highest
            highest = max(highest, float(share[cohort]))
    return better, np.maximum(better - share, 0.0)
