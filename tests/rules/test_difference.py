"""What changed between two days: added, ended, another value, another status, another source."""

from dataclasses import replace
from datetime import date

from planner.rules import ChangeKind, Confirmation, Rule, Rulebook, compare_rules, confirm, in_force, seal
from planner.terms import RuleStatus
from tests.rules.hand_made import book, dated, rule

RULE = "national.sample.share"
OLD, NEW = date(2023, 1, 1), date(2025, 1, 1)


def changes(rulebook: Rulebook, before: date = OLD, after: date = NEW):
    return compare_rules(*(in_force(rulebook, day, "somewhere") for day in (before, after)))


def kinds(*values, **cities) -> list[ChangeKind]:
    return [item.kind for item in changes(book(rule(RULE, *values), **cities))]


def turned(values: Rule, **parts: object) -> Rule:
    return replace(values, values=tuple(replace(item, **parts) for item in values.values))


def test_a_rule_whose_day_came_between_is_added():
    assert kinds(dated("2024-01-01", 0.1)) == [ChangeKind.ADDED]


def test_a_rule_that_ended_between_is_told_with_what_it_was():
    (found,) = changes(book(rule(RULE, dated("2020-01-01", 0.1), dated("2024-01-01", None))))
    assert (found.kind, found.before.value, found.after) == (ChangeKind.ENDED, 0.1, None)


def test_another_value_is_told_with_both():
    (found,) = changes(book(rule(RULE, dated("2020-01-01", 0.1), dated("2024-01-01", 0.2))))
    assert (found.kind, found.before.value, found.after.value) == (ChangeKind.VALUE_CHANGED, 0.1, 0.2)


def test_the_same_value_read_again_is_no_change_of_value():
    again = replace(dated("2024-01-01", 0.1), clause="2")
    assert kinds(dated("2020-01-01", 0.1), again) == [ChangeKind.SOURCE_CHANGED]


def test_a_later_value_confirmed_in_the_files_changes_its_status():
    sure = replace(dated("2024-01-01", 0.1), status=RuleStatus.CONFIRMED)
    assert kinds(dated("2020-01-01", 0.1), sure) == [ChangeKind.STATUS_CHANGED]


def test_a_city_s_own_rule_with_the_same_value_is_another_source():
    own = rule(RULE, dated("2024-01-01", 0.1))
    assert kinds(dated("2020-01-01", 0.1), own=(own,)) == [ChangeKind.SOURCE_CHANGED]


def test_a_city_s_confirmation_changes_the_status_from_its_day_on():
    rulebook = book(rule(RULE, dated("2020-01-01", 0.1)))
    rules = [in_force(rulebook, day, "somewhere") for day in (OLD, NEW)]
    said = Confirmation(city="somewhere", rule_id=RULE, by="a", role="b", on=date(2024, 1, 1), document="c")
    words = [seal(said, rules[0])]
    assert [item.kind for item in compare_rules(*(confirm(item, words) for item in rules))] == [
        ChangeKind.STATUS_CHANGED
    ]


def test_what_stays_is_not_told():
    assert kinds(dated("2020-01-01", 0.1)) == []


def test_one_day_against_itself_is_no_change(rulebook):
    assert changes_of_changzhi(rulebook, NEW, NEW) == ()


def test_grade_a_of_changzhi_is_confirmed_by_its_own_clause_since_march_2024(rulebook):
    found = {item.either.id: item for item in changes_of_changzhi(rulebook, date(2024, 3, 27), date(2024, 3, 28))}
    assert found["national.standing.grade_a"].kind is ChangeKind.STATUS_CHANGED
    assert found["national.standing.grade_a"].after.instrument.id == "changzhi-2024"


def changes_of_changzhi(rulebook: Rulebook, before: date, after: date):
    return compare_rules(*(in_force(rulebook, day, "changzhi") for day in (before, after)))
