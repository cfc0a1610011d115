"""Receipts of orders: what came back, who has not answered yet, and how to reach them."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from planner.episode import RECEIPT_STATES, AirWarning, CallRow, OrderKind, Receipt
from planner.errors import Finding, Place, Severity, finding, has_errors
from planner.service.desk.deeds import stranger_findings
from planner.service.desk.entering import WHO_ENTERS, Entered, note_in_trace
from planner.service.desk.neighbours import orders_beside, standing_orders
from planner.service.desk.records import Person
from planner.service.desk.states import state_of
from planner.store import Desk, StoredReceipt, StoredWarningOrder

__all__ = ["call_sheet", "enter_receipts", "last_receipts"]


def enter_receipts(
    desk: Desk, warning_id: str, receipts: Iterable[Receipt], person: Person, at: datetime
) -> tuple[Finding, ...]:
    """Keeps receipts, all or none; everything that stands against them is told at once, and the trace says who."""
    given = tuple(receipts)
    warning = _warning(desk, warning_id)
    beside = () if warning is None else orders_beside(desk, warning)
    own = desk.orders(warning_id)
    orders = {item.number: item for item in (*own, *beside)}
    newest = {item.owner: item for item in standing_orders(warning_id, own, beside)}
    found = stranger_findings(desk, person) or tuple(_offences(given, orders, newest, person))
    refused = has_errors(found)
    if not refused:
        desk.add_receipts(tuple(_stored(item, newest, person) for item in given))
    told = {"receipts": len(given), "refused": sorted({item.code for item in found})}
    entered = Entered(warning_id=warning_id, person=person, at=at)
    note_in_trace(desk, entered, "receipts", told, refused=refused)
    return found


def last_receipts(receipts: Iterable[StoredReceipt]) -> dict[str, StoredReceipt]:
    """The last receipt of each order, by its number."""
    return {item.order_number: item for item in receipts}


def call_sheet(
    orders: Iterable[StoredWarningOrder], receipts: Iterable[StoredReceipt], names: dict[str, tuple[str, str, str]]
) -> tuple[CallRow, ...]:
    """Those who have not acknowledged, by county and owner.

    Args:
        orders: the newest order of each owner.
        names: name, contact and telephone of an owner.
    """
    last = last_receipts(receipts)
    rows = ((item, last.get(item.number)) for item in orders)
    return tuple(
        _call(item, receipt.state if receipt else "", names.get(item.owner, ("", "", "")))
        for item, receipt in rows
        if receipt is None or receipt.state != "acknowledged"
    )


def _warning(desk: Desk, warning_id: str) -> AirWarning | None:
    stored = desk.warning(warning_id)
    return None if stored is None else state_of(desk, stored)


def _call(order: StoredWarningOrder, state: str, said: tuple[str, str, str]) -> CallRow:
    return CallRow(
        county_code=order.county_code,
        owner=order.owner,
        name=said[0],
        order_number=order.number,
        kind=OrderKind(order.kind),
        state=state,
        contact_name=said[1],
        contact_phone=said[2],
    )


def _offences(
    receipts: tuple[Receipt, ...],
    orders: dict[str, StoredWarningOrder],
    newest: dict[str, StoredWarningOrder],
    person: Person,
) -> Iterator[Finding]:
    if person.role not in WHO_ENTERS:
        yield finding("warning.role.denied", value="receipts", role=person.role)
        return
    if not receipts:
        yield finding("warning.receipt.none", Severity.WARNING)
    for item in receipts:
        order = orders.get(item.order_number) if item.order_number else newest.get(item.owner)
        if order is None:
            yield finding("warning.receipt.unknown", where=Place(row=item.row), value=item.order_number or item.owner)
        elif person.county_code and order.county_code != person.county_code:
            yield finding("warning.role.county", value=person.county_code)
        yield from _own_offences(item)


def _own_offences(item: Receipt) -> Iterator[Finding]:
    if item.state not in RECEIPT_STATES:
        yield finding(
            "warning.receipt.state", where=Place(row=item.row), value=item.state, known=", ".join(RECEIPT_STATES)
        )
    if item.state == "contested" and not item.reason.strip():
        yield finding("warning.receipt.no_reason", where=Place(row=item.row), value=item.order_number or item.owner)
    if item.at.tzinfo is None:
        yield finding("warning.time.no_zone", value=item.at.isoformat())


def _stored(item: Receipt, newest: dict[str, StoredWarningOrder], person: Person) -> StoredReceipt:
    number = item.order_number or newest[item.owner].number
    return StoredReceipt(order_number=number, state=item.state, at=item.at, entered_by=person.name, reason=item.reason)
