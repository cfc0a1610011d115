"""The price of a county band: the relaxation's, and by re-solving with the band a little wider and narrower."""

import json
from dataclasses import replace

import pytest

from planner.audit import verify_text
from planner.plan import PlanDocument, Verdict, plan_body, read_prices, write_plan
from planner.problem import PlanProblem, with_band
from planner.service.answer_words import answer_lines
from planner.service.price_search import find_prices
from planner.solve import SolveSettings, solve_problem
from planner.terms import Phrasebook
from tests.audit.made import document as made_document
from tests.audit.made import solved
from tests.tiny import rest, source
from tests.together import ON, together

EXACT = SolveSettings(gap=0.0)


def tilted() -> PlanProblem:
    """Two counties; the cheap kilograms all lie in one of them."""
    rows = [
        source(
            f"s{at}",
            grade="C",
            can_stop=True,
            county_code="140403" if at < 4 else "140404",
            pm_kg_per_day=50.0 - at,
            vocs_kg_per_day=20.0,
            so2_kg_per_day=20.0,
            nox_kg_per_day=20.0,
            sub_process="melting" if at % 2 else "sand",
            value_added_yuan_per_day=1000.0 * (1 + at),
        )
        for at in range(8)
    ]
    return together(*rows, rest(pm=20.0), on=ON["county_band"], share=0.3)


def priced() -> PlanDocument:
    document = made_document(solved(tilted()))
    return replace(document, prices=find_prices(document, EXACT))


def test_a_binding_band_has_a_price_and_a_wider_one_costs_no_more() -> None:
    told = {row: item for row, item in plan_body(priced())["prices"].items() if row.startswith("county_band")}
    assert told
    assert all(item["up"]["yuan_per_point"] >= 0.0 for item in told.values())


def test_the_price_is_that_of_solving_again() -> None:
    document = priced()
    row, item = next((row, item) for row, item in plan_body(document)["prices"].items() if "band_points" in item)
    at = document.problem.side.county_band.label.index(row.removeprefix("county_band[").removesuffix("]"))
    wider = with_band(document.problem, at, 0.05 * 1.01)
    assert item["up"]["objective_yuan"] == pytest.approx(solve_problem(wider, EXACT).plan.objective_yuan)


def test_a_plan_file_with_band_prices_is_read_back_and_passed() -> None:
    text = write_plan(priced()).text
    assert verify_text(text).report.verdict is not Verdict.REFUSED
    assert any(price.row.startswith("county_band") for price in read_prices(json.loads(text)["prices"]))


def test_the_terminal_tells_the_price_of_a_band() -> None:
    assert any(
        "points above the city" in line or "below the city" in line for line in answer_lines(priced(), Phrasebook())
    )
