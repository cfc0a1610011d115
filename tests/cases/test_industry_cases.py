"""The cases of domain people for industries: add one in tests/cases/industries_*.yaml, no Python is needed."""

from collections import Counter

import pytest

from planner.rules import CLAUSE_NOT_STATED, Rule, RuleInForce
from planner.terms import Answer, Evidence
from tests.cases.industry_cases import (
    Case,
    build,
    cases,
    citations,
    halted,
    industry_rules,
    kept_shares,
    measures,
    rulebook,
)

KEYS = {"name", "on", "city", "facts", "expected", "tolerance", "clause"}
ENOUGH = 5
NO_CLAUSE = "none"


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.file}: {case.name}")
def test_the_case_holds(case: Case) -> None:
    problem, expected = build(case), case.expected
    kept = kept_shares(problem)
    wanted = expected.get("kept_share", kept)
    wanted = wanted if isinstance(wanted, list) else [wanted] * len(kept)
    assert set(problem.sources.answer) == {expected["answer"]}
    assert measures(problem) == set(expected["measures"])
    assert kept == pytest.approx(wanted, abs=case.content["tolerance"])
    assert halted(problem) == expected.get("halted", halted(problem))
    assert citations(problem) >= set(expected["cites"])


def test_every_clause_is_that_of_the_rules_it_cites() -> None:
    shown = {case.name: {_clause(item) for item in _cited(case)} or {NO_CLAUSE} for case in cases()}
    assert not [case.name for case in cases() if shown[case.name] != {case.content["clause"]}]


def test_every_rule_that_a_case_cites_is_in_force_on_its_day() -> None:
    assert not [case.name for case in cases() if len(_cited(case)) != len(case.expected["cites"])]


def test_no_case_rests_on_a_recalled_value() -> None:
    recalled = [case.name for case in cases() for item in _cited(case) if item.dated.evidence is Evidence.RECALLED]
    assert not recalled


def test_every_case_says_all_it_must_and_expects_a_load() -> None:
    short = [case.name for case in cases() if set(case.content) - {"mode"} != KEYS]
    short += [case.name for case in cases() if not {"kept_share", "halted"} & set(case.expected)]
    assert not short


def test_no_sentence_comes_twice() -> None:
    assert not [name for name, count in Counter(case.name for case in cases()).items() if count > 1]


def test_every_key_industry_with_an_answered_cell_has_five_cases() -> None:
    answered = {rule.scope.industry for rule in rulebook().rules if _answers_a_cell(rule)}
    counted = Counter(case.facts["key_industry"] for case in cases())
    assert not {code: counted[code] for code in answered if counted[code] < ENOUGH}


def test_a_clause_that_no_source_states_is_said_so() -> None:
    assert any(case.content["clause"].endswith(CLAUSE_NOT_STATED) for case in cases())


def _answers_a_cell(rule: Rule) -> bool:
    industry = rulebook().industry(rule.scope.industry)
    is_key = industry is not None and industry.number > 0
    return is_key and rule.kind in {"floor", "duty"} and rule.answer in {Answer.SOURCED, Answer.SELF_DETERMINED}


def _cited(case: Case) -> list[RuleInForce]:
    rules = industry_rules(case.on, case.content["city"])
    return [item for item in rules.rules if item.id in case.expected["cites"]]


def _clause(item: RuleInForce) -> str:
    return f"{item.instrument.number or item.instrument.title}, {item.dated.clause}"
