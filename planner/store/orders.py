"""Orders: the documents that a stored plan became, each once, never changed."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from planner.errors import Finding, FindingsError, finding
from planner.store.plans import is_stored
from planner.store.records import StoredOrder
from planner.store.tables import ORDERS

__all__ = ["add_orders", "orders_of"]


def add_orders(connection: Connection, plan_id: int, orders: tuple[StoredOrder, ...]) -> None:
    """Keeps the orders of a plan; one that is there already with the same text is passed over.

    Raises FindingsError, and keeps none of them, where the plan is absent, an order names another plan, or a number
    is taken by another text.
    """
    if not is_stored(connection, plan_id):
        raise FindingsError((finding("store.plan.absent", value=plan_id),))
    kept = {order.number: order for order in orders_of(connection, plan_id)}
    offences = _offences(plan_id, orders, kept)
    if offences:
        raise FindingsError(offences)
    fresh = [_values(order) for order in orders if order.number not in kept]
    if fresh:
        connection.execute(insert(ORDERS), fresh)


def orders_of(connection: Connection, plan_id: int) -> tuple[StoredOrder, ...]:
    """The orders of a plan in the order in which they were added."""
    rows = connection.execute(select(ORDERS).where(ORDERS.c.plan_id == plan_id).order_by(ORDERS.c.order_id))
    return tuple(_order(row) for row in rows)


def _offences(plan_id: int, orders: tuple[StoredOrder, ...], kept: dict[str, StoredOrder]) -> tuple[Finding, ...]:
    found: list[Finding] = []
    said = {number: order.text for number, order in kept.items()}
    for order in orders:
        if order.plan_id != plan_id:
            found.append(finding("store.order.other_plan", value=order.number, plan=order.plan_id, expected=plan_id))
        if said.setdefault(order.number, order.text) != order.text:
            found.append(finding("store.order.taken", value=order.number, plan=plan_id))
    return tuple(found)


def _order(row: Row[*tuple[Any, ...]]) -> StoredOrder:
    return StoredOrder(
        number=row.number,
        plan_id=row.plan_id,
        enterprise_id=row.enterprise_id,
        county_code=row.county_code,
        text=row.text,
        created_at=row.created_at,
    )


def _values(order: StoredOrder) -> dict[str, Any]:
    return {
        "plan_id": order.plan_id,
        "number": order.number,
        "enterprise_id": order.enterprise_id,
        "county_code": order.county_code,
        "created_at": order.created_at,
        "text": order.text,
    }
