"""Requests and outcomes of books."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from planner.errors import Finding
from planner.plan import EQUAL_WEIGHTS, AuditReport, BookDocument, Status, WrittenPlan
from planner.terms import Mode

__all__ = ["DEFAULT_BOOK_GAP", "BookOutcome", "BookRequest", "ListedBook"]

DEFAULT_BOOK_GAP = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRequest:
    """What a book is asked for.

    Attributes:
        on: the day whose rules hold.
        list_file: None: the city's current list; `grades` likewise for its grade moves.
        gap: relative gap at which the search for all three levels together may stop.
        weights: what a yuan of yellow, orange and red counts, such as the days a winter each is expected.
    """

    city: str
    mode: Mode
    on: date
    duration_days: int | None = None
    gap: float = DEFAULT_BOOK_GAP
    list_file: Path | None = None
    grades: Path | None = None
    weights: tuple[float, ...] = EQUAL_WEIGHTS


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BookOutcome:
    """The answer to a request.

    Attributes:
        document: None where there is no book or the referee refuses it.
        plans: the three plans as they are written.
        text: the book with its plans inside, `own_text` with their hashes alone; '' where there is none.
        book_id: number in the store.
        seconds: wall time of the search, 0 where a stored book answered.
    """

    status: Status
    document: BookDocument | None
    plans: tuple[WrittenPlan, ...]
    text: str
    own_text: str
    findings: tuple[Finding, ...]
    audit: AuditReport | None
    seconds: float
    book_id: int | None
    is_demo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBook:
    """A stored book as people see it: who approved it last and why ('' and None: nobody), whether it is in use."""

    book_id: int
    mode: Mode
    status: str
    book_sha256: str
    list_sha256: str
    created_at: datetime
    is_in_use: bool
    approved_by: str = ""
    reason: str = ""
    approved_at: datetime | None = None
