"""Who is told nothing and why; and the register of everything cited."""

from dataclasses import replace
from datetime import date

from planner.rules import Confirmation
from tests.compare.toy_problem import CUT, toy_plan
from tests.orders.toy_orders import reopened, rows_of, total_of, written

BOOK = reopened()
FREE = rows_of(BOOK["5 Exempt and untouched"])
REGISTER = rows_of(BOOK["6 Register of bases"])


def free(name: str) -> dict[str, object]:
    return next(item for item in FREE if item["Name"] == name)


def test_all_sources_without_a_measure_are_named_the_exempt_first() -> None:
    assert [item["Name"] for item in FREE] == ["己厂", "戊厂", "庚厂", "j-rest"]


def test_an_exempt_firm_is_named_with_rule_instrument_and_clause() -> None:
    firm = free("己厂")
    assert firm["Reason"] == "Exempt by name at this level: no measure is ordered."
    assert firm["Rule"] == "Rule national.standing.exempt"
    assert firm["Instrument"] == "技术指南 函〔2020〕340号"
    assert firm["Clause"] == "clause not stated in source"
    assert firm["Status of the rule"] == "To be confirmed"


def test_a_stated_clause_is_cited_by_its_number() -> None:
    assert (free("戊厂")["Clause"], free("戊厂")["Status of the rule"]) == ("clause 30", "Confirmed")


def test_who_could_be_ordered_stands_without_a_rule() -> None:
    firm = free("庚厂")
    assert firm["Standing"] == "May be ordered"
    assert firm["Rule"] == firm["Clause"] == "—"


def test_the_rest_of_society_shows_its_base() -> None:
    assert (free("j-rest")["NOx"], free("j-rest")["Unified social credit code"]) == (100, "—")


def test_the_bases_of_the_untouched_are_summed() -> None:
    assert total_of(BOOK["5 Exempt and untouched"])["VOCs"] == 20 + 20 + 5 + 500


def test_the_register_holds_every_citation_once_in_order() -> None:
    problem, _ = toy_plan()
    assert [item["Id of the rule"] for item in REGISTER] == [item.id for item in problem.citations]
    assert [item["No."] for item in REGISTER] == list(range(1, len(REGISTER) + 1))


def test_the_register_tells_instrument_clause_and_status() -> None:
    told = REGISTER[0]
    assert (told["Number of the instrument"], told["Clause"], told["Status"]) == ("—", "clause 30", "Confirmed")
    assert told["How it is known"] == "Read in the text itself"


def test_the_register_counts_what_rests_on_a_citation() -> None:
    by_id = {item["Id of the rule"]: item for item in REGISTER}
    assert by_id["list"]["Measures resting on it"] == 3
    assert by_id["national.standing.heat"]["Sources whose standing rests on it"] == 1


def test_the_register_names_who_confirmed_a_value() -> None:
    problem, plan = toy_plan()
    word = Confirmation(city="changzhi", rule_id=CUT, by="Wang", role="head", on=date(2026, 11, 20), document="No. 12")
    cited = tuple(replace(item, confirmation=word) if item.id == CUT else item for item in problem.citations)
    rows = rows_of(reopened(written((replace(problem, citations=cited), plan)))["6 Register of bases"])
    told = {row["Id of the rule"]: row["The city's confirmation"] for row in rows}
    assert told.pop(CUT) == "Confirmed by Wang (head) on 2026-11-20: No. 12"
    assert set(told.values()) == {"—"}


def test_a_line_without_any_floor_is_told_so() -> None:
    problem, plan = toy_plan()
    answers = tuple("missing" if kind == "line" else "" for kind in problem.sources.kind)
    told = replace(problem, sources=replace(problem.sources, answer=answers))
    rows = rows_of(reopened(written((told, plan)))["5 Exempt and untouched"])
    lacking = [row["Name"] for row in rows if "no floor" in str(row["Reason"])]
    assert lacking == ["庚厂"]


def test_an_order_quotes_the_paper_that_confirms_its_clause() -> None:
    problem, plan = toy_plan()
    word = Confirmation(city="changzhi", rule_id=CUT, by="Wang", role="head", on=date(2026, 11, 20), document="No. 12")
    cited = tuple(replace(item, confirmation=word) if item.id == CUT else item for item in problem.citations)
    rows = rows_of(reopened(written((replace(problem, citations=cited), plan)))["3 Enterprises"])
    assert any("(confirmed: No. 12)" in str(row["Clauses"]) for row in rows)
