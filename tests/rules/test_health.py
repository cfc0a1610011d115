"""The shipped rules, walked whole: each test lists every offender."""

from datetime import date, timedelta

from planner.rules import UNITS, check_rulebook, in_force
from planner.terms import LEVELS, Answer, Evidence, Grade, Level, Measure, RuleStatus

ON = date(2026, 11, 23)
STALE: frozenset[str] = frozenset()
"""Rules whose values nobody has looked at for a year, listed until somebody does."""


def every_rule(rulebook):
    return [*rulebook.rules, *(rule for city in rulebook.cities for rule in city.rules)]


def every_value(rulebook):
    return [(rule, value) for rule in every_rule(rulebook) for value in rule.values]


def test_the_check_of_the_command_line_finds_nothing(rulebook):
    assert check_rulebook(rulebook, ON) == ()


def test_each_value_cites_a_registered_instrument_and_a_clause(rulebook):
    known = {item.id for item in rulebook.instruments}
    offenders = [(rule.id, value.instrument) for rule, value in every_value(rulebook) if value.instrument not in known]
    offenders += [(rule.id, value.clause) for rule, value in every_value(rulebook) if not value.clause.strip()]
    assert not offenders


def test_no_title_is_empty(rulebook):
    assert not [rule.id for rule in every_rule(rulebook) if not rule.title.strip() or not rule.title_zh.strip()]


def test_every_chinese_title_is_chinese(rulebook):
    assert not [rule.id for rule in every_rule(rulebook) if not any("一" <= sign <= "鿿" for sign in rule.title_zh)]


def test_every_unit_is_known(rulebook):
    assert not [(rule.id, value.unit) for rule, value in every_value(rulebook) if value.unit not in UNITS]


def test_every_share_lies_within_0_and_1(rulebook):
    shares = [(rule.id, value.value) for rule, value in every_value(rulebook) if value.unit == "share"]
    assert not [(name, share) for name, share in shares if share is not None and not 0 <= share <= 1]


def test_no_first_day_comes_twice_or_out_of_order(rulebook):
    days = {rule.id: [value.from_day for value in rule.values] for rule in every_rule(rulebook)}
    assert not [name for name, found in days.items() if found != sorted(set(found))]


def test_every_value_was_looked_at_within_a_year(rulebook):
    limit = ON - timedelta(days=365)
    old = {rule.id for rule, value in every_value(rulebook) if value.still_valid_on < limit}
    assert not old ^ STALE


def test_no_value_was_looked_at_before_it_began(rulebook):
    assert not [rule.id for rule, value in every_value(rulebook) if value.still_valid_on < value.from_day]


def test_recalled_values_are_never_called_confirmed_or_sourced(rulebook):
    recalled = [(rule, value) for rule, value in every_value(rulebook) if value.evidence is Evidence.RECALLED]
    assert recalled
    assert not [rule.id for rule, value in recalled if value.status is RuleStatus.CONFIRMED]
    assert not [rule.id for rule, _ in recalled if rule.answer is not Answer.MISSING]


def test_a_confirmed_value_was_read(rulebook):
    confirmed = [(rule, value) for rule, value in every_value(rulebook) if value.status is RuleStatus.CONFIRMED]
    assert not [rule.id for rule, value in confirmed if value.evidence is not Evidence.READ]


def test_web_addresses_stay_in_notes(rulebook):
    shown = [(item.id, f"{item.number} {item.title} {item.witness}") for item in rulebook.instruments]
    shown += [(rule.id, f"{rule.title} {rule.title_zh} {value.clause}") for rule, value in every_value(rulebook)]
    assert not [name for name, text in shown if any(mark in text for mark in ("http", "www.", ".com", ".cn"))]


def test_every_rule_that_a_city_turns_on_exists_and_is_recalled(rulebook):
    recalled = {rule.id for rule, value in every_value(rulebook) if value.evidence is Evidence.RECALLED}
    assert not [rule_id for city in rulebook.cities for rule_id in city.turns_on if rule_id not in recalled]


def test_the_register_holds_the_39_key_industries_in_order_and_none(rulebook):
    assert [item.number for item in rulebook.industries] == [*range(1, 40), 0]


def test_every_process_has_a_scheme_of_grades(rulebook):
    parts = [(industry.code, part) for industry in rulebook.industries for part in industry.sub_processes]
    offenders = [(code, part.code) for code, part in parts if code != "none" and Grade.UNGRADED not in part.grades]
    offenders += [(code, part.code) for code, part in parts if (Grade.NONE in part.grades) != (code == "none")]
    assert not offenders


def test_cement_clinker_answers_all_twelve_cells(rulebook):
    cells = {
        (rule.scope.grade, rule.scope.level)
        for rule in rulebook.rules
        if rule.id.startswith("industries.cement_clinker.")
    }
    assert cells == {(grade, level) for grade in (Grade.A, Grade.B, Grade.C, Grade.D) for level in LEVELS}


def test_cement_floors_are_those_of_the_guide(rulebook):
    floors = {
        (str(rule.scope.grade), str(rule.scope.level)): (rule.measure, rule.values[0].value, rule.basis)
        for rule in rulebook.rules
        if rule.id.startswith("industries.cement_clinker.") and rule.kind == "floor" and rule.scope.grade is not Grade.A
    }
    halt = (Measure.HALT, 1.0, "")
    assert floors == {
        ("B", "orange"): (Measure.LIMIT, 0.2, "load"),
        ("B", "red"): halt,
        ("C", "yellow"): (Measure.HALT_LINES, 0.5, "count"),
        ("C", "orange"): halt,
        ("C", "red"): halt,
        ("D", "yellow"): halt,
        ("D", "orange"): halt,
        ("D", "red"): halt,
    }


def test_the_cuts_are_10_20_30_percent_and_the_sums_twice_that(rulebook):
    rules = in_force(rulebook, ON, "changzhi")
    for level, share in zip(LEVELS, (0.1, 0.2, 0.3), strict=True):
        assert rules.number(f"national.reduction.share.{level}") == share
        assert rules.number(f"national.reduction.exchange.sum.{level}") == 2 * share


def test_the_odd_even_rule_is_worth_more_than_the_truck_ban_it_includes(rulebook):
    rules = in_force(rulebook, ON, "140400")
    together = rules.number("national.mobile.road.odd_even.red.nox")
    assert together > rules.number(f"national.mobile.road.truck_ban_cn4.{Level.RED}.nox")


def test_every_grade_that_may_be_ordered_has_a_menu_in_changzhi(rulebook):
    graded = {item.rule.scope.grade for item in in_force(rulebook, ON, "changzhi").of_kind("menu")}
    assert graded == set(Grade) - {Grade.A, Grade.LEADING}


def test_changzhi_has_its_twelve_counties_and_two_zones(rulebook):
    kinds = [area.kind for area in rulebook.city("changzhi").areas]
    assert (kinds.count("county"), kinds.count("development_zone")) == (12, 2)
