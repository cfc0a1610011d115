"""A book file before the referee: each plan as a plan file, then nesting and sums, all from the file alone."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from planner.audit.book import audit_book
from planner.audit.nesting import breaches
from planner.audit.verify import differences, load_body, verify_text
from planner.errors import FindingsError, finding
from planner.plan import (
    AuditCheck,
    AuditReport,
    BookDocument,
    BookLevel,
    BookResult,
    PlanDocument,
    Verdict,
    book_fields,
    make_book_result,
    read_exception,
)
from planner.terms import LEVELS

__all__ = ["VerifiedBook", "verify_book"]

NO_SIDECARS = (None, None, None)
UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, OverflowError, IndexError, RecursionError)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VerifiedBook:
    """A book's document, rebuilt from its plans and claims, and the verdict on the file."""

    document: BookDocument
    report: AuditReport


def verify_book(text: str, sidecars: tuple[str | None, ...] = NO_SIDECARS) -> VerifiedBook:
    """The verdict on a book file.

    Args:
        text: the book file, its plans inside.
        sidecars: text of the problem file of each level, where the plan names one.

    Raises:
        FindingsError: where the file cannot be read as a book at all.
    """
    body = load_body(text)
    try:
        plans = tuple(
            _plan(body["plans"][str(level)], sidecar) for level, sidecar in zip(LEVELS, sidecars, strict=True)
        )
        document = _document(body, plans)
        digests = tuple(str(body["plans"][str(level)]["plan_sha256"]) for level in LEVELS)
        bare = {**body, "plans": {str(level): digest for level, digest in zip(LEVELS, digests, strict=True)}}
        wrong = next(differences(book_fields(document, digests), bare, ""), None)
    except UNREADABLE as error:
        raise FindingsError((finding("book.file_unreadable", value=error),)) from error
    if wrong is None:
        return VerifiedBook(document=document, report=document.audit)
    check = AuditCheck(code="audit.book.file_follows", passed=False, place=wrong[0], expected=wrong[1], found=wrong[2])
    checks = (*document.audit.checks, check)
    return VerifiedBook(document=document, report=AuditReport(verdict=Verdict.REFUSED, checks=checks))


def _plan(body: dict[str, Any], sidecar: str | None) -> PlanDocument:
    verified = verify_text(json.dumps(body, ensure_ascii=False), sidecar)
    return replace(verified.document, audit=verified.report)


def _document(body: dict[str, Any], plans: tuple[PlanDocument, ...]) -> BookDocument:
    """What the plans lead to, with the file's own bounds of the book and of the levels alone."""
    result = _claimed(body, plans)
    exceptions = tuple(read_exception(item) for item in body["nesting"]["exceptions"])
    problems = tuple(item.problem for item in plans)
    nested = next(breaches(problems, tuple(item.plan for item in plans)), None) is None
    return BookDocument(
        plans=plans,
        result=result,
        is_nested=nested,
        exceptions=exceptions,
        audit=audit_book(plans, result, exceptions),
        created_at=datetime.fromisoformat(body["created_at"]),
    )


def _claimed(body: dict[str, Any], plans: tuple[PlanDocument, ...]) -> BookResult:
    told = [body["levels"][str(level)] for level in LEVELS]
    levels = tuple(
        BookLevel(
            plan=document.plan,
            report=document.report,
            alone_yuan=float(item["alone_yuan"]),
            alone_bound_yuan=float(item["alone_bound_yuan"]),
            alone_missing_points=float(item["alone_missing_points"]),
        )
        for document, item in zip(plans, told, strict=True)
    )
    weights = tuple(float(body["weights"][str(level)]) for level in LEVELS)
    return make_book_result(levels, weights, float(body["bound_yuan"]), str(body["termination"]))
