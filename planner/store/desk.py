"""What the warning desk does in one transaction: look under lock, decide, and keep everything or nothing."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from planner.store import books, people, plans, trace
from planner.store.checks import Checks
from planner.store.desk_records import (
    StoredAccount,
    StoredAct,
    StoredReceipt,
    StoredWarning,
    StoredWarningOrder,
    TraceEntry,
)
from planner.store.desk_tables import (
    ACCOUNTS,
    DESK_REQUESTS,
    RECEIPTS,
    WARNING_ACTS,
    WARNING_ORDERS,
    WARNINGS,
)
from planner.store.people import StoredIdentity, StoredSetting
from planner.store.records import StoredPlan
from planner.terms import Level

__all__ = ["Desk"]

KEY_LOCK = 7031_2503
"""Second key of PostgreSQL's advisory lock of a request key."""


class Desk:
    """One transaction of the warning desk over a connection; nothing of it is kept where its work raises."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def warnings(self, city: str) -> tuple[StoredWarning, ...]:
        """A city's warnings and exercises, the first one first."""
        rows = self._rows(select(WARNINGS).where(WARNINGS.c.city == city).order_by(WARNINGS.c.warning_id))
        return tuple(StoredWarning(**row._asdict()) for row in rows)

    def warning(self, warning_id: str, *, lock: bool = False) -> StoredWarning | None:
        """The warning of an id, None where there is none; `lock` keeps others from acting on it meanwhile."""
        wanted = select(WARNINGS).where(WARNINGS.c.warning_id == warning_id)
        row = self._connection.execute(wanted.with_for_update() if lock else wanted).one_or_none()
        return None if row is None else StoredWarning(**row._asdict())

    def acts(self, warning_id: str) -> tuple[StoredAct, ...]:
        """The acts of a warning in their order."""
        wanted = select(WARNING_ACTS).where(WARNING_ACTS.c.warning_id == warning_id).order_by(WARNING_ACTS.c.number)
        return tuple(StoredAct(**row._asdict()) for row in self._rows(wanted))

    def add_warning(self, new: StoredWarning) -> None:
        """Opens a warning."""
        self._connection.execute(insert(WARNINGS).values(asdict(new)))

    def add_act(self, new: StoredAct) -> None:
        """Keeps an act."""
        self._connection.execute(insert(WARNING_ACTS).values(asdict(new)))

    def add_orders(self, new: tuple[StoredWarningOrder, ...]) -> None:
        """Keeps the orders of a version."""
        if new:
            self._connection.execute(insert(WARNING_ORDERS), [asdict(item) for item in new])

    def orders(self, warning_id: str) -> tuple[StoredWarningOrder, ...]:
        """The orders of a warning, by version, county and owner."""
        columns = WARNING_ORDERS.c
        order = (columns.version, columns.county_code, columns.owner)
        wanted = select(WARNING_ORDERS).where(columns.warning_id == warning_id).order_by(*order)
        return tuple(StoredWarningOrder(**row._asdict()) for row in self._rows(wanted))

    def add_receipts(self, new: tuple[StoredReceipt, ...]) -> None:
        """Keeps receipts; a later one stands behind the earlier."""
        if new:
            self._connection.execute(insert(RECEIPTS), [asdict(item) for item in new])

    def receipts(self, warning_id: str) -> tuple[StoredReceipt, ...]:
        """The receipts of a warning's orders in the order in which they were entered."""
        wanted = (
            select(RECEIPTS)
            .join(WARNING_ORDERS, WARNING_ORDERS.c.number == RECEIPTS.c.order_number)
            .where(WARNING_ORDERS.c.warning_id == warning_id)
            .order_by(RECEIPTS.c.receipt_id)
        )
        return tuple(StoredReceipt(**_without(row, "receipt_id")) for row in self._rows(wanted))

    @property
    def checks(self) -> Checks:
        """Visits, readings, air and daily reports, in the same transaction."""
        return Checks(self._connection)

    def hold_key(self, request_key: str) -> None:
        """Keeps others with the same key waiting until this transaction ends; on SQLite writers wait anyway."""
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(request_key), KEY_LOCK)))

    def answered(self, request_key: str) -> tuple[str, str] | None:
        """Hash of the question and the answer that a request key got before, None where it is new."""
        wanted = select(DESK_REQUESTS).where(DESK_REQUESTS.c.request_key == request_key)
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else (row.question_sha256, row.answer)

    def remember(self, request_key: str, question_sha256: str, answer: str, at: datetime) -> None:
        """Keeps the answer that a request got; sent again it gets the same."""
        values = {"request_key": request_key, "question_sha256": question_sha256, "answer": answer}
        self._connection.execute(insert(DESK_REQUESTS).values(**values, answered_at=at))

    def append_trace(self, entry: TraceEntry) -> TraceEntry:
        """The entry behind the last one of the trace, with its number and hashes."""
        return trace.append_entry(self._connection, entry)

    def trace_head(self) -> str:
        """Hash of the last entry of the trace."""
        return trace.head_of(self._connection)[1]

    def trace_to_check(self) -> tuple[TraceEntry, ...]:
        """The whole trace as it is written, also where somebody wrote what cannot be read."""
        return tuple(trace.entries_to_check(self._connection))

    def trace(self, city: str | None = None) -> tuple[TraceEntry, ...]:
        """The trace, or what of it concerns one city."""
        return trace.entries_of(self._connection, city)

    def plan(self, plan_id: int) -> StoredPlan | None:
        """The plan with this number, None where there is none."""
        return plans.plan_by_number(self._connection, plan_id)

    def approved_plan(self, city: str, level: Level) -> StoredPlan | None:
        """The plan of a level in the city's approved book, None where none is approved."""
        return books.approved_plan(self._connection, city, level)

    def approved_book(self, city: str) -> int | None:
        """Number of the city's approved book, None where none is approved."""
        approvals = books.approvals_of(self._connection, city)
        return approvals[-1].book_id if approvals else None

    def accounts(self) -> tuple[StoredAccount, ...]:
        """All accounts by name."""
        return tuple(StoredAccount(**row._asdict()) for row in self._rows(select(ACCOUNTS).order_by(ACCOUNTS.c.name)))

    def account(self, name: str, *, lock: bool = False) -> StoredAccount | None:
        """The account of a name, None where there is none; `lock` keeps others from it until the transaction ends."""
        wanted = select(ACCOUNTS).where(ACCOUNTS.c.name == name)
        row = self._connection.execute(wanted.with_for_update() if lock else wanted).one_or_none()
        return None if row is None else StoredAccount(**row._asdict())

    def put_account(self, account: StoredAccount) -> None:
        """Keeps an account, new or changed."""
        known = self.account(account.name) is not None
        values = asdict(account)
        changed = update(ACCOUNTS).where(ACCOUNTS.c.name == account.name).values(values)
        self._connection.execute(changed if known else insert(ACCOUNTS).values(values))

    def has_accounts(self) -> bool:
        """Whether there is any account, disabled ones included: from the first one on nobody acts without."""
        return self._connection.execute(select(ACCOUNTS.c.name).limit(1)).first() is not None

    def identities(self) -> tuple[StoredIdentity, ...]:
        """The outside identities that hold, by their name."""
        return people.identities_of(self._connection)

    def add_identity(self, new: StoredIdentity) -> None:
        """Keeps a word on an outside identity."""
        people.add_identity(self._connection, new)

    def settings(self) -> tuple[StoredSetting, ...]:
        """The settings that hold, by their name."""
        return people.settings_of(self._connection)

    def add_setting(self, new: StoredSetting) -> None:
        """Keeps a setting's new value."""
        people.add_setting(self._connection, new)

    def _rows(self, wanted: Select[Any]) -> list[Row[*tuple[Any, ...]]]:
        return list(self._connection.execute(wanted).all())


def _without(row: Row[*tuple[Any, ...]], name: str) -> dict[str, Any]:
    return {key: value for key, value in row._asdict().items() if key != name}
