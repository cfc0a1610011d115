"""What sparing an enterprise would cost: another plan beside the plan, told as a difference."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from planner.plan import Plan, Result, Shortfall, SolveReport, missing_points
from planner.problem import PlanProblem
from planner.problem.records import Flags

__all__ = ["Possible", "Replacement", "Spared", "compare_spared", "sources_of_firm"]

TINY_POINTS = 1e-9


class Possible(StrEnum):
    """Whether a plan that spares the enterprise misses no more than the plan at hand; unknown: the search gave up."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spared:
    """The best plan that asks nothing of the enterprise beyond its obligations.

    Attributes:
        extra_yuan: what it costs more over the episode; None where it is not possible.
        least_extra_yuan, most_extra_yuan: what is proven of the extra cost, both searches' gaps included.
        shortfalls: the cuts that it misses.
        others: enterprises, fleets and sites that lose more of their activity than before; `relieved` those that lose
            less.
    """

    is_possible: Possible
    extra_yuan: float | None
    least_extra_yuan: float | None
    most_extra_yuan: float | None
    shortfalls: tuple[Shortfall, ...]
    others: int
    relieved: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """The enterprise spared together with its equals, as the grade order asks, and spared alone, outside the order."""

    with_equals: Spared
    alone: Spared


def sources_of_firm(problem: PlanProblem, source_index: int) -> Flags:
    """(n,) the sources of the enterprise that owns a source; a fleet or site stands for itself."""
    owners = np.array(problem.sources.enterprise_id, dtype=object)
    own = np.asarray(owners == owners[source_index]) & (owners != "")
    own[source_index] = True
    return np.asarray(own, dtype=bool)


def compare_spared(
    problem: PlanProblem, plan: Plan, report: SolveReport, changed: PlanProblem, result: Result
) -> Spared:
    """The difference between a plan and the answer to the problem in which the enterprise is spared.

    Args:
        report: what is proven of the plan.
        changed: the problem of `result`, of the same sources.
    """
    if result.plan is None or result.report is None:
        return _without_plan(Possible.UNKNOWN)
    other = result.plan
    loses = _lost_share(changed, other) - _lost_share(problem, plan)
    moved = {name: _owners(problem, np.asarray(sign * loses > 0.0)) for name, sign in (("more", 1), ("less", -1))}
    told = {"others": len(moved["more"]), "relieved": len(moved["less"] - moved["more"])}
    if missing_points(other) > missing_points(plan) + TINY_POINTS:
        return Spared(
            is_possible=Possible.NO,
            extra_yuan=None,
            least_extra_yuan=None,
            most_extra_yuan=None,
            shortfalls=other.shortfalls,
            **told,
        )
    return Spared(
        is_possible=Possible.YES,
        extra_yuan=max(0.0, other.objective_yuan - plan.objective_yuan),
        least_extra_yuan=max(0.0, result.report.bound_yuan - plan.objective_yuan),
        most_extra_yuan=max(0.0, other.objective_yuan - report.bound_yuan),
        shortfalls=other.shortfalls,
        **told,
    )


def _without_plan(possible: Possible) -> Spared:
    return Spared(
        is_possible=possible,
        extra_yuan=None,
        least_extra_yuan=None,
        most_extra_yuan=None,
        shortfalls=(),
        others=0,
        relieved=0,
    )


def _lost_share(problem: PlanProblem, plan: Plan) -> np.ndarray:
    return np.asarray(1.0 - problem.options.kept_share[plan.chosen])


def _owners(problem: PlanProblem, mask: Flags) -> set[str]:
    sources = problem.sources
    return {sources.enterprise_id[index] or sources.source_id[index] for index in np.flatnonzero(mask).tolist()}
