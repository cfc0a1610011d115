"""Confirmations of values of law: a city's word and its withdrawal, each a row, never changed."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from planner.store.records import StoredConfirmation
from planner.store.tables import RULE_CONFIRMATIONS

__all__ = ["add_confirmation", "confirmations_of"]


def add_confirmation(connection: Connection, new: StoredConfirmation) -> None:
    """Keeps the word behind all earlier ones."""
    connection.execute(insert(RULE_CONFIRMATIONS).values(_values(new)))


def confirmations_of(connection: Connection, city: str) -> tuple[StoredConfirmation, ...]:
    """The words of a city in the order in which they were recorded."""
    columns = RULE_CONFIRMATIONS.c
    rows = connection.execute(select(RULE_CONFIRMATIONS).where(columns.city == city).order_by(columns.confirmation_id))
    return tuple(_confirmation(row) for row in rows)


def _confirmation(row: Row[*tuple[Any, ...]]) -> StoredConfirmation:
    return StoredConfirmation(
        city=row.city,
        rule_id=row.rule_id,
        value_sha256=row.value_sha256,
        confirmed_by=row.confirmed_by,
        role=row.role,
        confirmed_on=date.fromisoformat(row.confirmed_on),
        document=row.document,
        note=row.note,
        withdrawn=row.withdrawn,
        recorded_at=row.recorded_at,
    )


def _values(new: StoredConfirmation) -> dict[str, Any]:
    """The row of a word; the database gives it its number."""
    return {
        "city": new.city,
        "rule_id": new.rule_id,
        "value_sha256": new.value_sha256,
        "confirmed_by": new.confirmed_by,
        "role": new.role,
        "confirmed_on": new.confirmed_on.isoformat(),
        "document": new.document,
        "note": new.note,
        "withdrawn": new.withdrawn,
        "recorded_at": new.recorded_at,
    }
