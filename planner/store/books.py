"""Books: stored with their plans, never changed; of a city the book approved last is the one in use."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from planner.errors import FindingsError, finding
from planner.store.book_records import BookApproval, BookEntry, StoredBook
from planner.store.book_tables import BOOK_APPROVALS, BOOK_PLANS, BOOKS
from planner.store.plans import add_plan, plan_by_number
from planner.store.records import StoredPlan
from planner.terms import LEVELS, Level, Mode

__all__ = [
    "add_approval",
    "add_book",
    "approvals_of",
    "approved_plan",
    "book_by_key",
    "book_by_number",
    "entries_of",
    "numbers_of_all",
    "text_of",
]

ENTRY = [column for column in BOOKS.c if column.name != "text"]


def add_book(connection: Connection, record: StoredBook) -> int:
    """The book's number, its plans stored with it; a request that is answered already keeps its first book.

    Raises FindingsError where the store does not hold the rule version that the plans rest on.
    """
    known = select(BOOKS.c.book_id).where(BOOKS.c.request_key == record.request_key)
    book_id = connection.execute(known).scalar_one_or_none()
    if book_id is not None:
        return book_id
    plans = [(plan.level, add_plan(connection, plan)) for plan in record.plans]
    book_id = connection.execute(insert(BOOKS).values(_values(record)).returning(BOOKS.c.book_id)).scalar_one()
    rows = [{"book_id": book_id, "level": level.value, "plan_id": plan_id} for level, plan_id in plans]
    connection.execute(insert(BOOK_PLANS), rows)
    return book_id


def book_by_key(connection: Connection, request_key: str) -> StoredBook | None:
    """The book that answers a request, None where none does yet."""
    row = connection.execute(select(BOOKS).where(BOOKS.c.request_key == request_key)).one_or_none()
    return None if row is None else _book(connection, row)


def book_by_number(connection: Connection, book_id: int) -> StoredBook | None:
    """The book with this number, None where there is none."""
    row = connection.execute(select(BOOKS).where(BOOKS.c.book_id == book_id)).one_or_none()
    return None if row is None else _book(connection, row)


def numbers_of_all(connection: Connection) -> tuple[int, ...]:
    """The numbers of all books of all cities, the first one first."""
    return tuple(connection.execute(select(BOOKS.c.book_id).order_by(BOOKS.c.book_id)).scalars())


def text_of(connection: Connection, book_id: int) -> str | None:
    """A book's own document without its plans, None where there is no such book."""
    return connection.execute(select(BOOKS.c.text).where(BOOKS.c.book_id == book_id)).scalar_one_or_none()


def entries_of(connection: Connection, city: str) -> tuple[BookEntry, ...]:
    """A city's books without their texts, the first one first."""
    rows = connection.execute(select(*ENTRY).where(BOOKS.c.city == city).order_by(BOOKS.c.book_id))
    return tuple(BookEntry(**_entry(row)) for row in rows)


def add_approval(connection: Connection, new: BookApproval) -> None:
    """Keeps an approval. Raises FindingsError where the city has no such book."""
    row = connection.execute(select(BOOKS.c.city).where(BOOKS.c.book_id == new.book_id)).one_or_none()
    if row is None or row.city != new.city:
        raise FindingsError((finding("store.book.absent", value=new.book_id),))
    connection.execute(
        insert(BOOK_APPROVALS).values(
            city=new.city,
            book_id=new.book_id,
            approved_by=new.approved_by,
            reason=new.reason,
            approved_at=new.approved_at,
        )
    )


def approvals_of(connection: Connection, city: str) -> tuple[BookApproval, ...]:
    """A city's approvals, the first one first; the last one holds."""
    rows = connection.execute(
        select(BOOK_APPROVALS).where(BOOK_APPROVALS.c.city == city).order_by(BOOK_APPROVALS.c.approval_id)
    )
    return tuple(
        BookApproval(
            city=row.city,
            book_id=row.book_id,
            approved_by=row.approved_by,
            reason=row.reason,
            approved_at=row.approved_at,
        )
        for row in rows
    )


def approved_plan(connection: Connection, city: str, level: Level) -> StoredPlan | None:
    """The plan of a level in the city's approved book, None where no book is approved."""
    approval = connection.execute(
        select(BOOK_APPROVALS.c.book_id)
        .where(BOOK_APPROVALS.c.city == city)
        .order_by(BOOK_APPROVALS.c.approval_id.desc())
        .limit(1)
    ).scalar_one_or_none()
    return None if approval is None else _plan_of(connection, approval, level)


def _book(connection: Connection, row: Row[*tuple[Any, ...]]) -> StoredBook:
    plans = [_plan_of(connection, row.book_id, level) for level in LEVELS]
    return StoredBook(text=row.text, plans=tuple(plan for plan in plans if plan is not None), **_entry(row))


def _plan_of(connection: Connection, book_id: int, level: Level) -> StoredPlan | None:
    where = (BOOK_PLANS.c.book_id == book_id, BOOK_PLANS.c.level == level.value)
    plan_id = connection.execute(select(BOOK_PLANS.c.plan_id).where(*where)).scalar_one_or_none()
    return None if plan_id is None else plan_by_number(connection, plan_id)


def _entry(row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    return {
        "book_id": row.book_id,
        "request_key": row.request_key,
        "city": row.city,
        "mode": Mode(row.mode),
        "status": row.status,
        "book_sha256": row.book_sha256,
        "list_sha256": row.list_sha256,
        "rules_sha256": row.rules_sha256,
        "created_at": row.created_at,
    }


def _values(record: StoredBook) -> dict[str, Any]:
    """The row of a book; the database gives it its number."""
    return {
        "request_key": record.request_key,
        "city": record.city,
        "mode": record.mode.value,
        "status": str(record.status),
        "book_sha256": record.book_sha256,
        "list_sha256": record.list_sha256,
        "rules_sha256": record.rules_sha256,
        "created_at": record.created_at,
        "text": record.text,
    }
