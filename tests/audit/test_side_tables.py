"""The referee on what several sources owe together: from the tables, and from list and rules again."""

from dataclasses import replace

import numpy as np
import pytest

from planner.audit import audit_plan, audit_side_tables
from planner.plan import Verdict, assemble_plan
from planner.problem import PlanProblem, build_problem, problem_from_text, problem_to_text, side_missing, side_rows
from planner.rules import RulesInForce, Scope
from planner.solve import SolveSettings, solve_problem
from planner.terms import Level, Mode
from tests.tiny import alert, inventory, random_rows, rules_in_force, with_share
from tests.together import ON, turned_on, with_shared_cells, with_supply

EXACT = SolveSettings(gap=0.0)
FAMILIES = sorted(ON)
SEED = 5


def law(family: str) -> RulesInForce:
    rules = with_share(rules_in_force(), Level.ORANGE, 0.3)
    rules = with_supply(rules, Scope(industry="casting"), 0.7) if family == "supply_floor" else rules
    return turned_on(rules, ON[family])


def listed() -> list[dict[str, object]]:
    return with_shared_cells(random_rows(SEED, firms=4), SEED)


def question_of(family: str) -> PlanProblem:
    return build_problem(inventory(*listed()), law(family), alert(), Mode.DESIGN)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_choice_that_breaks_a_row_is_refused(family: str) -> None:
    question = question_of(family)
    result, rows = solve_problem(question, EXACT), side_rows(question)
    draw, first, size = np.random.default_rng(1), question.sources.first_option[:-1], None
    size = np.diff(question.sources.first_option)
    tries = (first + (draw.random(len(size)) * size).astype(np.int64) for _ in range(500))
    bad = next(item for item in tries if side_missing(rows, item, question.options.count).any())
    assert result.report is not None
    report = audit_plan(question, assemble_plan(question, bad), result.report)
    assert "audit.side_tables" in {check.code for check in report.checks if not check.passed}
    assert report.verdict is Verdict.REFUSED


@pytest.mark.parametrize("family", FAMILIES)
def test_the_tables_are_those_of_list_and_rules(family: str) -> None:
    checks = audit_side_tables(inventory(*listed()), law(family), question_of(family))
    assert all(check.passed for check in checks), checks


@pytest.mark.parametrize("family", FAMILIES)
def test_a_table_left_out_is_noticed(family: str) -> None:
    question = replace(question_of(family), side=None)
    assert not all(check.passed for check in audit_side_tables(inventory(*listed()), law(family), question))


@pytest.mark.parametrize("family", FAMILIES)
def test_a_need_that_is_waived_without_cause_is_noticed(family: str) -> None:
    question = question_of(family)
    table = getattr(question.side, family)
    easier = replace(table, waived=table.waived + 0.2)
    changed = replace(question, side=replace(question.side, **{family: easier}))
    assert not all(check.passed for check in audit_side_tables(inventory(*listed()), law(family), changed))


@pytest.mark.parametrize("family", FAMILIES)
def test_a_problem_with_side_tables_is_the_same_after_its_text(family: str) -> None:
    text = problem_to_text(question_of(family))
    assert problem_to_text(problem_from_text(text)) == text
