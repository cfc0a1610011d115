"""Every plan ever stored is put before the referee again, whatever was done to its row."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import literal, text, update
from sqlalchemy.sql.expression import ColumnElement

from planner.plan import Verdict
from planner.service import Planner
from planner.service.stored_plans import StoredVerdict, verify_stored
from planner.store.tables import PLANS
from planner.terms import Level
from tests.service.desk.made import NOW, plan_text, stored_plan


def keep(planner: Planner, level: Level) -> int:
    """A plan whose row says what the plan itself says, as the planner stores it."""
    body = json.loads(plan_text(level))
    rules = body["provenance"]["rules_sha256"]
    planner.store.add_rules(rules, "{}", NOW)
    made = datetime.fromisoformat(body["created_at"])
    return planner.store.add_plan(replace(stored_plan(level, rules), created_at=made))


@pytest.fixture
def yellow(planner: Planner) -> int:
    return keep(planner, Level.YELLOW)


@pytest.fixture
def orange(planner: Planner) -> int:
    return keep(planner, Level.ORANGE)


def change(planner: Planner, plan_id: int, **values: ColumnElement[str]) -> list[StoredVerdict]:
    """The verdicts after somebody with the keys of the database changed a row."""
    with planner.store._engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE plans DISABLE TRIGGER ALL"))
        else:
            connection.execute(text("DROP TRIGGER plans_refuse_update"))
        connection.execute(update(PLANS).where(PLANS.c.plan_id == plan_id).values(values))
    return list(verify_stored(planner.store))


def test_what_was_stored_passes(planner: Planner, yellow: int, orange: int) -> None:
    verdicts = list(verify_stored(planner.store))
    assert [(item.kind, item.number, item.is_refused) for item in verdicts] == [
        ("plan", yellow, False),
        ("plan", orange, False),
    ]


def test_of_all_plans_the_changed_one_is_refused(planner: Planner, yellow: int, orange: int) -> None:
    body = json.loads(plan_text(Level.ORANGE))
    body["objective_yuan"] += 1.0
    verdicts = change(planner, orange, text=literal(json.dumps(body, ensure_ascii=False)))
    assert [item.is_refused for item in verdicts] == [False, True]


@pytest.mark.parametrize("column", ["plan_sha256", "city", "list_sha256", "mode"])
def test_a_row_that_says_something_else_than_its_plan_is_refused(planner: Planner, yellow: int, column: str) -> None:
    other = {"mode": "filed", "city": "kaifeng"}.get(column, "f" * 64)
    (verdict,) = change(planner, yellow, **{column: literal(other)})
    assert verdict.report.verdict is Verdict.REFUSED
    assert [check.place for check in verdict.report.checks if not check.passed] == [column]


@pytest.mark.parametrize("values", [{"text": "no plan"}, {"level": "purple"}, {"text": "{}"}])
def test_a_row_that_cannot_be_read_is_refused_and_the_others_are_told(
    planner: Planner, yellow: int, orange: int, values: dict[str, str]
) -> None:
    verdicts = change(planner, yellow, **{name: literal(value) for name, value in values.items()})
    assert [item.is_refused for item in verdicts] == [True, False]
    assert [item.code for item in verdicts[0].findings] == ["plan.file_unreadable"]
