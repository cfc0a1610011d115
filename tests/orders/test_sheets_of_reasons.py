"""Who is told nothing and why; and the register of everything cited."""

from tests.compare.toy_problem import toy_plan
from tests.orders.toy_orders import reopened, rows_of, total_of

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
