"""A question with clauses relaxed, for asking why its cuts cannot be met; nothing of it is ever applied."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from planner.alert import make_alert
from planner.inventory import Inventory
from planner.plan import Clause
from planner.problem import PlanProblem, build_problem, without_order
from planner.rules import RuleInForce, RulesInForce, Scope
from planner.service.question import Question
from planner.terms import Grade, Guarantee, Measure, Mode

__all__ = ["SHARED", "present_clauses", "relaxed_problem"]

BY_ID: dict[str, Clause] = {
    "national.standing.exempt_by_name": Clause.EXEMPT,
    "national.standing.white_list": Clause.WHITE_LISTED,
    "national.standing.small": Clause.SMALL,
}
"""Standings that the list names or the builder counts; their rules stand for them."""
SHARED: dict[Clause, str] = {
    Clause.HEAT_FIRST: "national.together.heat_first",
    Clause.OUTPUT_FIRST: "national.together.output_first",
    Clause.CO_DISPOSAL: "national.together.co_disposal_share",
    Clause.SUPPLY_FLOOR: "",
    Clause.UPSTREAM_FEED: "national.together.upstream_feed",
    Clause.SHARED_STACK: "national.together.shared_stack",
    Clause.COUNTY_BAND: "national.together.county_band.",
}
"""What several sources owe together, by the beginning of the ids of its rules; supply floors are told by their kind."""
VOLUNTEERS_LIKE = Grade.B
"""Who acts on its own has no menu: as a volunteer it would choose from that of the best grade that is ordered."""


def present_clauses(problem: PlanProblem) -> tuple[Clause, ...]:
    """The clauses that hold something back in a problem, in the order of Clause."""
    standings = set(problem.sources.standing)
    named = {Clause(item) for item in standings if item in set(Clause)}
    if problem.header.mode is Mode.FILED:
        named.add(Clause.FILED_LIST)
    named |= {item for item in SHARED if problem.side is not None and getattr(problem.side, str(item)) is not None}
    return tuple(item for item in Clause if item in named | {Clause.MENU, Clause.GRADE_ORDER})


def relaxed_problem(question: Question, relaxed: AbstractSet[Clause]) -> PlanProblem:
    """The question's problem with these clauses relaxed.

    Standings: their rules are left out; who acted on its own gets the menu of grade B. Guarantees: the minimum load is
    left out where a line can stop. Menu: every grade may take every step, a halt included. Order: equal treatment and
    grade order are left out. Filed list: measures beyond it are permitted.
    What several sources owe together: its rules are left out.
    """
    header = question.problem.header
    alert = make_alert(header.level, header.on, header.start, header.end, header.duration_days)
    alert = replace(alert, notice_hours=header.notice_hours)
    mode = Mode.FILL if Clause.FILED_LIST in relaxed else header.mode
    inventory = _without_guarantees(question.inventory) if Clause.GUARANTEED in relaxed else question.inventory
    problem = build_problem(inventory, _relaxed_rules(question.rules, relaxed), alert, mode)
    return without_order(problem) if Clause.GRADE_ORDER in relaxed else problem


def _without_guarantees(inventory: Inventory) -> Inventory:
    return replace(inventory, frame=inventory.frame.assign(guarantee=str(Guarantee.NONE)))


def _relaxed_rules(rules: RulesInForce, relaxed: AbstractSet[Clause]) -> RulesInForce:
    kept = tuple(item for item in rules.rules if _clause_of(item) not in relaxed)
    added: tuple[RuleInForce, ...] = ()
    if Clause.SELF_DETERMINED in relaxed:
        own = tuple(item for item in kept if item.rule.kind == "menu" and item.rule.scope.grade is VOLUNTEERS_LIKE)
        added = tuple(_for_grade(item, grade) for grade in (Grade.A, Grade.LEADING) for item in own)
    if Clause.MENU in relaxed:
        every = {(item.rule.measure, item.value): item for item in (*kept, *added) if item.rule.kind == "menu"}
        added = (*added, *(_for_grade(item, grade) for grade in Grade for item in every.values()))
    return replace(rules, rules=(*kept, *added))


def _clause_of(item: RuleInForce) -> Clause | None:
    """The clause that a rule stands for: a standing by the list, or one of a grade, an industry or a plant."""
    if item.id in BY_ID:
        return BY_ID[item.id]
    if item.rule.kind == "supply":
        return Clause.SUPPLY_FLOOR
    shared = next((clause for clause, name in SHARED.items() if name and item.id.startswith(name)), None)
    if shared is not None:
        return shared
    if item.rule.kind not in ("standing", "floor") or item.rule.scope == Scope():
        return None
    if item.rule.measure is Measure.SELF:
        return Clause.SELF_DETERMINED
    return Clause.EXEMPT if item.rule.kind == "standing" else None


def _for_grade(item: RuleInForce, grade: Grade) -> RuleInForce:
    return replace(item, rule=replace(item.rule, scope=replace(item.rule.scope, grade=grade)))
