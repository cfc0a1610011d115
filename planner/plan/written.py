"""The plan document as text and hash, without taking the problem's text apart: a large city's has 50 MB."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from planner.plan.document import PlanDocument, plan_fields
from planner.problem import ProblemJson, problem_json

__all__ = ["WrittenPlan", "plan_sha256", "plan_to_text", "write_plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPlan:
    """A plan as it is stored: its one line of JSON, and the hash that stands in it."""

    text: str
    sha256: str


def write_plan(document: PlanDocument) -> WrittenPlan:
    """The text and hash of a document, the same as of its `plan_body`.

    Raises:
        ValueError: where a number is not finite.
    """
    values = plan_fields(document)
    problem = problem_json(document.problem) if document.problem_file == "" else None
    digest = _digest(values, problem)
    values |= {"plan_sha256": digest, "created_at": document.created_at.isoformat()}
    pieces = ["{"]
    for number, (name, value) in enumerate(values.items()):
        told = problem.spaced if problem is not None and name == "problem" else (_spaced(value),)
        pieces += [f'{", " if number else ""}"{name}": ', *told]
    return WrittenPlan(text="".join((*pieces, "}")), sha256=digest)


def plan_to_text(document: PlanDocument) -> str:
    """The document as one line of JSON; only `created_at` differs between two makings of the same plan."""
    return write_plan(document).text


def plan_sha256(document: PlanDocument) -> str:
    """The hash that stands in the document's text."""
    problem = problem_json(document.problem) if document.problem_file == "" else None
    return _digest(plan_fields(document), problem)


def _digest(values: dict[str, Any], problem: ProblemJson | None) -> str:
    """SHA-256 over the canonical JSON of the fields, as `body_sha256` counts it."""
    digest = hashlib.sha256(b"{")
    for number, name in enumerate(sorted(values)):
        told = problem.canonical if problem is not None and name == "problem" else (_canonical(values[name]),)
        for piece in (f'{"," if number else ""}"{name}":', *told):
            digest.update(piece.encode())
    digest.update(b"}")
    return digest.hexdigest()


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def _spaced(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
