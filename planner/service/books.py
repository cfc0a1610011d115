"""Everything that can be asked of a city's books: make, list, read, approve, and the plan of a level at issue time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from planner.audit import VerifiedBook, verify_book
from planner.errors import FindingsError, finding
from planner.plan import BookSummary, Verdict, read_book_summary
from planner.service.book_making import make_book, whole_text
from planner.service.book_records import BookOutcome, BookRequest, ListedBook
from planner.service.desk import Deed
from planner.service.planner import Planner
from planner.service.planning import failed_checks
from planner.solve import Stop
from planner.store import BookApproval, StoredBook, StoredPlan
from planner.terms import BEIJING, Level

__all__ = ["Books"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Books:
    """The books of all cities over one planner; safe to share between threads."""

    planner: Planner

    def make(
        self, request: BookRequest, progress: Callable[[str], None] | None = None, stop: Stop | None = None
    ) -> BookOutcome:
        """The three levels as one nested book, stored; none where `stop` called the search off.

        Raises:
            FindingsError: where list, rules, dates or weights do not let it be asked.
        """
        return make_book(self.planner, request, progress, stop)

    def of_city(self, city: str) -> tuple[ListedBook, ...]:
        """A city's books, the newest first, each with its last approval."""
        slug = self.planner.city(city).slug
        last = {item.book_id: item for item in self.planner.store.book_approvals(slug)}
        in_use = self.in_use(slug)
        books = []
        for entry in reversed(self.planner.store.books(slug)):
            word = last.get(entry.book_id or 0)
            books.append(
                ListedBook(
                    book_id=entry.book_id or 0,
                    mode=entry.mode,
                    status=entry.status,
                    book_sha256=entry.book_sha256,
                    list_sha256=entry.list_sha256,
                    created_at=entry.created_at,
                    is_in_use=in_use is not None and in_use.book_id == entry.book_id,
                    approved_by=word.approved_by if word else "",
                    reason=word.reason if word else "",
                    approved_at=word.approved_at if word else None,
                )
            )
        return tuple(books)

    def approvals(self, city: str) -> tuple[BookApproval, ...]:
        """Every approval of a city's books, the first one first."""
        return self.planner.store.book_approvals(self.planner.city(city).slug)

    def in_use(self, city: str) -> BookApproval | None:
        """The approval that holds, None where no book is approved."""
        found = self.approvals(city)
        return found[-1] if found else None

    def summary(self, book_id: int) -> BookSummary:
        """What a stored book says of itself.

        Raises:
            FindingsError: where there is no such book.
        """
        return read_book_summary(self.summary_text(book_id))

    def summary_text(self, book_id: int) -> str:
        """A stored book's own document as JSON, each plan's hash in the plan's place.

        Raises:
            FindingsError: where there is no such book.
        """
        text = self.planner.store.book_text(book_id)
        if text is None:
            raise FindingsError((finding("book.absent", value=book_id),))
        return text

    def text(self, book_id: int) -> str:
        """A stored book as a book file, its plans inside.

        Raises:
            FindingsError: where there is no such book.
        """
        return whole_text(self._stored(book_id))

    def approve(self, book_id: int, by: str, reason: str) -> BookApproval:
        """Makes a book the one in use in its city, once the referee has passed it as it is stored.

        Whoever signed in approves under the own name, whatever `by` says.

        Raises:
            FindingsError: where there is no such book, it does not pass, or name or reason is missing.
        """
        by = self.planner.person.name if self.planner.person else by
        if not by.strip() or not reason.strip():
            raise FindingsError((finding("book.approval_word"),))
        stored = self._stored(book_id)
        store = self.planner.permit(Deed.APPROVE_BOOK, stored.city, str(book_id), by=by.strip(), reason=reason.strip())
        report = verify_book(whole_text(stored)).report
        if report.verdict is Verdict.REFUSED:
            raise FindingsError((finding("book.approval_refused", value=book_id), *failed_checks(report)))
        word = BookApproval(
            city=stored.city,
            book_id=book_id,
            approved_by=by.strip(),
            reason=reason.strip(),
            approved_at=datetime.now(BEIJING),
        )
        store.approve_book(word)
        return word

    def verify(self, text: str, sidecars: tuple[str | None, ...] = (None, None, None)) -> VerifiedBook:
        """The referee's verdict on a book file, from its content alone.

        Args:
            sidecars: texts of the problem files of yellow, orange and red, where the plans name such.
        """
        return verify_book(text, sidecars)

    def approved_plan(self, city: str, level: Level) -> StoredPlan | None:
        """The plan of a level in the book in use, None where none is; nothing is solved and no list is read."""
        return self.planner.store.approved_plan(self.planner.city(city).slug, level)

    def _stored(self, book_id: int) -> StoredBook:
        stored = self.planner.store.book(book_id)
        if stored is None:
            raise FindingsError((finding("book.absent", value=book_id),))
        return stored
