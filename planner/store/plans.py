"""Plans: found again by the request that they answer, never changed."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from planner.errors import FindingsError, finding
from planner.store.records import PlanEntry, StoredPlan
from planner.store.rules import text_of
from planner.store.tables import PLANS
from planner.terms import Level, Mode

__all__ = ["add_plan", "entries_of", "is_stored", "numbers_of_all", "plan_by_key", "plan_by_number"]

ENTRY = [column for column in PLANS.c if column.name != "text"]


def add_plan(connection: Connection, record: StoredPlan) -> int:
    """The plan's number; a request that is answered already keeps its first plan.

    Raises FindingsError where the store does not hold the rule version that the plan rests on.
    """
    known = select(PLANS.c.plan_id).where(PLANS.c.request_key == record.request_key)
    plan_id = connection.execute(known).scalar_one_or_none()
    if plan_id is not None:
        return plan_id
    if text_of(connection, record.rules_sha256) is None:
        raise FindingsError((finding("store.rules.absent", value=record.rules_sha256),))
    return connection.execute(insert(PLANS).values(_values(record)).returning(PLANS.c.plan_id)).scalar_one()


def plan_by_key(connection: Connection, request_key: str) -> StoredPlan | None:
    """The plan that answers a request, None where none does yet."""
    row = connection.execute(select(PLANS).where(PLANS.c.request_key == request_key)).one_or_none()
    return None if row is None else _plan(row)


def plan_by_number(connection: Connection, plan_id: int) -> StoredPlan | None:
    """The plan with this number, None where there is none."""
    row = connection.execute(select(PLANS).where(PLANS.c.plan_id == plan_id)).one_or_none()
    return None if row is None else _plan(row)


def numbers_of_all(connection: Connection) -> tuple[int, ...]:
    """The numbers of all plans of all cities, the first one first."""
    return tuple(connection.execute(select(PLANS.c.plan_id).order_by(PLANS.c.plan_id)).scalars())


def is_stored(connection: Connection, plan_id: int) -> bool:
    """Whether there is a plan with this number."""
    return connection.execute(select(PLANS.c.plan_id).where(PLANS.c.plan_id == plan_id)).one_or_none() is not None


def entries_of(connection: Connection, city: str) -> tuple[PlanEntry, ...]:
    """A city's plans without their texts, the first one first."""
    rows = connection.execute(select(*ENTRY).where(PLANS.c.city == city).order_by(PLANS.c.plan_id))
    return tuple(PlanEntry(**_entry(row)) for row in rows)


def _plan(row: Row[*tuple[Any, ...]]) -> StoredPlan:
    return StoredPlan(text=row.text, **_entry(row))


def _entry(row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    return {
        "plan_id": row.plan_id,
        "request_key": row.request_key,
        "city": row.city,
        "level": Level(row.level),
        "mode": Mode(row.mode),
        "status": row.status,
        "plan_sha256": row.plan_sha256,
        "list_sha256": row.list_sha256,
        "rules_sha256": row.rules_sha256,
        "created_at": row.created_at,
    }


def _values(record: StoredPlan) -> dict[str, Any]:
    """The row of a plan; the database gives it its number."""
    return {
        "request_key": record.request_key,
        "city": record.city,
        "level": record.level.value,
        "mode": record.mode.value,
        "status": str(record.status),
        "plan_sha256": record.plan_sha256,
        "list_sha256": record.list_sha256,
        "rules_sha256": record.rules_sha256,
        "created_at": record.created_at,
        "text": record.text,
    }
