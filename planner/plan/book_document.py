"""The book document: one JSON text with the three plans whole, the check of their nesting, and what it costs."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from planner.plan.book import BookLevel, BookResult
from planner.plan.document import SCHEMA_VERSION, PlanDocument
from planner.plan.facts import missing_points
from planner.plan.records import AuditReport
from planner.plan.touched import count_touched
from planner.plan.written import WrittenPlan
from planner.problem.nesting import NestingException
from planner.terms import LEVELS

__all__ = ["BookDocument", "book_fields", "book_text", "own_text"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BookDocument:
    """A book ready to be written.

    Attributes:
        plans: yellow, orange and red, each a plan of its own.
        is_nested: whether the three keep the inequality of family 7.
        exceptions: where a stricter level asks less of a source, which no choice could help.
    """

    plans: tuple[PlanDocument, ...]
    result: BookResult
    is_nested: bool
    exceptions: tuple[NestingException, ...]
    audit: AuditReport
    created_at: datetime


def book_text(own_text: str, plan_texts: tuple[str, ...]) -> str:
    """The book file as one line of JSON: the book's own document with its three plans whole.

    Args:
        own_text: the book's own document, each plan's hash in the plan's place.
        plan_texts: the plan documents of yellow, orange and red.
    """
    fields = json.loads(own_text)
    told = {name: json.dumps(value, ensure_ascii=False, allow_nan=False) for name, value in fields.items()}
    whole = (f'"{level}": {text}' for level, text in zip(LEVELS, plan_texts, strict=True))
    told["plans"] = "{" + ", ".join(whole) + "}"
    return "{" + ", ".join(f'"{name}": {text}' for name, text in told.items()) + "}"


def own_text(document: BookDocument, plans: tuple[WrittenPlan, ...]) -> str:
    """The book's own document as one line of JSON, each plan's hash in the plan's place."""
    fields = book_fields(document, tuple(plan.sha256 for plan in plans))
    return json.dumps(fields, ensure_ascii=False, allow_nan=False)


def book_fields(document: BookDocument, digests: tuple[str, ...]) -> dict[str, Any]:
    """The document with each plan's hash in the plan's place: what `book_sha256` is counted over, and stored."""
    body = {**_head(document), "levels": _levels(document), **_nesting(document), **_made_from(document, digests)}
    text = json.dumps(body, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return {
        **body,
        "book_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "created_at": document.created_at.isoformat(),
    }


def _head(document: BookDocument) -> dict[str, Any]:
    header, result = document.plans[0].problem.header, document.result
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "book",
        "status": str(result.status),
        "mode": str(header.mode),
        "city": header.city_slug,
        "city_code": header.city_code,
        "on": header.on.isoformat(),
        "duration_days": header.duration_days,
        "weights": _by_level(result.weights),
        "objective_yuan": result.objective_yuan,
        "bound_yuan": result.bound_yuan,
        "gap": result.gap,
        "termination": result.termination,
    }


def _levels(document: BookDocument) -> dict[str, Any]:
    rows = zip(document.plans, document.result.levels, strict=True)
    return _by_level(tuple(_level(plan, level) for plan, level in rows))


def _level(document: PlanDocument, level: BookLevel) -> dict[str, Any]:
    plan = document.plan
    return {
        "verdict": str(document.audit.verdict),
        "objective_yuan": plan.objective_yuan,
        "cuts": {
            str(item.pollutant): {"share": item.share, "target_share": item.target_share, "met": item.met}
            for item in plan.totals
        },
        "missing_points": missing_points(plan),
        "touched": count_touched(document.problem, plan.chosen),
        "halted_lines": int(document.problem.options.halts[plan.chosen].sum()),
        "alone_yuan": level.alone_yuan,
        "alone_bound_yuan": level.alone_bound_yuan,
        "alone_missing_points": level.alone_missing_points,
    }


def _nesting(document: BookDocument) -> dict[str, Any]:
    return {
        "nesting": {
            "holds": document.is_nested,
            "price": asdict(document.result.price),
            "exceptions": [_exception(item) for item in document.exceptions],
        }
    }


def _exception(item: NestingException) -> dict[str, Any]:
    return {
        "laxer": str(item.laxer),
        "stricter": str(item.stricter),
        "source_id": item.source_id,
        "kind": str(item.kind),
        "laxer_kept_share": item.laxer_kept_share,
        "stricter_kept_share": item.stricter_kept_share,
        "duties": list(item.duties),
    }


def _made_from(document: BookDocument, digests: tuple[str, ...]) -> dict[str, Any]:
    audit = document.audit
    return {
        "audit": {"verdict": str(audit.verdict), "checks": [asdict(item) for item in audit.checks]},
        "provenance": asdict(document.plans[0].provenance),
        "plans": _by_level(digests),
    }


def _by_level(values: tuple[Any, ...]) -> dict[str, Any]:
    return {str(level): value for level, value in zip(LEVELS, values, strict=True)}
