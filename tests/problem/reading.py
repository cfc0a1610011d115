"""A problem as a test reads it: the menu of a source by name."""

from dataclasses import dataclass, replace

from planner.problem import Citation, PlanProblem
from planner.problem.records import BASES
from planner.rules import RuleInForce, RulesInForce
from tests.tiny import rules_in_force

DATED = ("after_hours", "after_value", "hours_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One option of a menu."""

    kept: float
    halts: bool
    measures: tuple[str, ...]
    citations: tuple[str, ...]
    basis: str
    cost: float
    kilograms: tuple[float, ...]


def offers(problem: PlanProblem, source_id: str) -> tuple[Offer, ...]:
    """The menu of a source."""
    options, index = problem.options, place(problem, source_id)
    first, end = problem.sources.first_option[index : index + 2].tolist()
    return tuple(
        Offer(
            kept=float(options.kept_share[option]),
            halts=bool(options.halts[option]),
            measures=options.measure_sets[options.measures[option]],
            citations=options.citation_sets[options.citations[option]],
            basis=str(BASES[options.basis[option]]),
            cost=float(options.cost_yuan[option]),
            kilograms=tuple(options.reduction_kg_per_day[option].tolist()),
        )
        for option in range(first, end)
    )


def obliged(problem: PlanProblem, source_id: str) -> Offer:
    """What a source must do at least."""
    return offers(problem, source_id)[0]


def kept(problem: PlanProblem, source_id: str) -> tuple[float, ...]:
    """The kept shares of a source's menu."""
    return tuple(offer.kept for offer in offers(problem, source_id))


def place(problem: PlanProblem, source_id: str) -> int:
    """The index of a source."""
    return problem.sources.source_id.index(source_id)


def standing(problem: PlanProblem, source_id: str) -> tuple[str, str]:
    """A source's standing and the rule behind it."""
    index = place(problem, source_id)
    return problem.sources.standing[index], problem.sources.standing_citation[index]


def register(problem: PlanProblem) -> dict[str, Citation]:
    """The citations by id."""
    return {item.id: item for item in problem.citations}


def rules_without(*ids: str) -> RulesInForce:
    """The rules in force but for those whose id begins with one of these words."""
    rules = rules_in_force()
    return replace(rules, rules=tuple(item for item in rules.rules if not item.id.startswith(ids)))


def rules_with(rule_id: str, **changes: object) -> RulesInForce:
    """The rules in force with one of them changed: `value` itself, or fields of its rule or of its dated value."""
    rules = rules_in_force()
    assert rules.find(rule_id) is not None
    return replace(rules, rules=tuple(_changed(item, changes) if item.id == rule_id else item for item in rules.rules))


def _changed(item: RuleInForce, changes: dict[str, object]) -> RuleInForce:
    dated = {name: value for name, value in changes.items() if name in DATED}
    own = {name: value for name, value in changes.items() if name not in (*DATED, "value")}
    value = changes.get("value", item.value)
    return replace(item, rule=replace(item.rule, **own), value=value, dated=replace(item.dated, **dated))
