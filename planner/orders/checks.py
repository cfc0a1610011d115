"""Whether a plan may be written out as orders at all: what it says must be what its options allow."""

import numpy as np

from planner.errors import Finding, finding
from planner.plan import Plan
from planner.problem import PlanProblem
from planner.terms import Measure, split_tag

__all__ = ["check_orders"]

STOPS = frozenset({Measure.HALT, Measure.HOLD_HOT, Measure.HALT_LINES})


def check_orders(problem: PlanProblem, plan: Plan) -> tuple[Finding, ...]:
    """Every reason why no order can be written; empty for a sound plan.

    A source is told to stop only by an option that halts it, and the options hold none for what cannot stop.
    """
    strangers = _strangers(problem, plan)
    return strangers or _wrongly_stopped(problem, plan)


def _strangers(problem: PlanProblem, plan: Plan) -> tuple[Finding, ...]:
    sources, chosen = problem.sources, plan.chosen
    first = sources.first_option
    if len(chosen) != sources.count or bool(np.any((chosen < first[:-1]) | (chosen >= first[1:]))):
        return (finding("orders.plan.other_problem", value=len(chosen)),)
    known = set(sources.source_id)
    names = [item.source_id for item in plan.curtailments if item.source_id not in known]
    return tuple(finding("orders.plan.other_problem", value=name) for name in names)


def _wrongly_stopped(problem: PlanProblem, plan: Plan) -> tuple[Finding, ...]:
    halted = problem.options.halts[plan.chosen]
    stands_still = {name for name, flag in zip(problem.sources.source_id, halted, strict=True) if flag}
    return tuple(
        finding("orders.measure.halts_what_cannot_stop", value=item.source_id)
        for item in plan.curtailments
        if STOPS.intersection(split_tag(tag)[0] for tag in item.measures) and item.source_id not in stands_still
    )
