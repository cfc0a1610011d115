"""The order in force laid upon a problem, and what cannot be asked together with it yet."""

from collections.abc import Iterator
from dataclasses import replace

from planner.errors import Finding, FindingsError, finding
from planner.plan import newcomers, order_of
from planner.problem import OrderInForce, PlanProblem
from planner.service.records import FormerOrder, PlanRequest

__all__ = ["with_order"]


def with_order(problem: PlanProblem, request: PlanRequest) -> PlanProblem:
    """The problem with the order that the request names; itself where it names none.

    Raises:
        FindingsError: where the order is another city's, or something stands beside it that cannot.
    """
    given = request.from_order
    if given is None:
        return problem
    found = tuple(_wrong(problem, request, given))
    if found:
        raise FindingsError(found)
    if isinstance(given, OrderInForce):
        return replace(problem, order_in_force=given)
    order = order_of(given.document, most_changes=given.most_changes, change_price_yuan=given.change_price_yuan)
    order = replace(order, newcomers=newcomers(given.document.problem, problem))
    return replace(problem, order_in_force=order)


def _wrong(problem: PlanProblem, request: PlanRequest, given: FormerOrder | OrderInForce) -> Iterator[Finding]:
    if isinstance(given, FormerOrder):
        city = given.document.problem.header.city_slug
        if city != problem.header.city_slug:
            yield finding("plan.order.other_city", value=city, wanted=problem.header.city_slug)
    if given.most_changes is not None and given.change_price_yuan is not None:
        yield finding("plan.order.limit_and_price", value=given.most_changes, price=given.change_price_yuan)
    beside = {"season": request.season is not None, "by_day": request.by_day}
    if given.most_changes is not None or given.change_price_yuan is not None:
        beside |= {"prices": request.extras.prices, "alternatives": request.extras.alternatives > 0}
    yield from (finding("plan.order.not_with", value=name) for name, is_asked in beside.items() if is_asked)
