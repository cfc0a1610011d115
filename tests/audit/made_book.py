"""The book of a small city, its honest file, and a book whose yellow plan is not nested."""

from datetime import datetime
from functools import cache

from planner.audit import audit_book
from planner.plan import BookDocument, BookResult, book_text, own_text, write_plan
from planner.problem import PlanProblem, find_exceptions, is_nested
from planner.solve import SolveSettings, solve_book
from planner.terms import BEIJING, Mode
from tests.audit.made import Case, document, rows
from tests.books import book_problems

SHARES = (0.2, 0.25, 0.3)


@cache
def problems() -> tuple[PlanProblem, ...]:
    """The three levels of the city of `made`, one of whose firms files a halt at yellow alone."""
    return book_problems(*rows(), mode=Mode.FILL, shares=SHARES)


@cache
def result() -> BookResult:
    """The book as it is found."""
    return solve_book(problems(), SolveSettings(gap=0.0))


def book_document(found: BookResult) -> BookDocument:
    """The document of a book."""
    plans = tuple(
        document(Case(problem=problem, plan=level.plan, report=level.report))
        for problem, level in zip(problems(), found.levels, strict=True)
    )
    chosen = tuple(level.plan.chosen for level in found.levels)
    exceptions = find_exceptions(problems(), chosen)
    return BookDocument(
        plans=plans,
        result=found,
        is_nested=is_nested(problems(), chosen),
        exceptions=exceptions,
        audit=audit_book(plans, found, exceptions),
        created_at=datetime(2026, 11, 23, 8, tzinfo=BEIJING),
    )


def file_of(book: BookDocument) -> str:
    """The book file of a document."""
    plans = tuple(write_plan(plan) for plan in book.plans)
    return book_text(own_text(book, plans), tuple(plan.text for plan in plans))


@cache
def honest_file() -> str:
    """The file of the book as it is found."""
    return file_of(book_document(result()))
