"""The price of each cut: the same problem with the cut a little greater and a little smaller, solved again."""

from planner.plan import PRICE_STEP, PlanDocument, Price, PriceStep, asked_share, price_rows
from planner.problem import PlanProblem, with_cut
from planner.solve import SolveSettings, solve_problem

__all__ = ["find_prices"]


def find_prices(document: PlanDocument, settings: SolveSettings) -> tuple[Price, ...] | None:
    """The prices, two searches a cut; None where the plan misses a cut: then no cost tells what it is worth."""
    if document.plan.shortfalls:
        return None
    return tuple(_price(document.problem, row, settings) for row in price_rows(document.problem))


def _price(problem: PlanProblem, row: str, settings: SolveSettings) -> Price:
    share = asked_share(problem, row)
    up, down = (_step(with_cut(problem, row, share * (1.0 + sign * PRICE_STEP)), settings) for sign in (1, -1))
    return Price(row=row, up=up, down=down)


def _step(changed: PlanProblem, settings: SolveSettings) -> PriceStep | None:
    result = solve_problem(changed, settings)
    if result.plan is None or result.report is None or result.plan.shortfalls:
        return None
    return PriceStep(objective_yuan=result.plan.objective_yuan, bound_yuan=result.report.bound_yuan)
