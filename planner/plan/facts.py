"""What a plan rests on, its gap and its status: small truths that writer and referee both state."""

from collections import Counter
from dataclasses import dataclass
from math import fsum

from planner.plan.records import Plan, Status
from planner.problem import Citation, PlanProblem
from planner.problem.records import FILED_TAG
from planner.terms import RuleStatus

__all__ = ["OPTIMAL_GAP", "RestsOn", "missing_points", "relative_gap", "rests_on", "status_of"]

OPTIMAL_GAP = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsOn:
    """A citation that is not confirmed and how many curtailments rest on it (0: the targets themselves)."""

    citation: str
    status: str
    evidence: str
    curtailments: int


def relative_gap(objective_yuan: float, bound_yuan: float) -> float:
    """(objective - bound) / max(1, objective); 0 where the bound reaches the objective."""
    return max(0.0, objective_yuan - bound_yuan) / max(1.0, objective_yuan)


def missing_points(plan: Plan) -> float:
    """The missing share of all cuts in percentage points, summed over the days where a plan goes by days."""
    missed = [item for day in plan.days for item in day.shortfalls] if plan.days else plan.shortfalls
    return 100.0 * fsum(item.missing_share for item in missed)


def status_of(plan: Plan, gap: float) -> Status:
    """infeasible where a cut, with failures or without, or a limit of changes is missed, optimal at gap <= 1e-6."""
    if plan.shortfalls or plan.misses_more:
        return Status.INFEASIBLE
    return Status.OPTIMAL if gap <= OPTIMAL_GAP else Status.FEASIBLE


def rests_on(problem: PlanProblem, plan: Plan) -> tuple[RestsOn, ...]:
    """Every citation that is to be confirmed and that the plan rests on, by id.

    What an option cites counts where the option is taken; parameters and standings always count.
    """
    optional = {tag for tags in problem.options.citation_sets for tag in tags}
    counts = Counter(
        FILED_TAG if name.startswith(f"{FILED_TAG}:") else name for item in plan.curtailments for name in item.citations
    )
    return tuple(
        _rests_on(citation, counts[citation.id])
        for citation in problem.citations
        if citation.status == RuleStatus.TO_CONFIRM and (counts[citation.id] or citation.id not in optional)
    )


def _rests_on(citation: Citation, count: int) -> RestsOn:
    return RestsOn(citation=citation.id, status=citation.status, evidence=citation.evidence, curtailments=count)
