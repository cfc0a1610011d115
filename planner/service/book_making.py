"""The use case of a book: list and rules in; three refereed plans, nested, and the book that holds them out."""

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from planner.audit import audit_book, verify_book
from planner.errors import Finding, FindingsError, Severity, finding
from planner.plan import (
    AuditReport,
    BookDocument,
    BookLevel,
    BookResult,
    PlanDocument,
    Result,
    Status,
    Verdict,
    WrittenPlan,
    book_text,
    missing_points,
    own_text,
    status_of,
    write_plan,
)
from planner.problem import find_exceptions, is_nested
from planner.service.book_records import BookOutcome, BookRequest
from planner.service.off_peak import off_peak_of
from planner.service.planner import Planner
from planner.service.planning import failed_checks, make_document, plan_remarks
from planner.service.question import Question, pose
from planner.service.records import PlanRequest
from planner.service.whatif import apply_changes
from planner.solve import SolveSettings, Stop, solve_book
from planner.store import Store, StoredBook, StoredPlan
from planner.terms import BEIJING, LEVELS, Level

__all__ = ["make_book", "pose_book", "whole_text"]

Progress = Callable[[str], None]
TINY_POINTS = 1e-9


def make_book(
    planner: Planner, request: BookRequest, progress: Progress | None = None, stop: Stop | None = None
) -> BookOutcome:
    """The book: the stored one where the same was asked before, else a new one, refereed and stored.

    Args:
        stop: by which another thread calls the search off; there is then no book.

    Raises:
        FindingsError: where list, rules, dates or weights do not let it be asked.
    """
    questions = pose_book(planner, request)
    key = _key(questions, request)
    stored = planner.store.find_book(key)
    if stored is not None:
        return _from_store(questions, stored)
    began = time.perf_counter()
    problems = tuple(item.problem for item in questions)
    result = solve_book(problems, SolveSettings(gap=request.gap), request.weights, progress, stop)
    seconds = time.perf_counter() - began
    if not result.levels or (stop is not None and stop.asked()):
        return _no_book(questions, (finding("book.unknown"),), None, seconds)
    document = _document(questions, result)
    if document.audit.verdict is Verdict.REFUSED:
        return _no_book(questions, (finding("book.refused"), *_refusals(document)), document.audit, seconds)
    outcome = _outcome(questions, document, seconds)
    return replace(outcome, book_id=_store(planner.store, key, document, outcome))


def pose_book(planner: Planner, request: BookRequest) -> tuple[Question, ...]:
    """The questions of yellow, orange and red over one reading of the list.

    Raises:
        FindingsError: where the list has an error, a date or weight cannot be, or a rule is not in force.
    """
    if len(request.weights) != len(LEVELS) or not all(0.0 < weight < float("inf") for weight in request.weights):
        raise FindingsError((finding("book.weight", value=",".join(f"{weight:g}" for weight in request.weights)),))
    loaded = planner.list_in_use(request.city, request.list_file)
    rules = planner.rules(request.city, request.on)
    questions = []
    for level in LEVELS:
        asked = _request(request, level)
        listed, changed = apply_changes(loaded.inventory, rules, level, ())
        grades = planner.grades(request.city).grade(asked, loaded.inventory, listed, changed)
        asked = replace(asked, off_peak=off_peak_of(asked, grades.inventory, changed))
        questions.append(pose(asked, grades, changed, is_demo=loaded.is_demo, is_kept=True))
    return tuple(questions)


def whole_text(stored: StoredBook) -> str:
    """The book file of a stored book: its own document with its plans inside."""
    return book_text(stored.text, tuple(plan.text for plan in stored.plans))


def _request(request: BookRequest, level: Level) -> PlanRequest:
    return PlanRequest(
        city=request.city,
        level=level,
        mode=request.mode,
        on=request.on,
        duration_days=request.duration_days,
        gap=request.gap,
        list_file=request.list_file,
        grades=request.grades,
    )


def _key(questions: tuple[Question, ...], request: BookRequest) -> str:
    parts = (*(item.key for item in questions), request.weights, "book")
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _document(questions: tuple[Question, ...], result: BookResult) -> BookDocument:
    plans = tuple(
        make_document(question, _result(level)) for question, level in zip(questions, result.levels, strict=True)
    )
    problems = tuple(item.problem for item in questions)
    chosen = tuple(level.plan.chosen for level in result.levels)
    exceptions = find_exceptions(problems, chosen)
    return BookDocument(
        plans=plans,
        result=result,
        is_nested=is_nested(problems, chosen),
        exceptions=exceptions,
        audit=audit_book(plans, result, exceptions),
        created_at=datetime.now(BEIJING),
    )


def _result(level: BookLevel) -> Result:
    return Result(status=status_of(level.plan, level.report.gap), plan=level.plan, report=level.report)


def _refusals(document: BookDocument) -> tuple[Finding, ...]:
    """What the referee holds against the book, then against its plans."""
    reports: tuple[AuditReport, ...] = (document.audit, *(item.audit for item in document.plans))
    return tuple(item for report in reports for item in failed_checks(report))


def _outcome(questions: tuple[Question, ...], document: BookDocument, seconds: float) -> BookOutcome:
    plans = tuple(write_plan(item) for item in document.plans)
    own = own_text(document, plans)
    return BookOutcome(
        status=document.result.status,
        document=document,
        plans=plans,
        text=book_text(own, tuple(plan.text for plan in plans)),
        own_text=own,
        findings=_remarks(questions, document),
        audit=document.audit,
        seconds=seconds,
        book_id=None,
        is_demo=questions[0].is_demo,
    )


def _no_book(
    questions: tuple[Question, ...], findings: tuple[Finding, ...], audit: AuditReport | None, seconds: float
) -> BookOutcome:
    return BookOutcome(
        status=Status.UNKNOWN,
        document=None,
        plans=(),
        text="",
        own_text="",
        findings=findings,
        audit=audit,
        seconds=seconds,
        book_id=None,
        is_demo=questions[0].is_demo,
    )


def _from_store(questions: tuple[Question, ...], stored: StoredBook) -> BookOutcome:
    verified = verify_book(whole_text(stored))
    if verified.report.verdict is Verdict.REFUSED:
        failed = (finding("book.refused"), *failed_checks(verified.report))
        return _no_book(questions, failed, verified.report, 0.0)
    return replace(_outcome(questions, verified.document, 0.0), book_id=stored.book_id)


def _store(store: Store, key: str, document: BookDocument, outcome: BookOutcome) -> int:
    header = document.plans[0].problem.header
    return store.add_book(
        StoredBook(
            request_key=key,
            city=header.city_slug,
            mode=header.mode,
            status=str(document.result.status),
            book_sha256=str(json.loads(outcome.own_text)["book_sha256"]),
            list_sha256=header.list_sha256,
            rules_sha256=header.rules_sha256,
            created_at=document.created_at,
            text=outcome.own_text,
            plans=tuple(
                _stored_plan(key, item, plan) for item, plan in zip(document.plans, outcome.plans, strict=True)
            ),
        )
    )


def _stored_plan(key: str, document: PlanDocument, plan: WrittenPlan) -> StoredPlan:
    header = document.problem.header
    return StoredPlan(
        request_key=hashlib.sha256(f"{key} {header.level}".encode()).hexdigest(),
        city=header.city_slug,
        level=header.level,
        mode=header.mode,
        status=str(status_of(document.plan, document.report.gap)),
        plan_sha256=plan.sha256,
        list_sha256=header.list_sha256,
        rules_sha256=header.rules_sha256,
        text=plan.text,
        created_at=document.created_at,
    )


def _remarks(questions: tuple[Question, ...], document: BookDocument) -> tuple[Finding, ...]:
    """What an officer should know of the book, then of each plan; what is true of several levels once."""
    own = []
    for plan, level in zip(document.plans, document.result.levels, strict=True):
        points = missing_points(plan.plan)
        name, more = str(plan.problem.header.level), points - level.alone_missing_points
        if points > 0.0:
            own.append(finding("book.level_missed", Severity.WARNING, level=name))
        if more > TINY_POINTS:
            own.append(finding("book.nesting_misses", Severity.WARNING, level=name, points=f"{more:.4g}"))
    if document.exceptions:
        own.append(finding("book.exceptions", Severity.NOTE, value=len(document.exceptions)))
    of_plans = (
        item
        for question, plan in zip(questions, document.plans, strict=True)
        for item in (*plan_remarks(question, plan), *question.remarks)
    )
    return tuple(dict.fromkeys((*own, *of_plans)))
