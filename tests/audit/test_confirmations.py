"""A plan may call a value confirmed only with a recorded word that can stand."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.audit import audit_plan
from planner.plan import Verdict
from planner.problem import PlanProblem
from planner.rules import Confirmation
from tests.audit.made import case
from tests.tiny import ON

RULE = "national.lines.whole_line_rounding"
WORD = Confirmation(
    city="changzhi", rule_id=RULE, by="王某", role="科长", on=ON, document="函〔2026〕1号", value_sha256="a" * 64
)


def claiming(word: Confirmation | None, status: str = "confirmed") -> PlanProblem:
    """The city's problem with one citation that records this word."""
    problem = case().problem
    told = (replace(item, status=status, confirmation=word) if item.id == RULE else item for item in problem.citations)
    return replace(problem, citations=tuple(told))


def verdict(problem: PlanProblem) -> Verdict:
    return audit_plan(problem, case().plan, case().report).verdict


def test_a_sound_word_passes() -> None:
    assert verdict(claiming(WORD)) is Verdict.PASSED


@pytest.mark.parametrize(
    "changes",
    [
        {"city": "elsewhere"},
        {"rule_id": "national.menu.c.halt"},
        {"by": ""},
        {"role": ""},
        {"document": ""},
        {"value_sha256": ""},
        {"withdrawn": True},
        {"on": ON + timedelta(days=1)},
    ],
    ids=str,
)
def test_a_word_that_cannot_stand_is_caught(changes: dict[str, object]) -> None:
    assert verdict(claiming(replace(WORD, **changes))) is Verdict.REFUSED


def test_a_word_beside_a_status_that_it_does_not_change_is_caught() -> None:
    assert verdict(claiming(WORD, "to-confirm")) is Verdict.REFUSED
