"""Equal treatment and grade order as a request wants them: always, at a price, or not at all."""

from collections.abc import Iterator
from dataclasses import replace

from planner.errors import Finding, FindingsError, Severity, finding
from planner.problem import PlanProblem, soften_order, without_order
from planner.service.records import PlanRequest
from planner.terms import GradeOrder

__all__ = ["in_order", "order_remarks"]


def in_order(problem: PlanProblem, request: PlanRequest) -> PlanProblem:
    """The problem in which the order holds, has its price, or is off, as the request says.

    Raises:
        FindingsError: where price and order do not go together, or something is asked beside that needs the order.
    """
    order, price = request.grade_order, request.grade_order_price_yuan
    found = tuple(_wrong(problem, request))
    if found:
        raise FindingsError(found)
    if order is GradeOrder.SOFT and price is not None:
        return soften_order(problem, price)
    if order is GradeOrder.OFF:
        return replace(without_order(problem), header=replace(problem.header, grade_order=order))
    return problem


def order_remarks(problem: PlanProblem) -> tuple[Finding, ...]:
    """That equals may be treated differently, where the grade order is off or has a price."""
    order = problem.header.grade_order
    if order is GradeOrder.HARD:
        return ()
    if order is GradeOrder.SOFT:
        return (finding("plan.grade_order.soft", Severity.WARNING),)
    return (finding("plan.grade_order.off", Severity.WARNING),)


def _wrong(problem: PlanProblem, request: PlanRequest) -> Iterator[Finding]:
    order, price = request.grade_order, request.grade_order_price_yuan
    if order is not GradeOrder.HARD and problem.days is not None:
        yield finding("plan.grade_order.by_day")
    if (order is GradeOrder.SOFT) != (price is not None):
        yield finding("plan.grade_order.price_missing") if price is None else finding("plan.grade_order.price_alone")
    if price is not None and not 0.0 < price < float("inf"):
        yield finding("plan.grade_order.price_bad", value=price)
    if order is GradeOrder.SOFT:
        yield from (finding("plan.grade_order.not_with", value=name) for name in _beside(problem, request))


def _beside(problem: PlanProblem, request: PlanRequest) -> Iterator[str]:
    """What is asked beside a price and not answered together with it."""
    tables = {"season": problem.season, "from_order": problem.order_in_force, "robust": problem.robust}
    yield from (name for name, table in tables.items() if table is not None)
    if request.extras.prices:
        yield "prices"
