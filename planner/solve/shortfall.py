"""Stage one: the least missing share. Where every deepest option dominates its menu the answer needs no search."""

from dataclasses import dataclass, replace

import numpy as np

from planner.plan.assemble import exact_sums
from planner.plan.days import sums_by_day
from planner.problem import NO_INDEX, HardRule, PlanProblem, broken_rules
from planner.problem.records import SHARE_TOLERANCE, Floats, Indices
from planner.solve.families.day_cuts import cut_shares
from planner.solve.mathopt_edge import Program, solve_program
from planner.solve.model import LinearModel, build_model, read_choice
from planner.solve.rows import cut_names
from planner.solve.settings import SolveSettings

__all__ = ["Allowance", "deepest_choice", "exact_shortfall", "least_shortfall", "search_shortfall"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Allowance:
    """By how much each cut row may be missed at least.

    Attributes:
        share: (5,) of the base, (5 D,) by day where there are days; `points` their weighted sum in percentage points;
            `bound` its proven lower bound.
        is_certain: whether some permitted plan misses no more; else only the side rows could stand against one.
    """

    share: Floats
    points: float
    bound: float
    is_certain: bool = True


def least_shortfall(problem: PlanProblem, settings: SolveSettings) -> Allowance | None:
    """The least sum of missing shares (PM, VOCs, SO2 + NOx as one row, and the floors of the exchange).

    None where the counted limits ran out before a plan was found.
    """
    deepest = deepest_choice(problem)
    if deepest is not None:
        missing, broken = _missing(problem, deepest), set(broken_rules(problem, deepest))
        if broken <= {HardRule.SIDE_ROWS} and (_dominates(problem, deepest) or not missing.any()):
            points = float(missing.sum()) * 100.0
            return Allowance(share=missing, points=points, bound=points, is_certain=not broken)
    return search_shortfall(problem, settings)


def exact_shortfall(problem: PlanProblem, chosen: Indices) -> Floats:
    """(5,) share by which each cut row is missed, in exact sums; negative where there is room.

    (5 D,) where the episode is looked at day by day: the rows of the first day, then those of the second, and so on.
    """
    base = exact_sums(problem.sources.base_kg_per_day)
    if problem.days is not None:
        return np.concatenate([_rows(problem, base, taken) for taken in sums_by_day(problem.days, chosen)])
    return _rows(problem, base, exact_sums(problem.options.reduction_kg_per_day[chosen]))


def _rows(problem: PlanProblem, base: Floats, taken: Floats) -> Floats:
    share = np.divide(taken, base, out=np.zeros_like(taken), where=base > 0.0)
    traded = problem.targets.exchange_sum_share - (share[0] + share[1])
    return np.append(problem.targets.share - share, traded)


def _missing(problem: PlanProblem, chosen: Indices) -> Floats:
    rows = exact_shortfall(problem, chosen)
    return np.where(rows > SHARE_TOLERANCE, rows, 0.0)


def deepest_choice(problem: PlanProblem) -> Indices | None:
    """The last option of each source, or of its cohort's last step; None where a follower has no option there."""
    sources, cohorts = problem.sources, problem.cohorts
    chosen = sources.first_option[1:] - 1
    follows = (sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX)
    if not follows.any():
        return chosen
    last = len(cohorts.steps) - 1 - np.argmax(cohorts.allowed[:, ::-1], axis=1)
    taken = sources.step_option[np.flatnonzero(follows), last[sources.cohort[follows]]]
    chosen[follows] = taken
    return None if np.any(taken == NO_INDEX) else chosen


def _dominates(problem: PlanProblem, chosen: Indices) -> bool:
    """Whether no source has an option that takes more of any pollutant than its chosen one."""
    reduction = problem.options.reduction_kg_per_day if problem.days is None else cut_shares(problem)
    return bool(np.all(reduction <= reduction[chosen][problem.options.source]))


def search_shortfall(problem: PlanProblem, settings: SolveSettings) -> Allowance | None:
    """The least missing share by an integer program over all rows; None where the counted limits ran out first."""
    model = build_model(replace(problem, order_in_force=None), np.full(len(cut_names(problem)), 2.0))
    answer = solve_program(_points(model), gap=0.0, seed=settings.seed, node_limit=settings.node_limit)
    if not answer.feasible:
        return None
    missing = _missing(problem, read_choice(problem, model.columns, answer.values))
    bound = min(max(0.0, answer.bound), float(missing.sum()) * 100.0)
    return Allowance(share=missing, points=float(missing.sum()) * 100.0, bound=bound)


def _points(model: LinearModel) -> Program:
    cost = np.zeros(model.columns.count)
    cost[model.columns.shortfall] = 100.0
    return Program(
        cost=cost,
        offset=0.0,
        low=np.zeros(len(cost)),
        high=model.cap,
        is_integer=model.is_integer,
        matrix=model.matrix,
        lower=model.lower,
        upper=model.upper,
    )
