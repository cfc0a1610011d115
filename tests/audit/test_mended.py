"""Holes in the referee that were found once, each with the case that found it."""

import json
from dataclasses import replace

import pytest

from planner.audit import audit_against_list, verify_text
from planner.errors import FindingsError
from planner.plan import Verdict, assemble_plan
from planner.plan.document import body_sha256
from planner.problem import build_problem
from planner.rules import RulesInForce
from planner.terms import Level, Mode
from tests.audit.made import file_text
from tests.tiny import alert, inventory, rest, rules_in_force, source


def test_a_key_that_stands_twice_is_refused() -> None:
    text = file_text().replace('"gap":', '"gap": 0.0, "gap":', 1)
    with pytest.raises(FindingsError):
        verify_text(text)


@pytest.mark.parametrize("name", ["list_sha256", "rules_sha256"])
def test_a_provenance_that_is_not_the_problems_is_refused(name: str) -> None:
    body = json.loads(file_text())
    body["provenance"][name] = "f" * 64
    body["plan_sha256"] = body_sha256(body)
    assert verify_text(json.dumps(body)).report.verdict is Verdict.REFUSED


def clinker(count: int, halted: int) -> list[dict[str, object]]:
    cells = {"enterprise_id": "E1", "key_industry": "cement", "sub_process": "clinker", "grade": "C"}
    measures = [{"yellow_measure": "halt", "yellow_kept_share": 0.0}] * halted + [{}] * (count - halted)
    lines = [
        source(f"s{index}", line_id=f"{index}#", pm_kg_per_day=9.0, **cells, **measure)
        for index, measure in enumerate(measures)
    ]
    return [rest(so2=1.0, nox=1.0, pm=1.0, vocs=1.0), *lines]


@pytest.mark.parametrize(("lines", "halted", "is_kept"), [(3, 1, False), (3, 2, True), (4, 2, True), (1, 0, False)])
def test_the_second_check_counts_whole_lines(lines: int, halted: int, is_kept: bool) -> None:
    """A builder that forgot "at least half of the lines" would let the filed measures pass as they are."""
    listed = inventory(*clinker(lines, halted))
    blind = build_problem(listed, without_shares(), alert(Level.YELLOW), Mode.FILED)
    plan = assemble_plan(blind, blind.sources.first_option[:-1])
    checks = audit_against_list(listed, rules_in_force(), blind.header, plan)
    assert next(check for check in checks if check.code == "audit.list.floors").passed is is_kept


def without_shares() -> RulesInForce:
    rules = rules_in_force()
    kept = tuple(item for item in rules.rules if "halt_lines" not in item.id)
    return replace(rules, rules=kept)
