"""What each line, fleet and site reads on its order."""

from dataclasses import replace
from datetime import datetime

import pytest

from planner.orders import CheckPoint
from planner.terms import BEIJING
from tests.compare.toy_problem import toy_city, toy_plan
from tests.orders.toy_orders import head, named, reopened, rows_of, total_of, written

BOOK = reopened()
FIRMS = rows_of(BOOK["3 Enterprises"])
OTHERS = rows_of(BOOK["4 Fleets and sites"])


def row(name: str, line: str = "1#") -> dict[str, object]:
    return next(item for item in FIRMS if item["Name"] == name and str(item["Line or boiler"]).endswith(line))


def test_every_curtailment_has_exactly_one_row() -> None:
    _, plan = toy_plan()
    assert len(FIRMS) + len(OTHERS) == len(plan.curtailments)


def test_rows_are_numbered_from_one() -> None:
    assert [item["No."] for item in FIRMS] == list(range(1, len(FIRMS) + 1))


def test_rows_go_county_by_county() -> None:
    assert [item["County"] for item in FIRMS] == ["Luzhou District"] * 4 + ["Shangdang District"]


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        ("甲厂", "1#", "halt (line 1#)"),
        ("甲厂", "2#", "limit by 30 %, load at most 70 % (line 2#); no heavy trucks of China IV and below"),
        ("乙窑", "1#", "halt and hold hot (line 1#)"),
        ("丙热力", "1#", "limit by 38 %, load at most 62 % (line 1#)"),
        ("丁厂", "1#", "no heavy trucks of China IV and below (gas-fuelled included)"),
    ],
)
def test_the_measure_is_told_in_words(name: str, line: str, words: str) -> None:
    assert str(row(name, line)["Measure"]).startswith(words)


def test_a_guaranteed_source_is_marked_and_never_stopped() -> None:
    heat = row("丙热力")
    assert heat["Guarantee"] == "Guaranteed supply"
    assert "halt" not in str(heat["Measure"])


@pytest.mark.parametrize("item", [*FIRMS, *OTHERS])
def test_every_order_says_to_ensure_safe_production(item: dict[str, object]) -> None:
    assert str(item["Safety"]).startswith("Ensure safe production")


@pytest.mark.parametrize("item", [*FIRMS, *OTHERS])
def test_no_cell_of_an_order_is_empty(item: dict[str, object]) -> None:
    assert not [name for name, value in item.items() if value in (None, "")]


def test_a_halt_tells_the_hours_of_a_safe_stop_and_the_order_of_stopping() -> None:
    kiln = row("乙窑")
    assert kiln["Safe stop, h"] == 24
    assert "a safe stop takes 24 h; waste-gas treatment stops after production does" in str(kiln["Safety"])


def test_a_limit_tells_the_hours_of_a_safe_change_of_load() -> None:
    assert str(row("甲厂", "2#")["Safety"]).endswith("a safe change of load takes 4 h")


def test_a_duty_without_load_tells_no_hours() -> None:
    assert row("丁厂")["Safety"] == "Ensure safe production"


@pytest.mark.parametrize(
    ("name", "line", "basis"),
    [("甲厂", "1#", "Added by optimisation"), ("甲厂", "2#", "Filed measure"), ("丁厂", "1#", "Required by rule")],
)
def test_the_basis_is_named(name: str, line: str, basis: str) -> None:
    assert row(name, line)["Basis"] == basis


def test_clauses_carry_their_number_in_the_register_and_their_instrument() -> None:
    said = str(row("甲厂")["Clauses"]).splitlines()
    assert said[0] == "[6] 函〔2020〕340号, clause not stated in source"
    assert said[1].startswith("[4] ")
    assert said[1].endswith("(to be confirmed)")


def test_a_filed_measure_cites_its_row_of_the_list() -> None:
    assert "[2] the filed list, row 3" in str(row("甲厂", "2#")["Clauses"])


def test_an_instrument_without_a_number_is_cited_by_its_title() -> None:
    assert str(OTHERS[0]["Clauses"]).startswith("[5] 技术指南,")


def test_kilograms_and_yuan_are_unrounded() -> None:
    assert row("甲厂", "2#")["NOx"] == pytest.approx(60.0, abs=1e-9)
    assert row("乙窑")["Cost, yuan"] == 5000.5


def test_both_sheets_together_are_the_plans_totals() -> None:
    _, plan = toy_plan()
    totals = [total_of(BOOK[name]) for name in ("3 Enterprises", "4 Fleets and sites")]
    names = ("SO2", "NOx", "Total PM", "VOCs")
    sums = [sum(float(total[name]) for total in totals) for name in names]
    assert sums == pytest.approx([item.reduction_kg_per_day for item in plan.totals])
    assert sum(float(total["Cost, yuan"]) for total in totals) == plan.objective_yuan


def test_a_site_shows_fine_particles_beside_total_particles() -> None:
    site = next(item for item in OTHERS if item["Name"] == "i-site")
    assert (site["PM10"], site["PM2.5"], site["Total PM"]) == (160.0, 80.0, 320.0)


def test_an_order_without_end_holds_until_further_notice() -> None:
    assert FIRMS[0]["Period"] == "from 2026-11-24 00:00 until further notice"


def test_an_order_with_an_end_names_both_in_beijing_time() -> None:
    pair = toy_plan(end=datetime(2026, 11, 27, 12, tzinfo=BEIJING))
    shown = rows_of(reopened(written(pair))["3 Enterprises"])[0]["Period"]
    assert shown == "from 2026-11-24 00:00 to 2026-11-27 12:00"


def test_ways_of_checking_are_named_without_the_list() -> None:
    assert row("甲厂")["How it is checked"] == "electricity meter, CEMS where installed, production records"


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (CheckPoint(source_id="a-1", meter_id="M-7", monitored=True), "electricity meter M-7; CEMS"),
        (CheckPoint(source_id="a-1", meter_id="M-7", monitored=False), "electricity meter M-7"),
        (CheckPoint(source_id="a-1", meter_id="", monitored=True), "CEMS"),
        (CheckPoint(source_id="a-1", meter_id="", monitored=False), "no meter and no CEMS on record: on-site check"),
    ],
)
def test_meter_and_cems_of_the_list_are_named(point: CheckPoint, words: str) -> None:
    rows = rows_of(reopened(written(check_points=(point,)))["3 Enterprises"])
    assert str(rows[0]["How it is checked"]).startswith(words)


def test_trucks_are_checked_at_the_gate_of_a_firm_and_on_the_road_for_a_fleet() -> None:
    assert row("丁厂")["How it is checked"] == "gate control and gate video"
    assert OTHERS[0]["How it is checked"] == "traffic cameras and road checks"


def test_a_firm_without_a_name_shows_a_dash() -> None:
    rows = rows_of(reopened(written(named("")))["3 Enterprises"])
    assert rows[0]["Name"] == "—"


def test_orders_can_be_filtered() -> None:
    sheet = BOOK["3 Enterprises"]
    assert sheet.auto_filter.ref.startswith(f"A{head(sheet)}:")


def test_a_city_without_ordered_fleets_has_an_empty_sheet_with_its_header() -> None:
    firms = tuple(source for source in toy_city() if source.sector == "industry")
    sheet = reopened(written(toy_plan(firms)))["4 Fleets and sites"]
    assert rows_of(sheet) == []
    assert total_of(sheet)["Cost, yuan"] == 0


def test_a_citation_that_is_not_registered_is_shown_by_its_id() -> None:
    problem, plan = toy_plan()
    rows = rows_of(reopened(written((replace(problem, citations=()), plan)))["3 Enterprises"])
    assert str(rows[0]["Clauses"]).startswith("national.reduction.share.orange")


def test_each_line_says_what_it_rests_on() -> None:
    told = {row["Rests on"] for row in rows_of(reopened()["3 Enterprises"])}
    assert told == {"Only the city's menu", "The firm's own filed measure", "Rule to be confirmed"}
