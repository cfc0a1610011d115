"""Why not, where what several sources owe together keeps the cuts out of reach."""

from dataclasses import replace

import pytest

from planner.alert import make_alert
from planner.plan import Clause
from planner.problem import build_problem
from planner.service.question import Question
from planner.service.relaxed import present_clauses, relaxed_problem
from planner.service.why_not_search import find_why_not
from planner.terms import Mode
from tests.audit.made import document as made_document
from tests.audit.made import solved
from tests.service.test_answers import posed
from tests.tiny import ON as DAY
from tests.tiny import random_rows
from tests.together import ON, firm, turned_on, with_shared_cells


def with_rules_on(question: Question, on: dict[str, object]) -> Question:
    """The question under rules that turn a family on."""
    rules, header = turned_on(question.rules, on), question.problem.header
    alert = make_alert(header.level, DAY, header.start, header.end, header.duration_days)
    return replace(question, rules=rules, problem=build_problem(question.inventory, rules, alert, Mode.DESIGN))


def heated() -> Question:
    """Two lines whose heat is needed nearly whole, where the cut asks for most of their kilograms."""
    lines = [firm(name, heat_supply_gj_per_day=100.0, heat_load_share=0.9, sub_process=name) for name in ("a", "b")]
    return with_rules_on(posed(*lines, share=0.5), ON["heat_first"])


def test_heat_that_must_be_kept_is_the_clash() -> None:
    question = heated()
    why_not = find_why_not(question, made_document(solved(question.problem)))
    assert why_not.clash is not None
    assert [item.clause for item in why_not.clash] == [Clause.HEAT_FIRST]
    assert why_not.relaxations is not None
    assert why_not.relaxations[0].clause is Clause.HEAT_FIRST


@pytest.mark.parametrize("family", sorted(set(ON) - {"supply_floor"}))
def test_a_family_relaxed_leaves_its_table_out_and_no_other(family: str) -> None:
    every = {name: value for values in ON.values() for name, value in values.items()}
    question = with_rules_on(posed(*with_shared_cells(random_rows(5), 5), share=0.2), every)
    assert Clause(family) in present_clauses(question.problem)
    relaxed = relaxed_problem(question, frozenset({Clause(family)})).side
    assert relaxed is not None
    left = {name for name in ON if getattr(relaxed, name) is not None}
    assert left == set(ON) - {family, "supply_floor"}
