"""Why the cuts cannot all be met: an irreducible clash of clauses, found by deletion, and relaxations by price."""

import numpy as np

from planner.plan import (
    Clash,
    Clause,
    Plan,
    PlanDocument,
    Relaxation,
    Volunteer,
    WhyNot,
    find_held_back,
    missing_points,
)
from planner.problem import PlanProblem
from planner.service.question import Question
from planner.service.relaxed import SHARED, present_clauses, relaxed_problem
from planner.solve import SolveSettings, solve_problem

__all__ = ["find_why_not"]

TINY_POINTS = 1e-9
ANY_PLAN = 1.0
"""Gap at which a search for any plan at all may stop."""
MOST_VOLUNTEERS = 20
ORDERED_ALREADY = frozenset({Clause.MENU, Clause.GRADE_ORDER, Clause.FILED_LIST, *SHARED})


class _GaveUp(Exception):  # noqa: N818 - no error: the counted limits ran out
    """A search that could prove neither that the cuts can be met nor that they cannot."""


def find_why_not(question: Question, document: PlanDocument) -> WhyNot:
    """The whole answer: what is held back, which clauses clash, what each relaxation would cost.

    Deletion: beginning with all clauses in force, each is left out for good where the cuts stay out of reach without
    it; those that remain clash, and no part of them does. Each is verified by solving again without it.
    """
    present = present_clauses(question.problem)
    return WhyNot(
        held_back=find_held_back(question.problem),
        clash=_proven_clash(question, present),
        relaxations=_relaxations(question, document.plan, present),
    )


def _proven_clash(question: Question, present: tuple[Clause, ...]) -> tuple[Clash, ...] | None:
    """The clash; None where some search gave up: then none is claimed."""
    try:
        return _clash(question, present)
    except _GaveUp:
        return None


def _clash(question: Question, present: tuple[Clause, ...]) -> tuple[Clash, ...]:
    """The clash; empty where the cuts cannot be met even with every clause relaxed."""
    if _any_plan(question, frozenset(present)) is None:
        return ()
    relaxed: frozenset[Clause] = frozenset()
    for clause in present:
        if _any_plan(question, relaxed | {clause}) is None:
            relaxed |= {clause}
    remaining = [clause for clause in present if clause not in relaxed]
    costs = [(clause, _any_plan(question, relaxed | {clause})) for clause in remaining]
    return tuple(Clash(clause=clause, objective_yuan=cost) for clause, cost in costs if cost is not None)


def _any_plan(question: Question, relaxed: frozenset[Clause]) -> float | None:
    """Cost of some plan that meets the cuts with these clauses relaxed; None where there is none."""
    settings = SolveSettings(gap=ANY_PLAN, seed=question.settings.seed)
    result = solve_problem(relaxed_problem(question, relaxed), settings)
    if result.plan is None or result.report is None:
        raise _GaveUp
    if result.plan.shortfalls and result.report.stages[0].bound <= TINY_POINTS:
        raise _GaveUp
    return None if result.plan.shortfalls else result.plan.objective_yuan


def _relaxations(question: Question, plan: Plan, present: tuple[Clause, ...]) -> tuple[Relaxation, ...]:
    found = [item for clause in present if (item := _relaxation(question, plan, clause)) is not None]
    return tuple(sorted(found, key=_rank))


def _rank(item: Relaxation) -> tuple[float, float, str]:
    missing = sum(short.missing_share for short in item.shortfalls)
    return missing, item.objective_yuan, str(item.clause)


def _relaxation(question: Question, plan: Plan, clause: Clause) -> Relaxation | None:
    """One clause relaxed by itself; None where that brings the cuts no nearer."""
    problem = relaxed_problem(question, frozenset({clause}))
    result = solve_problem(problem, question.settings)
    if result.plan is None or missing_points(result.plan) >= missing_points(plan):
        return None
    return Relaxation(
        clause=clause,
        objective_yuan=result.plan.objective_yuan,
        shortfalls=result.plan.shortfalls,
        volunteers=() if clause in ORDERED_ALREADY else _volunteers(question.problem, problem, result.plan, clause),
    )


def _volunteers(before: PlanProblem, relaxed: PlanProblem, plan: Plan, clause: Clause) -> tuple[Volunteer, ...]:
    """Enterprises that the clause protects and the plan uses beyond what they were obliged to, most kilograms first."""
    sources, options = relaxed.sources, relaxed.options
    protected = np.array([item == str(clause) for item in before.sources.standing])
    gain = options.reduction_kg_per_day[plan.chosen] - before.sources.filed_kg_per_day
    used = np.flatnonzero(protected & np.any(gain > 0.0, axis=1))
    firms: dict[str, list[int]] = {}
    for index in used.tolist():
        firms.setdefault(sources.enterprise_id[index] or sources.source_id[index], []).append(index)
    rows = [_volunteer(relaxed, plan, name, gain, places) for name, places in firms.items()]
    rows.sort(key=lambda row: (-sum(row.kilograms_per_day), row.enterprise_id))
    return tuple(rows[:MOST_VOLUNTEERS])


def _volunteer(problem: PlanProblem, plan: Plan, name: str, gain: np.ndarray, places: list[int]) -> Volunteer:
    return Volunteer(
        enterprise_id=name,
        enterprise_name=problem.sources.enterprise_name[places[0]],
        kilograms_per_day=tuple(gain[places].sum(axis=0).tolist()),
        cost_yuan=float(problem.options.cost_yuan[plan.chosen[places]].sum()),
    )
