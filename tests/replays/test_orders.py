"""Orders that were really given, replayed whole: add one in orders.yaml, no Python is needed."""

from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pytest

from planner.alert import make_alert
from planner.audit import audit_plan
from planner.compare import measure_sentence
from planner.inventory import FieldKind, Need
from planner.plan import Plan, Verdict
from planner.problem import PlanProblem, build_problem
from planner.rules import RulesInForce, in_force
from planner.solve import SolveSettings, solve_problem
from planner.sources import read_rulebook
from planner.sources.strict_yaml import read_strict_yaml
from planner.terms import Level, Mode, Phrasebook
from tests.project import ROOT
from tests.tiny import dictionary, inventory, rest, source, with_share

FILE = ROOT / "tests" / "replays" / "orders.yaml"
DOCUMENT = read_strict_yaml(FILE.read_text("utf-8"), FILE.name)
ORDERS: list[dict[str, Any]] = DOCUMENT.content["orders"] if not DOCUMENT.findings else []  # type: ignore[index]
MODES = (Mode.DESIGN, Mode.FILL)
KILOGRAMS = {"so2_kg_per_day": 100.0, "nox_kg_per_day": 200.0, "pm_kg_per_day": 50.0, "vocs_kg_per_day": 20.0}
MONEY = {"value_added_yuan_per_day": 100_000.0, "restart_cost_yuan": 10_000.0}
TOLERANCE = 1e-4


@cache
def rules(day: str, level: Level) -> RulesInForce:
    """The shipped rules of the day, without a cut of the city: what is ordered is what the order asks."""
    book, findings = read_rulebook(ROOT / "rules")
    assert book is not None, findings
    return with_share(in_force(book, date.fromisoformat(day), "changzhi"), level, 0.0)


def rows(order: dict[str, Any]) -> list[dict[str, object]]:
    """The lines as list rows; numbers that the order does not give are not on record."""
    optional = (item for item in dictionary().fields if item.dtype is FieldKind.NUMBER and item.required is Need.NO)
    blank: dict[str, object] = {item.name: np.nan for item in optional}
    return [source(line["name"], **(blank | KILOGRAMS | MONEY | _cells(line))) for line in order["lines"]]


def _cells(line: dict[str, Any]) -> dict[str, object]:
    place: dict[str, object] = {"enterprise_id": line["firm"], "line_id": line["name"], "grade": line["grade"]}
    more: dict[str, object] = line.get("cells", {})
    return place | {"key_industry": line["industry"], "sub_process": line["process"]} | more


@cache
def played(index: int, mode: Mode) -> tuple[PlanProblem, Plan, Verdict]:
    """The order's list, solved and judged."""
    order = ORDERS[index]
    level, day = Level(order["level"]), date.fromisoformat(order["on"])
    alert = make_alert(level, day, None, None, order["days"])
    problem = build_problem(inventory(*rows(order), rest(pm=1.0)), rules(order["on"], level), alert, mode)
    result = solve_problem(problem, SolveSettings())
    assert result.plan is not None
    assert result.report is not None
    return problem, result.plan, audit_plan(problem, result.plan, result.report).verdict


def told(plan: Plan) -> dict[str, tuple[list[str], float]]:
    """Measures and kept share by line."""
    return {item.source_id: (sorted(item.measures), round(item.kept_share, 4)) for item in plan.curtailments}


replayed = pytest.mark.parametrize(
    ("index", "mode"),
    [(index, mode) for index in range(len(ORDERS)) for mode in MODES],
    ids=lambda value: ORDERS[value]["name"] if isinstance(value, int) else str(value),
)


def test_the_orders_can_be_read() -> None:
    assert DOCUMENT.findings == ()
    assert len(ORDERS) > 1


@replayed
def test_every_line_is_told_what_the_order_says(index: int, mode: Mode) -> None:
    order, found = ORDERS[index], told(played(index, mode)[1])
    counted = {name for group in order.get("halts_among", []) for name in group["lines"]}
    assert found.keys() - counted == order["told"].keys()
    for name, item in order["told"].items():
        measures, kept = found[name]
        assert measures == sorted(item["measures"]), name
        assert kept == pytest.approx(item["kept"], abs=TOLERANCE), name


@replayed
def test_of_lines_that_are_counted_no_more_halt_than_must(index: int, mode: Mode) -> None:
    found = told(played(index, mode)[1])
    for group in ORDERS[index].get("halts_among", []):
        assert sum(name in found and found[name][1] == 0.0 for name in group["lines"]) == group["at_least"]


@replayed
def test_the_referee_passes_the_plan(index: int, mode: Mode) -> None:
    assert played(index, mode)[2] is Verdict.PASSED


@replayed
def test_every_line_cites_the_instrument_of_the_order(index: int, mode: Mode) -> None:
    problem, plan, _ = played(index, mode)
    numbers = {item.id: item.number for item in problem.citations}
    without = [
        item.source_id
        for item in plan.curtailments
        if ORDERS[index]["instrument"] not in {numbers[name] for name in item.citations}
    ]
    assert not without


def test_an_order_of_seven_days_says_what_holds_after_120_hours() -> None:
    _, plan, _ = played(0, Mode.DESIGN)
    (line,) = (item for item in plan.curtailments if item.source_id == "b-sinter-1")
    words = measure_sentence(Phrasebook(), line.measures, line.kept_share, "1#")
    assert words == "halt (line 1#); after 120 h at least 50 % stays halted, counted by the firm's lines"
