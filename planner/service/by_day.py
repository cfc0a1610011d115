"""An episode looked at day by day: the notice, and what cannot be asked together with it yet."""

from collections.abc import Iterator
from dataclasses import fields

from planner.errors import Finding, FindingsError, finding
from planner.problem import LEAD_RULE, MOST_DAYS, PlanProblem
from planner.rules import RulesInForce
from planner.service.records import PlanRequest

__all__ = ["notice_of", "refuse_beside_days"]

KNOWN_BESIDE = frozenset({"days", "side", "references", "moves"})
"""The tables with a default that are answered together with days."""


def notice_of(request: PlanRequest, rules: RulesInForce, days: int) -> float | None:
    """Hours between the order and the start; None where the episode is not looked at day by day.

    Args:
        days: the length of the episode.

    Raises:
        FindingsError: where the episode is too long, or neither the request nor a rule in force tells the notice.
    """
    found = (*_wrong(request, rules, days),)
    if found:
        raise FindingsError(found)
    if not request.by_day or request.notice_hours is not None:
        return request.notice_hours
    return rules.number(LEAD_RULE)


def refuse_beside_days(problem: PlanProblem) -> None:
    """Nothing, unless the problem holds days and a table that cannot be answered together with them.

    Raises:
        FindingsError: naming every such table.
    """
    if problem.days is None:
        return
    others = [item.name for item in fields(problem) if item.name not in KNOWN_BESIDE and item.default in (None, ())]
    asked = [name for name in others if getattr(problem, name) not in (None, ())]
    if asked:
        raise FindingsError(tuple(finding("plan.days.not_with", value=name) for name in asked))


def _wrong(request: PlanRequest, rules: RulesInForce, days: int) -> Iterator[Finding]:
    if not request.by_day:
        if request.notice_hours is not None:
            yield finding("plan.days.notice_alone", value=request.notice_hours)
        return
    if days > MOST_DAYS:
        yield finding("plan.days.too_many", value=days, most=MOST_DAYS)
    if request.notice_hours is None and rules.find(LEAD_RULE) is None:
        yield finding("plan.days.notice_unknown", on=request.on.isoformat())
