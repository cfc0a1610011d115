"""The tables of books. The script 0004 in migrations/ makes the same ones; a test compares the two."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Named, String, Table, Text, TypedColumns

from planner.store.tables import DIGEST_LENGTH, METADATA, UtcText

__all__ = ["BOOKS", "BOOK_APPROVALS", "BOOK_PLANS"]


class _BookColumns(TypedColumns):
    book_id: Named[int] = Column(Integer, primary_key=True)
    request_key: Named[str] = Column(Text, unique=True)
    city: Named[str] = Column(Text, index=True)
    mode: Named[str] = Column(Text)
    status: Named[str] = Column(Text)
    book_sha256: Named[str] = Column(String(DIGEST_LENGTH))
    list_sha256: Named[str] = Column(String(DIGEST_LENGTH))
    rules_sha256: Named[str] = Column(String(DIGEST_LENGTH), ForeignKey("rule_versions.sha256"))
    created_at: Named[datetime] = Column(UtcText)
    text: Named[str] = Column(Text)


class _BookPlanColumns(TypedColumns):
    book_id: Named[int] = Column(Integer, ForeignKey("books.book_id"), primary_key=True, autoincrement=False)
    level: Named[str] = Column(Text, primary_key=True)
    plan_id: Named[int] = Column(Integer, ForeignKey("plans.plan_id"))


class _BookApprovalColumns(TypedColumns):
    approval_id: Named[int] = Column(Integer, primary_key=True)
    city: Named[str] = Column(Text, index=True)
    book_id: Named[int] = Column(Integer, ForeignKey("books.book_id"))
    approved_by: Named[str] = Column(Text)
    reason: Named[str] = Column(Text)
    approved_at: Named[datetime] = Column(UtcText)


BOOKS = Table("books", METADATA, _BookColumns, CheckConstraint(f"length(book_sha256) = {DIGEST_LENGTH}", "book_sha256"))
"""Each book's own text, with the hash of each plan in the plan's place; the plans stand in `plans`."""

BOOK_PLANS = Table("book_plans", METADATA, _BookPlanColumns)
BOOK_APPROVALS = Table(
    "book_approvals",
    METADATA,
    _BookApprovalColumns,
    CheckConstraint("length(approved_by) > 0", "approved_by"),
    CheckConstraint("length(reason) > 0", "reason"),
)
"""Every approval is a row of its own; the last one of a city names the book in use."""
