"""The plan document as text and hash, without taking the problem's text apart: a large city's has 50 MB."""

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any

from planner.plan.document import PlanDocument, plan_fields, problem_field
from planner.problem import ProblemJson, problem_json

__all__ = ["Spelled", "WrittenPlan", "plan_sha256", "plan_to_text", "write_plan", "written_apart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A field of a plan as JSON, in pieces that follow each other.

    Attributes:
        canonical: keys sorted, no blanks: what is hashed.
        spaced: as it is read.
    """

    name: str
    canonical: tuple[str, ...]
    spaced: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPlan:
    """A plan as it is stored: its one line of JSON, the hash that stands in it, and the fields that are hashed."""

    text: str
    sha256: str
    fields: tuple[Spelled, ...]


def write_plan(document: PlanDocument) -> WrittenPlan:
    """The text and hash of a document, the same as of its `plan_body`.

    Raises:
        ValueError: where a number is not finite.
    """
    return _written(document, _spelled(document))


def written_apart(document: PlanDocument, written: WrittenPlan) -> WrittenPlan:
    """The document without the problem inside, from what it was written as with it: nothing else is spelled anew."""
    told = _field("problem", problem_field(document))
    return _written(document, tuple(told if item.name == "problem" else item for item in written.fields))


def plan_to_text(document: PlanDocument) -> str:
    """The document as one line of JSON; only `created_at` differs between two makings of the same plan."""
    return write_plan(document).text


def plan_sha256(document: PlanDocument) -> str:
    """The hash that stands in the document's text."""
    return _digest(_spelled(document))


def _spelled(document: PlanDocument) -> tuple[Spelled, ...]:
    values = plan_fields(document)
    found = tuple(_field(name, value) for name, value in values.items())
    if document.problem_file != "":
        return found
    problem = document.spelled or problem_json(document.problem)
    return tuple(_inside(item, problem) if item.name == "problem" else item for item in found)


def _inside(field: Spelled, problem: ProblemJson) -> Spelled:
    return replace(field, canonical=problem.canonical, spaced=problem.spaced)


def _field(name: str, value: Any) -> Spelled:  # noqa: ANN401 - any JSON value
    canonical = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    spaced = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return Spelled(name=name, canonical=(canonical,), spaced=(spaced,))


def _written(document: PlanDocument, fields: tuple[Spelled, ...]) -> WrittenPlan:
    digest = _digest(fields)
    told = (_field("plan_sha256", digest), _field("created_at", document.created_at.isoformat()))
    pieces = ["{"]
    for number, item in enumerate((*fields, *told)):
        pieces += [f'{", " if number else ""}"{item.name}": ', *item.spaced]
    return WrittenPlan(text="".join((*pieces, "}")), sha256=digest, fields=fields)


def _digest(fields: tuple[Spelled, ...]) -> str:
    """SHA-256 over the canonical JSON of the fields, as `body_sha256` counts it."""
    digest = hashlib.sha256(b"{")
    for number, item in enumerate(sorted(fields, key=lambda field: field.name)):
        for piece in (f'{"," if number else ""}"{item.name}":', *item.canonical):
            digest.update(piece.encode())
    digest.update(b"}")
    return digest.hexdigest()
