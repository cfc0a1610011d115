"""What fewer changes would cost, where an order is in force and nobody said how many may be changed."""

from dataclasses import replace

from planner.plan import ChangePoint, PlanDocument, find_alternative
from planner.problem import PlanProblem
from planner.solve import SolveSettings, fewest_changes, solve_problem

__all__ = ["find_curve"]

BETWEEN = (0.25, 0.5, 0.75)
"""Of the way from the fewest changes to those of the cheapest plan: with both ends five plans to choose from."""
CURVE_GAP = 1e-3


def find_curve(document: PlanDocument, settings: SolveSettings) -> tuple[ChangePoint, ...]:
    """Plans that change fewer enterprises than the cheapest one, the fewest first; none where none does.

    Each is the cheapest found under its limit, to a gap of 0.1 %.
    """
    problem, changes = document.problem, document.plan.changes
    settings = replace(settings, gap=max(settings.gap, CURVE_GAP))
    fewest = fewest_changes(problem, settings)
    if changes is None or fewest is None or fewest.count >= len(changes.firms):
        return ()
    span = len(changes.firms) - fewest.count
    limits = sorted({fewest.count, *(fewest.count + int(part * span) for part in BETWEEN)})
    found = (_point(document, _limited(problem, most), settings) for most in limits)
    return tuple(item for item in found if item is not None)


def _point(document: PlanDocument, limited: PlanProblem, settings: SolveSettings) -> ChangePoint | None:
    result = solve_problem(limited, settings)
    if result.plan is None or result.report is None:
        return None
    other = find_alternative(document.problem, document.plan, result.plan.chosen)
    return ChangePoint(other=other, bound_yuan=result.report.bound_yuan)


def _limited(problem: PlanProblem, most: int) -> PlanProblem:
    assert problem.order_in_force is not None  # noqa: S101 - the caller has one
    return replace(problem, order_in_force=replace(problem.order_in_force, most_changes=most))
