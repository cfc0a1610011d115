"""Every plan and every book that the store holds before the referee, and against the row that it stands in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from planner.audit import verify_book, verify_text
from planner.errors import Finding, FindingsError, finding
from planner.plan import AuditCheck, AuditReport, Verdict
from planner.service.book_making import whole_text
from planner.store import Store

__all__ = ["StoredVerdict", "verify_stored"]

PLAN, BOOK = "plan", "book"
ROW_CODE = "audit.stored.row"
NOTHING = AuditReport(verdict=Verdict.REFUSED, checks=())


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredVerdict:
    """The verdict on one plan or book of the store.

    Attributes:
        kind: `plan` or `book`; `number` its number in the store.
        report: the referee's checks, with those of the row.
        findings: why it could not be put before him at all; the report is then empty and refused.
    """

    kind: str
    number: int
    report: AuditReport
    findings: tuple[Finding, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether anything stands against it."""
        return self.report.verdict is Verdict.REFUSED


def verify_stored(store: Store) -> Iterator[StoredVerdict]:
    """The verdict on every plan ever stored, whatever its city, then on every book; one after the other."""
    yield from (_judged(PLAN, number, partial(_plan_report, store)) for number in store.plan_numbers())
    yield from (_judged(BOOK, number, partial(_book_report, store)) for number in store.book_numbers())


def _judged(kind: str, number: int, report_of: Callable[[int], AuditReport]) -> StoredVerdict:
    """A row that cannot be read, a level that is none among them, is refused like any other."""
    try:
        return StoredVerdict(kind=kind, number=number, report=report_of(number))
    except FindingsError as error:
        found = error.findings
    except ValueError as error:
        found = (finding("plan.file_unreadable", value=error),)
    return StoredVerdict(kind=kind, number=number, report=NOTHING, findings=found)


def _plan_report(store: Store, number: int) -> AuditReport:
    stored = store.plan(number)
    assert stored is not None  # noqa: S101 - rows are never deleted
    verified = verify_text(stored.text)
    header, document = verified.document.problem.header, verified.document
    return _with_row(
        verified.report,
        ("plan_sha256", verified.written.sha256, stored.plan_sha256),
        ("city", header.city_slug, stored.city),
        ("level", str(header.level), str(stored.level)),
        ("mode", str(header.mode), str(stored.mode)),
        ("list_sha256", header.list_sha256, stored.list_sha256),
        ("rules_sha256", header.rules_sha256, stored.rules_sha256),
        (
            "created_at",
            document.created_at.isoformat(),
            stored.created_at.astimezone(document.created_at.tzinfo).isoformat(),
        ),
    )


def _book_report(store: Store, number: int) -> AuditReport:
    stored = store.book(number)
    assert stored is not None  # noqa: S101 - as above
    return verify_book(whole_text(stored)).report


def _with_row(report: AuditReport, *pairs: tuple[str, str, str]) -> AuditReport:
    """The report with a check for each column of the row that says something else than the text."""
    wrong = tuple(
        AuditCheck(code=ROW_CODE, passed=False, place=name, expected=expected, found=found)
        for name, expected, found in pairs
        if expected != found
    )
    return AuditReport(verdict=Verdict.REFUSED, checks=(*report.checks, *wrong)) if wrong else report
