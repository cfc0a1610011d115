"""The account of a scenario that was priced and not searched: what a plan at hand costs, and any at least."""

from dataclasses import dataclass
from math import fsum

import numpy as np

from planner.plan import Status
from planner.plan.assemble import exact_sums
from planner.problem import PlanProblem
from planner.problem.records import Floats, Indices
from planner.scenario.answer_digest import answer_digest
from planner.scenario.outcome import HOURS_OF_DAY, PRICED, ScenarioOutcome
from planner.scenario.records import Scenario
from planner.terms import POLLUTANTS

__all__ = ["PricedPlan", "priced_outcome"]

CUTS = (*map(str, POLLUTANTS), "so2_nox")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PricedPlan:
    """A plan at hand with what is proven of all others.

    Attributes:
        chosen: (n,) option of each source.
        bound_yuan: what every plan that meets the cuts costs at least.
        missing_share: (5,) share of the base by which each cut is missed; where any is, the gap says nothing.
        gap: (cost - bound) / max(1, cost).
    """

    chosen: Indices
    cost_yuan: float
    bound_yuan: float
    gap: float
    missing_share: Floats


def priced_outcome(scenario: Scenario, problem: PlanProblem, priced: PricedPlan) -> ScenarioOutcome:
    """The account; a plan that misses a cut is none, its cost and the bound stand all the same."""
    header, chosen, options = problem.header, priced.chosen, problem.options
    base, taken = exact_sums(problem.sources.base_kg_per_day), exact_sums(options.reduction_kg_per_day[chosen])
    share = np.divide(taken, base, out=np.zeros_like(taken), where=base > 0.0)
    says = np.array([len(measures) > 0 for measures in options.measure_sets], dtype=bool)
    told = np.flatnonzero(says[options.measures[chosen]])
    owners = {problem.sources.enterprise_id[at] or problem.sources.source_id[at] for at in told.tolist()}
    holds = not priced.missing_share.any()
    return ScenarioOutcome(
        name=scenario.name,
        title=scenario.title,
        status=str(Status.FEASIBLE if holds else Status.UNKNOWN),
        level=str(header.level),
        mode=str(header.mode),
        on=header.on.isoformat(),
        cost_yuan=priced.cost_yuan,
        bound_yuan=priced.bound_yuan,
        gap=priced.gap if holds else 0.0,
        base_kg_per_day=tuple(base.tolist()),
        reduction_kg_per_day=tuple(taken.tolist()),
        share=tuple(share.tolist()),
        missing=_missing(priced.missing_share),
        enterprises=len({problem.sources.enterprise_id[at] for at in told.tolist()} - {""}),
        sources=len(told),
        stopped_hours=HOURS_OF_DAY * header.duration_days * fsum((1.0 - options.kept_share[chosen[told]]).tolist()),
        reason=() if holds else ("sweep.priced.misses",),
        answer_sha256=answer_digest(problem, chosen) if holds else "",
        duration_days=header.duration_days,
        told=len(owners),
        kind=PRICED,
    )


def _missing(share: Floats) -> tuple[tuple[str, float], ...]:
    return tuple((name, value) for name, value in zip(CUTS, share.tolist(), strict=True) if value > 0.0)
