"""The price of each cut and county band: the same problem with it a little greater and smaller, solved again."""

import numpy as np

from planner.plan import PRICE_STEP, PlanDocument, Price, PriceStep, asked_share, band_row, price_rows
from planner.problem import PlanProblem, side_missing, side_rows, with_band, with_cut
from planner.problem.records import Indices
from planner.solve import SolveSettings, band_multipliers, solve_problem

__all__ = ["find_prices"]


def find_prices(document: PlanDocument, settings: SolveSettings) -> tuple[Price, ...] | None:
    """The prices, two searches a cut and binding band; None where a cut is missed: no cost tells what it is worth."""
    if document.plan.shortfalls:
        return None
    cuts = tuple(_price(document.problem, row, settings) for row in price_rows(document.problem))
    return (*cuts, *_bands(document.problem, document.plan.chosen, settings))


def _price(problem: PlanProblem, row: str, settings: SolveSettings) -> Price:
    share = asked_share(problem, row)
    up, down = (_step(with_cut(problem, row, share * (1.0 + sign * PRICE_STEP)), settings) for sign in (1, -1))
    return Price(row=row, up=up, down=down)


def _bands(problem: PlanProblem, chosen: Indices, settings: SolveSettings) -> tuple[Price, ...]:
    """The sides of county bands that bind: those with a price in the relaxation, or that a step less would break."""
    table = problem.side.county_band if problem.side else None
    if table is None:
        return ()
    relaxed = band_multipliers(problem, settings)
    found = []
    for index, band in enumerate(table.band.tolist()):
        wider, narrower = (with_band(problem, index, band * (1.0 + sign * PRICE_STEP)) for sign in (1, -1))
        price = None if relaxed is None else float(relaxed[index])
        if price or _breaks(narrower, chosen):
            steps = {"up": _step(wider, settings), "down": _step(narrower, settings)}
            found.append(Price(row=band_row(problem, index), relaxed=price, **steps))
    return tuple(found)


def _breaks(problem: PlanProblem, chosen: Indices) -> bool:
    return bool(np.any(side_missing(side_rows(problem), chosen, problem.options.count)))


def _step(changed: PlanProblem, settings: SolveSettings) -> PriceStep | None:
    result = solve_problem(changed, settings)
    if result.plan is None or result.report is None or result.plan.shortfalls:
        return None
    return PriceStep(objective_yuan=result.plan.objective_yuan, bound_yuan=result.report.bound_yuan)
