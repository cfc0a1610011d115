"""The tables of warnings, orders, receipts, trace and accounts. The script 0007 in migrations/ makes the same ones."""

from datetime import datetime

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    Named,
    String,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from planner.store.tables import DIGEST_LENGTH, METADATA, UtcText

__all__ = [
    "ACCOUNTS",
    "DESK_REQUESTS",
    "RECEIPTS",
    "TRACE",
    "WARNINGS",
    "WARNING_ACTS",
    "WARNING_ORDERS",
]


class _WarningColumns(TypedColumns):
    warning_id: Named[str] = Column(Text, primary_key=True)
    city: Named[str] = Column(Text, index=True)
    is_exercise: Named[bool] = Column(Boolean)
    opened_at: Named[datetime] = Column(UtcText)


class _ActColumns(TypedColumns):
    warning_id: Named[str] = Column(Text, ForeignKey("warnings.warning_id"), primary_key=True)
    number: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    kind: Named[str] = Column(Text)
    person: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcText)
    text: Named[str] = Column(Text)


class _OrderColumns(TypedColumns):
    number: Named[str] = Column(Text, primary_key=True)
    warning_id: Named[str] = Column(Text, ForeignKey("warnings.warning_id"), index=True)
    version: Named[int] = Column(Integer)
    kind: Named[str] = Column(Text)
    owner: Named[str] = Column(Text)
    county_code: Named[str] = Column(Text)
    plan_sha256: Named[str] = Column(Text)
    trace_sha256: Named[str] = Column(String(DIGEST_LENGTH))
    created_at: Named[datetime] = Column(UtcText)
    text: Named[str] = Column(Text)


class _ReceiptColumns(TypedColumns):
    receipt_id: Named[int] = Column(Integer, primary_key=True)
    order_number: Named[str] = Column(Text, ForeignKey("warning_orders.number"), index=True)
    state: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcText)
    entered_by: Named[str] = Column(Text)
    reason: Named[str] = Column(Text)


class _RequestColumns(TypedColumns):
    request_key: Named[str] = Column(Text, primary_key=True)
    question_sha256: Named[str] = Column(String(DIGEST_LENGTH))
    answer: Named[str] = Column(Text)
    answered_at: Named[datetime] = Column(UtcText)


class _TraceColumns(TypedColumns):
    number: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    at: Named[datetime] = Column(UtcText)
    person: Named[str] = Column(Text)
    role: Named[str] = Column(Text)
    city: Named[str] = Column(Text)
    subject: Named[str] = Column(Text)
    action: Named[str] = Column(Text)
    outcome: Named[str] = Column(Text)
    text: Named[str] = Column(Text)
    previous_sha256: Named[str] = Column(String(DIGEST_LENGTH))
    sha256: Named[str] = Column(String(DIGEST_LENGTH))


class _AccountColumns(TypedColumns):
    name: Named[str] = Column(Text, primary_key=True)
    password_hash: Named[str] = Column(Text)
    role: Named[str] = Column(Text)
    county_code: Named[str] = Column(Text)
    failures: Named[int] = Column(Integer)
    locked_until: Named[datetime | None] = Column(UtcText, nullable=True)
    is_disabled: Named[bool] = Column(Boolean)


WARNINGS = Table("warnings", METADATA, _WarningColumns)
WARNING_ACTS = Table("warning_acts", METADATA, _ActColumns, CheckConstraint("number >= 1", "number"))
WARNING_ORDERS = Table(
    "warning_orders",
    METADATA,
    _OrderColumns,
    UniqueConstraint("warning_id", "version", "owner"),
    CheckConstraint("version >= 1", "version"),
)
RECEIPTS = Table("receipts", METADATA, _ReceiptColumns)
DESK_REQUESTS = Table("desk_requests", METADATA, _RequestColumns)
"""Requests by the key that their sender gave them: sent again, they get the first answer and do nothing."""

TRACE = Table(
    "trace",
    METADATA,
    _TraceColumns,
    UniqueConstraint("previous_sha256"),
    UniqueConstraint("sha256"),
    CheckConstraint(f"length(sha256) = {DIGEST_LENGTH}", "sha256"),
)
"""The trace: each entry names the hash of the one before, so that nothing can be changed in the middle unseen."""

ACCOUNTS = Table("accounts", METADATA, _AccountColumns, CheckConstraint("failures >= 0", "failures"))
"""The one table whose rows change: failures are counted, accounts are disabled."""
