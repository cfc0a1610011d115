"""What is in force on a day: dates, evidence, the city's word."""

from datetime import date

import pytest

from planner.rules import in_force
from planner.terms import Evidence
from tests.rules.hand_made import book, dated, rule

RULE = "national.sample.share"
RECALLED = Evidence.RECALLED


def value_on(rulebook, day: str, city: str = "somewhere"):
    found = in_force(rulebook, date.fromisoformat(day), city).find(RULE)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("day", "value"), [("2019-12-31", None), ("2020-01-01", 0.1), ("2023-12-31", 0.1), ("2024-01-01", 0.2)]
)
def test_the_latest_value_whose_day_has_come_holds(day, value):
    rulebook = book(rule(RULE, dated("2020-01-01", 0.1), dated("2024-01-01", 0.2)))
    assert value_on(rulebook, day) == value


def test_null_ends_a_rule_from_its_day_on():
    rulebook = book(rule(RULE, dated("2020-01-01", 0.1), dated("2024-01-01", None)))
    assert [value_on(rulebook, day) for day in ("2023-12-31", "2024-01-01")] == [0.1, None]


def test_a_recalled_value_is_off_until_the_city_turns_it_on():
    recalled = rule(RULE, dated("2020-01-01", 0.1, RECALLED))
    assert value_on(book(recalled), "2024-01-01") is None
    assert value_on(book(recalled, turns_on=(RULE,)), "2024-01-01") == 0.1


def test_second_hand_and_chosen_values_are_on_without_the_city():
    for evidence in (Evidence.SECOND_HAND, Evidence.CITY_CHOICE):
        assert value_on(book(rule(RULE, dated("2020-01-01", 0.1, evidence))), "2024-01-01") == 0.1


def test_a_citys_rule_takes_the_place_of_the_national_one_from_its_own_first_day():
    rulebook = book(rule(RULE, dated("2020-01-01", 0.1)), own=(rule(RULE, dated("2024-01-01", 0.3)),))
    assert [value_on(rulebook, day) for day in ("2023-12-31", "2024-01-01")] == [0.1, 0.3]


def test_a_replaced_rule_names_the_city_and_stands_once():
    rulebook = book(rule(RULE, dated("2020-01-01", 0.1)), own=(rule(RULE, dated("2024-01-01", 0.3)),))
    assert [item.city for item in in_force(rulebook, date(2025, 1, 1), "somewhere").rules] == ["somewhere"]


def test_a_citys_null_ends_the_national_rule_there():
    rulebook = book(rule(RULE, dated("2020-01-01", 0.1)), own=(rule(RULE, dated("2024-01-01", None)),))
    assert value_on(rulebook, "2024-01-01") is None


def test_rules_in_force_are_sorted_by_id():
    first, second = rule("national.sample.a", dated("2020-01-01", 1)), rule("national.sample.b", dated("2020-01-01", 1))
    found = in_force(book(second, first), date(2024, 1, 1), "somewhere")
    assert [item.id for item in found.rules] == ["national.sample.a", "national.sample.b"]


def test_a_city_is_found_by_slug_and_by_code():
    rulebook = book()
    assert rulebook.city("somewhere") is rulebook.city("999900")


def test_an_unknown_city_is_a_key_error():
    with pytest.raises(KeyError, match="nowhere"):
        in_force(book(), date(2024, 1, 1), "nowhere")


def test_a_number_is_given_as_a_float_and_a_flag_is_no_number():
    rulebook = book(rule(RULE, dated("2020-01-01", 1)), rule("national.sample.flag", dated("2020-01-01", value=True)))
    rules = in_force(rulebook, date(2024, 1, 1), "somewhere")
    assert rules.number(RULE) == 1.0
    with pytest.raises(KeyError, match="flag"):
        rules.number("national.sample.flag")


def test_the_grade_a_of_changzhi_rests_on_its_own_clause_only_once_that_is_issued(rulebook):
    cited = [
        in_force(rulebook, day, "changzhi").find("national.standing.grade_a").instrument.id
        for day in (date(2024, 3, 27), date(2024, 3, 28))
    ]
    assert cited == ["mee-2020-340", "changzhi-2024"]
