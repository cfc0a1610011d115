"""Other plans of nearly the same cost: the plan's own cohorts held back, a few at a time, and the city asked again."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from planner.audit import audit_plan
from planner.plan import (
    Alternative,
    Plan,
    PlanDocument,
    SolveReport,
    Verdict,
    assemble_plan,
    count_touched,
    enterprises_between,
    find_alternative,
    missing_points,
    relative_gap,
)
from planner.problem import NO_INDEX, PlanProblem, hold_sources
from planner.problem.records import Flags, Indices
from planner.service.records import Extras
from planner.solve import SolveSettings, solve_problem

__all__ = ["find_alternatives"]

TRIES_A_PLAN = 4
TINY_POINTS = 1e-9


def find_alternatives(document: PlanDocument, extras: Extras, settings: SolveSettings) -> tuple[Alternative, ...]:
    """Up to `extras.alternatives` plans within the wanted share of the cost, each passed by the referee.

    Cohorts that the plan asks something of beyond their obligations are held back in turn, those of least cost first,
    so many at a time that at least `extras.differ` enterprises must be replaced. Fewer are given where no more are
    found within four tries a plan.
    """
    problem, plan = document.problem, document.plan
    found: list[Indices] = []
    for tries, held in enumerate(_held_groups(problem, plan.chosen, extras.differ)):
        if len(found) >= extras.alternatives or tries >= TRIES_A_PLAN * extras.alternatives:
            break
        chosen = _other(document, held, extras.within, settings)
        known = [plan.chosen, *found]
        if chosen is not None and all(enterprises_between(problem, chosen, one) >= extras.differ for one in known):
            found.append(chosen)
    return tuple(find_alternative(problem, plan, chosen) for chosen in found)


def _held_groups(problem: PlanProblem, chosen: Indices, least: int) -> Iterator[Flags]:
    """(n,) sources held back together: next the cheapest cohorts not held yet, with at least `least` enterprises."""
    sources, options = problem.sources, problem.options
    first = sources.first_option[:-1]
    extra = options.cost_yuan[chosen] - options.cost_yuan[first]
    group = np.where(sources.cohort == NO_INDEX, problem.cohorts.count + np.arange(sources.count), sources.cohort)
    moved = chosen != first
    total = np.bincount(group, weights=np.where(moved, extra, 0.0))
    owners, held, firms = sources.enterprise_id, np.zeros(sources.count, dtype=bool), set[str]()
    for index in sorted(set(group[moved].tolist()), key=lambda item: (total[item], item)):
        members = group == index
        held |= members
        firms |= {owners[place] or sources.source_id[place] for place in np.flatnonzero(members & moved).tolist()}
        if len(firms) >= least:
            yield held
            held, firms = np.zeros(sources.count, dtype=bool), set()


def _other(document: PlanDocument, held: Flags, within: float, settings: SolveSettings) -> Indices | None:
    """(n,) the options of the best plan with these sources held, None where it is too dear or misses more."""
    problem, plan, report = document.problem, document.plan, document.report
    changed = hold_sources(problem, held, in_order=True)
    result = solve_problem(changed, settings)
    if result.plan is None or missing_points(result.plan) > missing_points(plan) + TINY_POINTS:
        return None
    if result.plan.objective_yuan > plan.objective_yuan * (1.0 + within):
        return None
    chosen = problem.sources.first_option[:-1] + result.plan.chosen - changed.sources.first_option[:-1]
    other = assemble_plan(problem, chosen)
    refused = audit_plan(problem, other, _claimed(problem, other, report)).verdict is Verdict.REFUSED
    return None if refused else chosen


def _claimed(problem: PlanProblem, other: Plan, report: SolveReport) -> SolveReport:
    """The report of the plan as it stands for another plan: its bounds hold for both, the values are the other's."""
    paid = other.fairness.paid_yuan if other.fairness else 0.0
    together = next((item.bound - paid for item in report.stages if item.name == "fairness"), report.bound_yuan)
    bound = min(report.bound_yuan, other.objective_yuan, together)
    own = {"touched": float(count_touched(problem, other.chosen)), "fairness": other.objective_yuan + paid}
    stages = tuple(replace(item, value=own.get(item.name, item.value)) for item in report.stages)
    return replace(report, bound_yuan=bound, gap=relative_gap(other.objective_yuan, bound), stages=stages)
