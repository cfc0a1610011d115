"""What a kilogram of each cut costs: the plan's cost against that of slightly greater and slightly smaller cuts."""

from typing import Any

import numpy as np

from planner.plan.assemble import exact_sums
from planner.plan.band_prices import BAND, band_price
from planner.plan.prices_record import PRICE_STEP, Price, PriceStep
from planner.plan.records import Plan, SolveReport
from planner.problem import PlanProblem
from planner.terms import POLLUTANTS, Pollutant

__all__ = ["PRICE_STEP", "Price", "PriceStep", "asked_share", "base_of_row", "price_rows", "prices_body", "read_prices"]

SO2_NOX = "so2_nox"


def price_rows(problem: PlanProblem) -> tuple[str, ...]:
    """The cuts that ask something: pollutants with a share of their own, and the exchange."""
    rows = [str(item) for item, share in zip(POLLUTANTS, problem.targets.share.tolist(), strict=True) if share > 0.0]
    return (*rows, *([SO2_NOX] if problem.targets.exchange_sum_share > 0.0 else []))


def asked_share(problem: PlanProblem, row: str) -> float:
    """The share that a cut asks."""
    if row == SO2_NOX:
        return problem.targets.exchange_sum_share
    return float(problem.targets.share[POLLUTANTS.index(Pollutant(row))])


def base_of_row(problem: PlanProblem, row: str) -> float:
    """Kilograms a day of the base that a cut is a share of; of the exchange those of NOx, or of SO2 where none is."""
    base = exact_sums(problem.sources.base_kg_per_day)
    so2, nox = POLLUTANTS.index(Pollutant.SO2), POLLUTANTS.index(Pollutant.NOX)
    return float((base[nox] or base[so2]) if row == SO2_NOX else base[POLLUTANTS.index(Pollutant(row))])


def prices_body(prices: tuple[Price, ...], problem: PlanProblem, plan: Plan, report: SolveReport) -> dict[str, Any]:
    """The field of the document: {cut: step_kg_per_day, up, down}, each with yuan a kilogram and its proven range."""
    priced = {True: band_price, False: _price}
    return {item.row: priced[item.row.startswith(BAND)](item, problem, plan, report) for item in prices}


def _price(item: Price, problem: PlanProblem, plan: Plan, report: SolveReport) -> dict[str, Any]:
    step = PRICE_STEP * asked_share(problem, item.row) * base_of_row(problem, item.row)
    kilograms = step * problem.header.duration_days
    return {
        "step_share": PRICE_STEP,
        "step_kg_per_day": step,
        "up": _step(item.up, plan, report, kilograms),
        "down": _step(item.down, plan, report, -kilograms),
    }


def _step(step: PriceStep | None, plan: Plan, report: SolveReport, kilograms: float) -> dict[str, Any] | None:
    """Yuan a kilogram between plan and step; its range is what both bounds leave open."""
    if step is None or not kilograms:
        return None
    ends = (step.bound_yuan - plan.objective_yuan, step.objective_yuan - report.bound_yuan)
    low, high = sorted(np.divide(ends, kilograms).tolist())
    return {
        "objective_yuan": step.objective_yuan,
        "bound_yuan": step.bound_yuan,
        "yuan_per_kg": (step.objective_yuan - plan.objective_yuan) / kilograms,
        "least_yuan_per_kg": low,
        "most_yuan_per_kg": high,
    }


def read_prices(body: dict[str, Any]) -> tuple[Price, ...]:
    """The records of a document's field, with what only a search can know."""
    return tuple(
        Price(row=row, up=_read(item["up"]), down=_read(item["down"]), relaxed=item.get("relaxed_yuan_per_point"))
        for row, item in body.items()
    )


def _read(item: dict[str, Any] | None) -> PriceStep | None:
    if item is None:
        return None
    if item["bound_yuan"] > item["objective_yuan"]:
        raise ValueError(item["bound_yuan"])
    return PriceStep(objective_yuan=float(item["objective_yuan"]), bound_yuan=float(item["bound_yuan"]))
