"""The summary tells the field's table, the cuts and what the plan rests on, as the plan has them."""

from dataclasses import replace

import pytest
from openpyxl import Workbook

from planner.plan import Plan
from planner.problem import PlanProblem
from tests.compare.toy_problem import toy_city, toy_plan
from tests.orders.toy_orders import reopened, rows_of, total_of, written


def beside(*rest: float) -> tuple[PlanProblem, Plan]:
    """The toy plan in a society whose rest emits this much."""
    return toy_plan(tuple(replace(item, base=rest) if item.kind == "rest" else item for item in toy_city()))


MET = beside(40.0, 700.0, 10.0, 30.0)
MISSED = beside(3000.0, 1000.0, 2000.0, 500.0)


def block(book: Workbook, heading: str) -> list[tuple[object, ...]]:
    """The rows below a heading of the summary up to the next free row."""
    rows = [tuple(row) for row in book["1 Summary"].iter_rows(values_only=True)]
    start = [row[0] for row in rows].index(heading) + 1
    ends = [place for place, row in enumerate(rows) if place > start and all(value is None for value in row)]
    return rows[start : ends[0] if ends else len(rows)]


def facts(book: Workbook) -> dict[object, object]:
    return {row[0]: row[1] for row in book["1 Summary"].iter_rows(max_col=2, values_only=True) if row[1] is not None}


def test_the_whole_society_stands_last_in_tonnes_and_shares() -> None:
    _, plan = MISSED
    row = block(reopened(written(MISSED)), "Reductions by sector")[-1]
    assert row[0] == "Whole society"
    places = {"so2": 3, "nox": 4, "pm": 2, "vocs": 5}
    for total in plan.totals:
        place = 1 + places[total.pollutant]
        assert row[place] == pytest.approx(total.base_kg_per_day / 1000)
        assert row[place + 6] == pytest.approx(total.reduction_kg_per_day / 1000)
        assert row[place + 12] == pytest.approx(total.share)


def test_the_sectors_stand_in_the_fields_order() -> None:
    names = [row[0] for row in block(reopened(), "Reductions by sector")[-5:]]
    assert names == ["Dust", "Industry", "Vehicles and machinery", "Other sources", "Whole society"]


def test_a_share_of_nothing_is_a_dash() -> None:
    assert block(reopened(), "Reductions by sector")[-5][-1] == "—"


def test_the_exchange_has_a_row_of_its_own() -> None:
    _, plan = MET
    row = block(reopened(written(MET)), "The cuts of the whole society")[-1]
    assert row[:6] == ("SO2 + NOx (exchange)", "—", "—", pytest.approx(plan.exchange.sum_share), 0.4, "met")


def test_a_pollutant_carried_by_the_exchange_says_so() -> None:
    _, plan = MET
    assert plan.exchange.used
    told = {row[0]: row[5] for row in block(reopened(written(MET)), "The cuts of the whole society")}
    assert {told["SO2"], told["NOx"]} == {"met", "met by the exchange"}


def test_cuts_that_are_met_name_no_shortfall() -> None:
    book = reopened(written(MET))
    assert "Cuts that are missed" not in [cell.value for cell in book["1 Summary"]["A"]]
    assert facts(book)["Result"] == "All cuts met"


def test_cuts_that_are_missed_are_named_with_what_is_missing() -> None:
    _, plan = MISSED
    book = reopened(written(MISSED))
    rows = block(book, "Cuts that are missed")[1:]
    assert [row[0] for row in rows] == ["Total PM", "SO2 + NOx"]
    assert [row[1] for row in rows] == [pytest.approx(item.missing_share) for item in plan.shortfalls]
    assert facts(book)["Result"] == "The cuts cannot all be met; this is the nearest plan"


def test_shares_by_basis_add_up_to_the_total() -> None:
    rows = block(reopened(), "Shares of the base by what they rest on")[1:]
    for place in range(1, 5):
        assert sum(float(str(row[place])) for row in rows[:3]) == pytest.approx(rows[3][place])


def test_what_is_to_be_confirmed_is_listed_with_its_weight() -> None:
    rows = block(reopened(), "To be confirmed: what this plan rests on")
    weights = {row[0]: str(row[1]).rpartition("; ")[2] for row in rows}
    assert weights == {
        "[3]": "measures resting on it: 1",
        "[4]": "measures resting on it: 1",
        "[5]": "measures resting on it: 1",
        "[7]": "sources whose standing rests on it: 1",
        "[8]": "sources whose standing rests on it: 1",
        "[9]": "measures resting on it: 2",
    }


def test_a_parameter_carries_the_whole_plan() -> None:
    problem, plan = toy_plan()
    parameter = replace(problem.citations[-1], id="national.parameter")
    book = reopened(written((replace(problem, citations=(*problem.citations, parameter)), plan)))
    rows = block(book, "To be confirmed: what this plan rests on")
    assert str(rows[-1][1]).endswith("; the whole plan rests on it")


def test_a_plan_on_confirmed_clauses_says_so() -> None:
    problem, plan = toy_plan()
    sure = tuple(replace(item, status="confirmed") for item in problem.citations)
    book = reopened(written((replace(problem, citations=sure), plan)))
    rows = block(book, "To be confirmed: what this plan rests on")
    assert rows[0][0] == "Every clause that this plan cites is confirmed."


def test_the_plans_origin_is_told_in_full() -> None:
    told = facts(reopened())
    assert told["List"] == f"enterprises.csv, SHA-256 {'1' * 64}"
    assert (told["Rules"], told["Plan"]) == (f"SHA-256 {'2' * 64}", f"SHA-256 {'3' * 64}")


def test_level_mode_and_period_are_named() -> None:
    told = facts(reopened())
    assert (told["Level"], told["Mode"]) == ("Orange warning", "Filed measures, filled up at least cost")
    assert told["Period"] == "from 2026-11-24 00:00 until further notice"


def test_what_is_ordered_is_counted() -> None:
    said = "4 enterprises with 5 lines and boilers, 2 of them halted; 2 fleets and dust sites"
    assert facts(reopened())["Ordered"] == said


def test_the_cost_comes_with_its_proof_where_the_bound_is_given() -> None:
    _, plan = toy_plan()
    assert str(facts(reopened())["Cost"]).startswith("9,310 yuan over 3 days")
    proven = facts(reopened(written(bound_yuan=plan.objective_yuan)))["Cost"]
    assert str(proven).endswith("; Proven optimal")


def test_the_referees_verdict_is_told_where_it_is_given() -> None:
    assert "Independent check" not in facts(reopened())
    assert facts(reopened(written(verdict="passed")))["Independent check"] == "Passed the independent check"


def test_the_last_row_of_the_counties_is_the_plan() -> None:
    _, plan = toy_plan()
    total = total_of(reopened()["2 Counties"])
    assert (total["County"], total["Cost, yuan"]) == ("Whole city", plan.objective_yuan)
    assert total["Enterprises ordered"] == 4


def test_each_county_is_called_by_its_name() -> None:
    sheet = reopened()["2 Counties"]
    assert {"Luzhou District", "Shangdang District"} <= {cell.value for cell in sheet["A"]}


def test_names_are_chinese_in_chinese() -> None:
    rows = rows_of(reopened(written(language="zh-CN"))["3 Enterprises"])
    assert (rows[0]["County"], rows[0]["Key industry and process"]) == ("潞州区", "水泥 · 主工序")


def test_a_code_without_a_name_is_shown_itself() -> None:
    rows = rows_of(reopened(written(county_names=(), industry_names=(), sub_process_names=()))["3 Enterprises"])
    assert (rows[0]["County"], rows[0]["Key industry and process"]) == ("140403", "cement · main")


def test_the_grounds_of_all_measures_add_up_to_them() -> None:
    _, plan = toy_plan()
    rows = block(reopened(), "What the measures rest on")
    total = next(row for row in rows if row[0] == "Total")
    assert total[1] == len(plan.curtailments)
    assert any(str(row[0]).startswith("Rules: ") and str(row[1]).startswith("[") for row in rows)
