"""The grades of a plan counted again: from the list's own and the recorded moves, row by row, without the builder."""

from collections.abc import Iterable
from datetime import date

from planner.inventory import AppliedMove, Inventory
from planner.plan import AuditCheck
from planner.problem import PlanProblem
from planner.rules import RulesInForce
from planner.terms import GRADE_RANK, Grade

__all__ = ["audit_grades"]

LEAST = {
    "application": "national.grading.applied_counts_as_c",
    "violation": "national.grading.violation_counts_as",
    "upgrade_overdue": "national.grading.upgrade_overdue_counts_as",
}
Process = tuple[str, str, str]


def audit_grades(listed: Inventory, rules: RulesInForce, problem: PlanProblem) -> tuple[AuditCheck, ...]:
    """Whether every source has the list's grade after the recorded moves, and every move counts as the rules say.

    Args:
        listed: the list with its own grades.
        rules: the rules in force on the plan's day.
        problem: the problem with its sources and recorded moves.
    """
    grades = _grades_by_process(problem.moves, problem.header.on)
    own = dict(zip(listed.frame["source_id"], listed.frame["grade"], strict=True))
    sources = problem.sources
    processes = zip(sources.enterprise_id, sources.key_industry, sources.sub_process, strict=True)
    expected = [
        grades.get(process, str(own.get(name, ""))) for name, process in zip(sources.source_id, processes, strict=True)
    ]
    rows = zip(sources.source_id, expected, sources.grade, strict=True)
    wrong = [(name, due, found) for name, due, found in rows if due != found]
    wrong += [(item.enterprise_id, due, str(item.counts_as)) for item, due in _miscounted(problem.moves, rules)]
    place, due, found = wrong[0] if wrong else ("", "", "")
    return (AuditCheck(code="audit.list.grades", passed=not wrong, place=place, expected=due, found=found),)


def _grades_by_process(moves: Iterable[AppliedMove], on: date) -> dict[Process, str]:
    """The grade that the moves put in force: of the last begun, else what the first awaited one ends."""
    found: dict[Process, str] = {}
    for item in sorted(moves, key=lambda move: move.from_day):
        process = (item.enterprise_id, item.key_industry, item.sub_process)
        if item.from_day <= on:
            found[process] = str(item.counts_as)
        elif item.grade_before is not None:
            found.setdefault(process, str(item.grade_before))
    return found


def _miscounted(moves: Iterable[AppliedMove], rules: RulesInForce) -> Iterable[tuple[AppliedMove, str]]:
    """Moves that count as another grade than their own without the rule that says so, or not as it says."""
    for item in moves:
        rule = rules.find(LEAST.get(str(item.kind), ""))
        due = item.grade
        if rule is not None and str(rule.value) in set(Grade):
            due = _worse(item.grade, Grade(str(rule.value)))
        if due is not item.counts_as or (str(item.kind) == "application" and due is item.grade):
            yield item, str(due)


def _worse(stated: Grade, least: Grade) -> Grade:
    if stated not in GRADE_RANK or least not in GRADE_RANK or GRADE_RANK[stated] >= GRADE_RANK[least]:
        return stated
    return Grade.NON_LEADING if stated is Grade.LEADING else least
