"""The one door to the database: each method is one transaction, all of it or nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from planner.store import confirmations, grades, lists, orders, plans, rules
from planner.store.engine import READING, make_engine
from planner.store.failures import failures_as_findings
from planner.store.records import ListVersion, NewList, PlanEntry, StoredConfirmation, StoredOrder, StoredPlan
from planner.store.schema import bring_up, refuse_outdated

__all__ = ["Store", "open_store"]

Answer = TypeVar("Answer")

ATTEMPTS = 30
"""How often a writer looks again when another took the key it was about to use; PostgreSQL alone lets that happen."""


class Store:
    """List versions, rule versions, confirmations, plans and orders of all cities. Safe to share between threads.

    Every method raises FindingsError with codes `store.…` where the database fails or refuses.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reader = engine.execution_options(**{READING: True})

    def add_list(self, new: NewList) -> ListVersion:
        """The next version of the city's list; the newest one where its bytes are the same."""
        lists.refuse_other_bytes(new)
        return self._write(lambda connection: lists.add_version(connection, new))

    def list_versions(self, city: str) -> tuple[ListVersion, ...]:
        """All versions of a city's list, the first one first."""
        return self._read(lambda connection: lists.versions_of(connection, city))

    def newest_list(self, city: str) -> ListVersion | None:
        """The newest version of a city's list, None where none was imported."""
        return self._read(lambda connection: lists.newest_version(connection, city))

    def list_content(self, city: str, version: int) -> bytes:
        """The bytes of a version as they were read, checked against their hash."""
        return self._read(lambda connection: lists.content_of(connection, city, version))

    def add_grades(self, new: NewList) -> ListVersion:
        """The next set of the city's grade moves; the newest one where its bytes are the same."""
        lists.refuse_other_bytes(new)
        return self._write(lambda connection: grades.add_set(connection, new))

    def grade_versions(self, city: str) -> tuple[ListVersion, ...]:
        """All sets of a city's grade moves, the first one first."""
        return self._read(lambda connection: grades.sets_of(connection, city))

    def newest_grades(self, city: str) -> ListVersion | None:
        """The newest set of a city's grade moves, None where none was imported."""
        return self._read(lambda connection: grades.newest_set(connection, city))

    def grade_content(self, city: str, version: int) -> bytes:
        """The bytes of a set as they were read, checked against their hash."""
        return self._read(lambda connection: grades.content_of_set(connection, city, version))

    def add_rules(self, sha256: str, text: str, recorded_at: datetime) -> None:
        """Keeps a rule version under its hash; a known hash keeps its first text and time."""
        self._write(lambda connection: rules.add_version(connection, sha256, text, recorded_at))

    def rules_text(self, sha256: str) -> str | None:
        """The text of a rule version, None where the store does not hold it."""
        return self._read(lambda connection: rules.text_of(connection, sha256))

    def add_confirmation(self, new: StoredConfirmation) -> None:
        """Keeps a city's word on a value of law, or that it takes one back; every word is a row of its own."""
        self._write(lambda connection: confirmations.add_confirmation(connection, new))

    def confirmations(self, city: str) -> tuple[StoredConfirmation, ...]:
        """All words of a city, the first one first."""
        return self._read(lambda connection: confirmations.confirmations_of(connection, city))

    def add_plan(self, record: StoredPlan) -> int:
        """The plan's number. The first plan of a request key stays; its rule version must be there already."""
        return self._write(lambda connection: plans.add_plan(connection, record))

    def find_plan(self, request_key: str) -> StoredPlan | None:
        """The plan that answers a request, None where none does yet."""
        return self._read(lambda connection: plans.plan_by_key(connection, request_key))

    def plan(self, plan_id: int) -> StoredPlan | None:
        """The plan with this number, None where there is none."""
        return self._read(lambda connection: plans.plan_by_number(connection, plan_id))

    def plans(self, city: str) -> tuple[PlanEntry, ...]:
        """A city's plans without their texts, the first one first."""
        return self._read(lambda connection: plans.entries_of(connection, city))

    def add_orders(self, plan_id: int, added: tuple[StoredOrder, ...]) -> None:
        """Keeps the orders of a plan, all or none; the same order again changes nothing."""
        self._write(lambda connection: orders.add_orders(connection, plan_id, added))

    def orders(self, plan_id: int) -> tuple[StoredOrder, ...]:
        """The orders of a plan in the order in which they were added."""
        return self._read(lambda connection: orders.orders_of(connection, plan_id))

    def close(self) -> None:
        """Closes every connection; the store opens new ones if it is used again."""
        self._engine.dispose()

    def _read(self, work: Callable[[Connection], Answer]) -> Answer:
        with failures_as_findings(self._engine.url), self._reader.begin() as connection:
            return work(connection)

    def _write(self, work: Callable[[Connection], Answer]) -> Answer:
        with failures_as_findings(self._engine.url):
            for _ in range(ATTEMPTS):
                try:
                    return self._written(work)
                except IntegrityError:
                    continue
            return self._written(work)

    def _written(self, work: Callable[[Connection], Answer]) -> Answer:
        with self._engine.begin() as connection:
            return work(connection)


def open_store(address: str, migrations: Path) -> Store:
    """The store at an address, with the newest schema.

    Args:
        address: SQLAlchemy's URL. A SQLite file is made or upgraded; a PostgreSQL database must have been upgraded
            with `planner db upgrade`.
        migrations: the folder of alembic's env.py and versions.

    Raises:
        FindingsError: the address names no database, or one that cannot be reached, written or understood.
    """
    engine = make_engine(address)
    try:
        if engine.dialect.name == "sqlite":
            bring_up(engine, migrations)
        else:
            refuse_outdated(engine, migrations)
    except Exception:
        engine.dispose()
        raise
    return Store(engine)
