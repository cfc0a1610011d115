"""Books as the store takes and gives them, as frozen records. Every time is aware of its zone and comes back in UTC."""

from dataclasses import dataclass
from datetime import datetime

from planner.store.records import StoredPlan
from planner.terms import Mode

__all__ = ["BookApproval", "BookEntry", "StoredBook"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookEntry:
    """A stored book as a table of books shows it.

    Attributes:
        book_id: number in the store, None before it is stored.
        request_key: digest over everything that the book follows from; the same key is the same book.
        status: how far the search came, as the book says it.
    """

    book_id: int | None = None
    request_key: str
    city: str
    mode: Mode
    status: str
    book_sha256: str
    list_sha256: str
    rules_sha256: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBook(BookEntry):
    """A book whole: its own document, each plan's hash in the plan's place, and its plans from yellow to red."""

    text: str
    plans: tuple[StoredPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookApproval:
    """Somebody's word that a book is the one in use from now on; it retires the one before."""

    city: str
    book_id: int
    approved_by: str
    reason: str
    approved_at: datetime
