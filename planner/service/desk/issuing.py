"""The orders that follow from an act: new ones at an issue, changes at an adjustment, releases at a lifting.

Where several warnings of a city are in force at once, an owner is told what the weightiest over its county asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from planner.episode import (
    AirWarning,
    EnterpriseOrder,
    HeldWarning,
    InForce,
    OrderLine,
    Step,
    lines_that_hold,
    orders_between,
)
from planner.errors import FindingsError, finding
from planner.service.desk.act_text import lines_text
from planner.service.desk.frozen import frozen_lines
from planner.service.desk.neighbours import others_in_force
from planner.service.desk.states import state_of
from planner.store import Desk, StoredWarningOrder
from planner.terms import LEVELS

__all__ = ["IssuedOrders", "issue_orders", "orders_due", "own_lines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedOrders:
    """The moment of an issue, and the head of the trace that its orders carry; `counties` codes of the city's."""

    at: datetime
    trace_sha256: str
    counties: frozenset[str]


def issue_orders(desk: Desk, before: AirWarning | None, after: AirWarning, issue: IssuedOrders) -> int:
    """Keeps the orders between two states of a warning; their number.

    A released firm may resume at the moment of the lifting. Who is ordered by another warning of the city as well, a
    lower one until now, or the one that this warning is merged into, is told to change to that.

    Raises:
        FindingsError: where a warning is merged into one that is not in force or keeps a lower level.
    """
    held = before.in_force if before else None
    if after.step is Step.MERGED:
        _refuse_lower(desk, after, issue.counties)
    elif held == _wanted(after):
        return 0
    orders = orders_due(desk, held, after, issue.at)
    version = held.version + 1 if held is not None else 1
    plans = _plan_hashes(desk, after)
    number = after.warning_id
    desk.add_orders(tuple(_stored(number, (version, place), order, (plans, issue)) for place, order in orders))
    return len(orders)


def orders_due(
    desk: Desk, held: InForce | None, after: AirWarning, now: datetime
) -> tuple[tuple[int, EnterpriseOrder], ...]:
    """The orders that a warning's new state asks for beside all others in force, each with its place from 1 on.

    Args:
        held: what was in force under the warning before.
    """
    others = others_in_force(desk, after)
    beside = tuple(each for item in others for each in _held(desk, item.warning_id, item.in_force))
    old = lines_that_hold((*beside, *_held(desk, after.warning_id, held)))
    new = lines_that_hold((*beside, *_held(desk, after.warning_id, _wanted(after))))
    return tuple(enumerate(orders_between(old, new, now), start=1))


def _wanted(after: AirWarning) -> InForce | None:
    return None if after.step in (Step.LIFTED, Step.MERGED) else after.in_force


def _held(desk: Desk, number: str, held: InForce | None) -> tuple[HeldWarning, ...]:
    if held is None:
        return ()
    lines = tuple(frozen_lines(desk, held.terms, held.plans))
    return (HeldWarning(warning_id=number, terms=held.terms, lines=lines),)


def _refuse_lower(desk: Desk, warning: AirWarning, counties: frozenset[str]) -> None:
    """Nothing where the warning that takes this one over is in force and keeps its level in every county.

    Raises:
        FindingsError: else; one episode keeps the higher level (rule `warning.procedure.merge`).
    """
    stored = desk.warning(warning.merged_into)
    other = state_of(desk, stored) if stored is not None else None
    fits = other is not None and (other.city, other.is_exercise, other.is_open) == (
        warning.city,
        warning.is_exercise,
        True,
    )
    if other is None or other.in_force is None or warning.in_force is None or not fits:
        raise FindingsError((finding("warning.merge.target", value=warning.merged_into),))
    lower = [code for code in sorted(counties) if _rank(warning.in_force, code) > _rank(other.in_force, code)]
    if lower:
        named = ", ".join(lower)
        raise FindingsError((finding("warning.merge.lower", value=warning.merged_into, counties=named),))


def _rank(held: InForce, county: str) -> int:
    level = held.terms.level_in(county)
    return -1 if level is None else LEVELS.index(level)


def _plan_hashes(desk: Desk, after: AirWarning) -> dict[tuple[str, str], str]:
    """Hash of the plan of each warning and level."""
    return {
        (item.warning_id, str(plan.level)): plan.plan_sha256
        for item in (after, *others_in_force(desk, after))
        for plan in (item.in_force.plans if item.in_force else ())
    }


def _stored(
    warning_id: str,
    counted: tuple[int, int],
    order: EnterpriseOrder,
    made: tuple[dict[tuple[str, str], str], IssuedOrders],
) -> StoredWarningOrder:
    version, place = counted
    plans, issue = made
    first = order.lines[0]
    return StoredWarningOrder(
        number=f"{warning_id}-{version:02d}-{place:05d}",
        warning_id=warning_id,
        version=version,
        kind=order.kind,
        owner=order.owner,
        county_code=order.county,
        plan_sha256=plans.get((first.warning, str(first.level)), ""),
        trace_sha256=issue.trace_sha256,
        created_at=issue.at,
        text=lines_text(own_lines(order.lines, warning_id)),
    )


def own_lines(lines: Iterable[OrderLine], warning_id: str) -> tuple[OrderLine, ...]:
    """The lines as an order of a warning keeps them: only another warning than its own is named."""
    return tuple(replace(line, warning="") if line.warning == warning_id else line for line in lines)
