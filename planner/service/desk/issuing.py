"""The orders that follow from an act: new ones at an issue, changes at an adjustment, releases at a lifting."""

from dataclasses import dataclass
from datetime import datetime

from planner.episode import AirWarning, EnterpriseOrder, InForce, OrderKind, OrderLine, Step, orders_between
from planner.errors import FindingsError, finding
from planner.service.desk.act_text import lines_text
from planner.service.desk.frozen import frozen_lines
from planner.service.desk.states import state_of
from planner.store import Desk, StoredWarningOrder

__all__ = ["IssuedOrders", "issue_orders"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedOrders:
    """The moment of an issue, and the head of the trace that its orders carry."""

    at: datetime
    trace_sha256: str


def issue_orders(desk: Desk, before: AirWarning | None, after: AirWarning, issue: IssuedOrders) -> int:
    """Keeps the orders between two states of a warning; their number.

    A released firm may resume at the moment of the lifting. Of a warning merged into another only those are released
    whom the other one does not order.
    """
    held = before.in_force if before else None
    wanted = None if after.step is Step.LIFTED else after.in_force
    if after.step is not Step.MERGED and held == wanted:
        return 0
    lines = _lines(desk, _merged_into(desk, after) if after.step is Step.MERGED else wanted)
    orders = orders_between(_lines(desk, held), lines, issue.at)
    if after.step is Step.MERGED:
        orders = tuple(order for order in orders if order.kind is OrderKind.RELEASE)
    version = held.version + 1 if held is not None else 1
    named = wanted or held
    plans = {plan.level: plan.plan_sha256 for plan in named.plans} if named else {}
    desk.add_orders(
        tuple(
            _stored(after.warning_id, version, place, order, (plans.get(order.lines[0].level, ""), issue))
            for place, order in enumerate(orders, start=1)
        )
    )
    return len(orders)


def _merged_into(desk: Desk, warning: AirWarning) -> InForce | None:
    """What is in force under the warning that takes this one over.

    Raises:
        FindingsError: where it is no warning in force of the same city and kind.
    """
    stored = desk.warning(warning.merged_into, lock=True)
    other = state_of(desk, stored) if stored is not None else None
    fits = other is not None and (other.city, other.is_exercise) == (warning.city, warning.is_exercise)
    if other is None or other.in_force is None or not fits:
        raise FindingsError((finding("warning.merge.target", value=warning.merged_into),))
    return other.in_force


def _lines(desk: Desk, held: InForce | None) -> list[OrderLine]:
    return [] if held is None else list(frozen_lines(desk, held.terms, held.plans))


def _stored(
    warning_id: str, version: int, place: int, order: EnterpriseOrder, made: tuple[str, IssuedOrders]
) -> StoredWarningOrder:
    return StoredWarningOrder(
        number=f"{warning_id}-{version:02d}-{place:05d}",
        warning_id=warning_id,
        version=version,
        kind=order.kind,
        owner=order.owner,
        county_code=order.county,
        plan_sha256=made[0],
        trace_sha256=made[1].trace_sha256,
        created_at=made[1].at,
        text=lines_text(order.lines),
    )
