"""A city's confirmation: what it does to the rules in force, when it counts, how it is lost."""

from dataclasses import replace
from datetime import date

import pytest

from planner.rules import (
    Confirmation,
    ConfirmationState,
    Rulebook,
    RulesInForce,
    check_confirmation,
    confirm,
    in_force,
    seal,
    value_sha256,
    weigh_confirmations,
)
from planner.terms import Evidence, RuleStatus
from tests.rules.hand_made import book, dated, rule

RULE = "national.sample.share"
TODAY = date(2024, 6, 1)
WORD = Confirmation(
    city="somewhere", rule_id=RULE, by="王某", role="科长", on=date(2024, 5, 1), document="函〔2024〕1号"
)


def rulebook(*values, **cities) -> Rulebook:
    return book(rule(RULE, *(values or (dated("2020-01-01", 0.1),))), **cities)


def rules(found: Rulebook | None = None, on: date = TODAY) -> RulesInForce:
    return in_force(found or rulebook(), on, "somewhere")


def status(*words: Confirmation, under: RulesInForce | None = None) -> RuleStatus:
    found = confirm(under or rules(), words).find(RULE)
    assert found is not None
    return found.dated.status


def sealed(**changes: object) -> Confirmation:
    return replace(seal(WORD, rules()), **changes)


def codes(said: Confirmation, found: Rulebook | None = None, words: tuple[Confirmation, ...] = ()) -> list[str]:
    known = found or rulebook()
    return [item.code for item in check_confirmation(said, known, confirm(rules(known, said.on), words), TODAY)]


def test_a_confirmed_value_carries_the_word_behind_its_status():
    found = confirm(rules(), [sealed()]).find(RULE)
    assert (found.dated.status, found.confirmation.document) == (RuleStatus.CONFIRMED, "函〔2024〕1号")


def test_nothing_is_confirmed_without_a_word():
    assert status() is RuleStatus.TO_CONFIRM


def test_a_word_counts_from_its_day_on():
    before = rules(on=date(2024, 4, 30))
    assert status(sealed(), under=before) is RuleStatus.TO_CONFIRM
    assert status(sealed(), under=rules(on=WORD.on)) is RuleStatus.CONFIRMED


def test_another_city_s_word_confirms_nothing_here():
    assert status(sealed(city="elsewhere")) is RuleStatus.TO_CONFIRM


@pytest.mark.parametrize(
    "changed",
    [
        dated("2020-01-01", 0.2),
        dated("2021-01-01", 0.1),
        replace(dated("2020-01-01", 0.1), clause="2"),
        replace(dated("2020-01-01", 0.1), unit="hours"),
    ],
    ids=["value", "day", "clause", "unit"],
)
def test_a_value_that_changes_loses_its_confirmation(changed):
    assert status(sealed(), under=rules(rulebook(changed))) is RuleStatus.TO_CONFIRM


@pytest.mark.parametrize("better", [{"evidence": Evidence.SECOND_HAND}, {"note": "n"}, {"still_valid_on": TODAY}])
def test_to_know_the_same_value_better_loses_nothing(better):
    known = replace(dated("2020-01-01", 0.1), **better)
    assert status(sealed(), under=rules(rulebook(known))) is RuleStatus.CONFIRMED


def test_a_later_value_of_the_rule_needs_a_word_of_its_own():
    two = rulebook(dated("2020-01-01", 0.1), dated("2024-05-15", 0.2))
    assert status(sealed(), under=rules(two, date(2024, 5, 14))) is RuleStatus.CONFIRMED
    assert status(sealed(), under=rules(two)) is RuleStatus.TO_CONFIRM


def test_true_and_one_are_two_values():
    one, flag = (rule(RULE, dated("2020-01-01", value)) for value in (1, True))
    assert value_sha256(one, one.values[0]) != value_sha256(flag, flag.values[0])


def test_a_withdrawal_takes_the_word_back_and_a_new_word_gives_it_again():
    back = sealed(withdrawn=True)
    assert status(sealed(), back) is RuleStatus.TO_CONFIRM
    assert status(sealed(), back, sealed()) is RuleStatus.CONFIRMED


def test_what_became_of_each_word_is_told_in_order():
    words = (sealed(by="甲"), sealed(withdrawn=True), sealed(by="乙"), sealed(value_sha256="0" * 64))
    states = [item.state for item in weigh_confirmations(rules(), words)]
    state = ConfirmationState
    assert states == [state.REPEATED, state.WITHDRAWAL, state.HOLDS, state.VALUE_CHANGED]


def test_a_word_taken_back_is_told_so():
    words = (sealed(), sealed(withdrawn=True))
    assert weigh_confirmations(rules(), words)[0].state is ConfirmationState.WITHDRAWN


def test_a_word_on_a_rule_that_is_gone_is_told_so():
    gone = rules(rulebook(dated("2020-01-01", 0.1), dated("2024-05-15", None)))
    assert weigh_confirmations(gone, (sealed(),))[0].state is ConfirmationState.NOT_IN_FORCE


def test_a_sound_word_has_nothing_against_it():
    assert codes(WORD) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"by": " "}, "rules.confirm.no_person"),
        ({"role": ""}, "rules.confirm.no_office"),
        ({"document": ""}, "rules.confirm.no_document"),
        ({"on": date(2024, 6, 2)}, "rules.confirm.in_advance"),
        ({"on": date(2019, 6, 2)}, "rules.confirm.not_in_force"),
        ({"rule_id": "national.sample.other"}, "rules.confirm.unknown_rule"),
        ({"withdrawn": True}, "rules.confirm.nothing_to_withdraw"),
    ],
)
def test_what_stands_against_a_word_is_told(changes, code):
    assert codes(replace(WORD, **changes)) == [code]


def test_everything_against_a_word_is_told_at_once():
    said = replace(WORD, by="", role="", document="", on=date(2025, 1, 1), rule_id="national.sample.other")
    assert len(codes(said)) == 5


def test_a_value_cannot_be_confirmed_twice():
    assert codes(WORD, words=(sealed(),)) == ["rules.confirm.twice"]


def test_a_value_that_the_files_confirm_needs_no_word():
    known = rulebook(replace(dated("2020-01-01", 0.1), status=RuleStatus.CONFIRMED))
    assert codes(WORD, known) == ["rules.confirm.confirmed_already"]


def test_a_recalled_value_that_is_off_cannot_be_confirmed_until_it_is_turned_on():
    recalled = dated("2020-01-01", 0.1, Evidence.RECALLED)
    assert codes(WORD, rulebook(recalled)) == ["rules.confirm.not_turned_on"]
    assert codes(WORD, rulebook(recalled, turns_on=(RULE,))) == []
