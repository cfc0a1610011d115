"""The other warnings of a city that hold, or held, beside one, and the orders that an owner got from all of them."""

from collections.abc import Iterable, Iterator

from planner.episode import Act, ActKind, AirWarning, Procedure, Terms, is_one_episode
from planner.errors import Finding, Severity, finding
from planner.service.desk.act_text import lines_of_text
from planner.service.desk.states import state_of
from planner.store import Desk, StoredReceipt, StoredWarningOrder

__all__ = [
    "episode_remarks",
    "latest_orders",
    "neighbours",
    "orders_beside",
    "others_in_force",
    "receipts_beside",
    "standing_orders",
]

CLOSING = (ActKind.LIFT, ActKind.MERGE)


def neighbours(desk: Desk, warning: AirWarning) -> Iterator[AirWarning]:
    """The warnings of the same city and kind that were in force while this one was open; exercises keep apart."""
    for stored in desk.warnings(warning.city):
        if stored.warning_id == warning.warning_id or stored.is_exercise != warning.is_exercise:
            continue
        closed = [act.at for act in desk.acts(stored.warning_id) if act.kind in CLOSING]
        if closed and closed[-1] < warning.consulted_at:
            continue
        state = state_of(desk, stored)
        if state.in_force is not None:
            yield state


def others_in_force(desk: Desk, warning: AirWarning) -> tuple[AirWarning, ...]:
    """Those of them that are in force."""
    return tuple(item for item in neighbours(desk, warning) if item.is_open)


def orders_beside(desk: Desk, warning: AirWarning) -> tuple[StoredWarningOrder, ...]:
    """The orders of the neighbours."""
    return tuple(order for item in neighbours(desk, warning) for order in desk.orders(item.warning_id))


def receipts_beside(desk: Desk, warning: AirWarning) -> tuple[StoredReceipt, ...]:
    """The receipts of a warning's own orders and of its neighbours', each in the order in which they were entered."""
    numbers = (warning.warning_id, *(item.warning_id for item in neighbours(desk, warning)))
    return tuple(receipt for number in numbers for receipt in desk.receipts(number))


def episode_remarks(
    desk: Desk, warning: AirWarning | None, act: Act, procedure: Procedure, counties: frozenset[str]
) -> Iterator[Finding]:
    """What somebody should know who proposes a second warning over the area of one in force: both are one episode.

    Reference: rule `warning.procedure.merge`.
    """
    terms = act.terms
    if warning is None or terms is None or act.kind is not ActKind.PROPOSE:
        return
    covered = _covered(terms, counties)
    for other in others_in_force(desk, warning):
        held = other.in_force.terms if other.in_force else None
        if held and covered == _covered(held, counties) and is_one_episode(held, terms, procedure):
            yield finding("warning.terms.one_episode", Severity.WARNING, value=other.warning_id)


def latest_orders(orders: Iterable[StoredWarningOrder]) -> tuple[StoredWarningOrder, ...]:
    """The newest order of each owner, by county and owner."""
    newest: dict[str, StoredWarningOrder] = {}
    for item in sorted(orders, key=_moment):
        newest[item.owner] = item
    return tuple(sorted(newest.values(), key=lambda item: (item.county_code, item.owner)))


def standing_orders(
    warning_id: str, own: Iterable[StoredWarningOrder], beside: Iterable[StoredWarningOrder]
) -> tuple[StoredWarningOrder, ...]:
    """The newest order of each owner that rests on a warning: its own, and those of other warnings that name it.

    Who got a newer order of another warning alone, such as a county's own higher one, is not among them.
    """
    newest = latest_orders((*own, *beside))
    return tuple(item for item in newest if item.warning_id == warning_id or _rests_on(item, warning_id))


def _covered(terms: Terms, counties: frozenset[str]) -> frozenset[str]:
    return frozenset(code for code in counties if terms.level_in(code) is not None)


def _moment(order: StoredWarningOrder) -> tuple[object, ...]:
    return order.created_at, order.version, order.number


def _rests_on(order: StoredWarningOrder, warning_id: str) -> bool:
    return any(line.warning == warning_id for line in lines_of_text(order.text))
