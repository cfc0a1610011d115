"""What moves of grades count as by the rules in force, and what an officer should know of the moves of a plan."""

from collections.abc import Iterable, Iterator
from datetime import date

import pandas as pd

from planner.errors import Finding, Severity, finding
from planner.inventory import NO_INDUSTRY, AppliedMove, GradeMoves, GradeTerms, Inventory
from planner.rules import RulesInForce
from planner.terms import GRADE_RANK, Grade, MoveKind

__all__ = ["check_moves_on", "grading_citations", "grading_terms"]

COUNTS_AS: dict[MoveKind, str] = {
    MoveKind.APPLICATION: "national.grading.applied_counts_as_c",
    MoveKind.VIOLATION: "national.grading.violation_counts_as",
    MoveKind.UPGRADE_OVERDUE: "national.grading.upgrade_overdue_counts_as",
}
"""The parameter that says what a kind of move counts as, a code of Grade."""

SHOWN_DAYS = "national.list.grade_move_shown_days"
MOST_NAMED = 5


def grading_terms(rules: RulesInForce) -> GradeTerms:
    """What the rules in force say of applications, breaches and overdue upgrades; None and 0 days where nothing."""
    found = rules.find(SHOWN_DAYS)
    days = found.value if found is not None else 0
    return GradeTerms(
        application=_grade(rules, MoveKind.APPLICATION),
        violation=_grade(rules, MoveKind.VIOLATION),
        upgrade_overdue=_grade(rules, MoveKind.UPGRADE_OVERDUE),
        shown_days=int(days) if isinstance(days, int | float) else 0,
    )


def grading_citations(rules: RulesInForce, moves: Iterable[AppliedMove]) -> frozenset[str]:
    """Ids of the rules in force that the moves of a plan count by; none where nothing moved."""
    kinds = {move.kind for move in moves}
    named = {COUNTS_AS[kind] for kind in kinds if kind in COUNTS_AS} | ({SHOWN_DAYS} if kinds else set())
    return frozenset(name for name in named if rules.find(name))


def check_moves_on(inventory: Inventory, moves: GradeMoves, rules: RulesInForce, on: date) -> tuple[Finding, ...]:
    """Warnings about the moves of a plan's day.

    Told are kinds of moves that no rule says what they count as, applications without effect, firms whose grade before
    their first move is not stated though the plan's day lies before it, and how many moves the list knows nobody for.

    Args:
        inventory: the list with its own grades.
        moves: the moves of its city.
        rules: the rules in force on the day.
        on: the plan's day.
    """
    if moves.count == 0:
        return ()
    past = moves.frame[moves.frame["from_day"] <= pd.Timestamp(on)]
    return (
        *_unruled(past, rules),
        *_without_effect(past, rules),
        *_unknown_before(inventory, moves.frame, on),
        *_of_nobody(inventory, moves.frame),
    )


def _grade(rules: RulesInForce, kind: MoveKind) -> Grade | None:
    found = rules.find(COUNTS_AS[kind])
    return Grade(str(found.value)) if found is not None and str(found.value) in set(Grade) else None


def _unruled(past: pd.DataFrame, rules: RulesInForce) -> Iterator[Finding]:
    for kind, rule_id in COUNTS_AS.items():
        count, found = int((past["kind"] == str(kind)).sum()), rules.find(rule_id)
        if count and found is None:
            code = "grades.rule.not_in_force"
            yield finding(code, Severity.WARNING, value=rules.on, rule=rule_id, count=count, kind=kind)
        elif count and found is not None and _grade(rules, kind) is None:
            yield finding("grades.rule.no_grade", Severity.ERROR, value=found.value, rule=rule_id)


def _without_effect(past: pd.DataFrame, rules: RulesInForce) -> Iterator[Finding]:
    """Applications for a grade that is no better than what every application counts as."""
    least = _grade(rules, MoveKind.APPLICATION)
    if least is None:
        return
    ranks = {str(grade): rank for grade, rank in GRADE_RANK.items()}
    asked = past[past["kind"] == str(MoveKind.APPLICATION)]
    idle = asked[asked["grade"].map(ranks) >= ranks[least]]
    if len(idle):
        firms, count = _names(idle["enterprise_id"]), len(idle)
        yield finding("grades.application.no_effect", Severity.WARNING, value=least, count=count, firms=firms)


def _unknown_before(inventory: Inventory, moves: pd.DataFrame, on: date) -> Iterator[Finding]:
    first = moves.sort_values("from_day", kind="stable").drop_duplicates("enterprise_id")
    awaited = first[(first["from_day"] > pd.Timestamp(on)) & (first["grade_before"] == "")]
    firms = awaited.loc[awaited["enterprise_id"].isin(inventory.frame["enterprise_id"]), "enterprise_id"]
    if len(firms):
        code = "grades.before.unknown"
        yield finding(code, Severity.WARNING, value=on.isoformat(), count=len(firms), firms=_names(firms))


def _of_nobody(inventory: Inventory, moves: pd.DataFrame) -> Iterator[Finding]:
    """Moves of firms without a row of a key industry; processes of listed firms are told when moves are checked."""
    graded = inventory.frame.loc[inventory.frame["key_industry"] != NO_INDUSTRY, "enterprise_id"]
    count = int((~moves["enterprise_id"].isin(graded)).sum())
    if count:
        yield finding("grades.moves.absent_firms", Severity.WARNING, count=count)


def _names(firms: Iterable[str]) -> str:
    """The first few credit codes."""
    names = sorted(set(firms))
    return ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
