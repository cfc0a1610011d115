"""What a rule file lacks in shape, said as findings: pydantic's errors by our codes, at the file's own lines."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from planner.errors import Finding, finding
from planner.rules.documents import RuleDocument

__all__ = ["read_shape"]

Shape = TypeVar("Shape", bound=BaseModel)

CODES = {
    "extra_forbidden": "rules.key.unknown",
    "missing": "rules.key.missing",
    "day": "rules.value.not_a_day",
    "scalar": "rules.value.not_one_value",
    "enum": "rules.value.unknown_word",
    "literal_error": "rules.value.unknown_word",
    "string_pattern_mismatch": "rules.value.wrong_form",
    "string_too_short": "rules.value.empty",
    "too_short": "rules.value.empty",
    "string_type": "rules.value.not_text",
    "int_type": "rules.value.not_whole",
    "list_type": "rules.value.not_a_list",
    "model_type": "rules.value.not_a_mapping",
    "greater_than_equal": "rules.value.out_of_range",
    "less_than_equal": "rules.value.out_of_range",
}


def read_shape(document: RuleDocument, shape: type[Shape]) -> tuple[Shape | None, tuple[Finding, ...]]:
    """The document as `shape`, or all that keeps it from being one."""
    try:
        return shape.model_validate(document.content), ()
    except ValidationError as problem:
        found = (_finding(document, error) for error in problem.errors(include_url=False))
        return None, tuple(dict.fromkeys(found))


def _finding(document: RuleDocument, error: ErrorDetails) -> Finding:
    kind, path = error["type"], error["loc"]
    where, code = document.place(path), CODES.get(kind, "rules.value.unreadable")
    if kind in {"missing", "extra_forbidden"}:
        return finding(code, where=where, value=path[-1] if path else "")
    context = error.get("ctx", {})
    expected = context.get("expected", context.get("pattern", ""))
    return finding(code, where=where, value=_shown(error["input"]), expected=expected)


def _shown(value: object) -> str:
    """The value as the file spells it, cut short; mappings and lists by their brackets alone."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    words = {None: "null", True: "true", False: "false"}
    shown = words[value] if value is None or isinstance(value, bool) else str(value)
    return shown[:80]
