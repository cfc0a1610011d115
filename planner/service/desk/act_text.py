"""Acts and answers as canonical JSON, and back: what the store keeps and the trace hashes."""

import hashlib
import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from planner.episode import Act, OrderLine
from planner.errors import Finding
from planner.service.desk.records import DeskRequest
from planner.store import StoredAct

__all__ = [
    "act_of",
    "act_text",
    "canonical",
    "findings_json",
    "findings_of",
    "lines_of_text",
    "lines_text",
    "request_sha256",
]


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any record
    return TypeAdapter(kind)


def act_text(act: Act) -> str:
    """The act as canonical JSON."""
    return canonical(_adapter(Act).dump_python(act, mode="json"))


def act_of(stored: StoredAct) -> Act:
    """The act of a stored row."""
    found: Act = _adapter(Act).validate_json(stored.text)
    return found


def lines_text(lines: tuple[OrderLine, ...]) -> str:
    """The lines of an order as canonical JSON; a field at its default is left unsaid, as in older orders."""
    return canonical(_adapter(tuple[OrderLine, ...]).dump_python(lines, mode="json", exclude_defaults=True))


def lines_of_text(text: str) -> tuple[OrderLine, ...]:
    """The lines of an order's text."""
    found: tuple[OrderLine, ...] = _adapter(tuple[OrderLine, ...]).validate_json(text)
    return found


def request_sha256(request: DeskRequest, name: str) -> str:
    """What a request asks, whoever sends it again and whenever: its key and its moment are left out."""
    body = _adapter(DeskRequest).dump_python(request, mode="json") | {"person": name}
    asked = {key: value for key, value in body.items() if key not in ("key", "at")}
    return hashlib.sha256(canonical(asked).encode()).hexdigest()


def findings_json(findings: tuple[Finding, ...]) -> Any:  # noqa: ANN401 - JSON values
    """Findings as JSON values."""
    return _adapter(tuple[Finding, ...]).dump_python(findings, mode="json")


def findings_of(kept: Any) -> tuple[Finding, ...]:  # noqa: ANN401 - JSON values
    """Findings from their JSON values."""
    found: tuple[Finding, ...] = _adapter(tuple[Finding, ...]).validate_python(kept)
    return found


def canonical(body: Any) -> str:  # noqa: ANN401 - any JSON value
    """JSON with sorted keys and no blanks: one text for one meaning."""
    return json.dumps(body, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
