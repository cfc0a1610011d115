"""What a rule file lacks in shape, said as findings: pydantic's errors by our codes, at the file's own lines."""

import re
from typing import Any, TypeVar

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


QUOTED = re.compile(r"'([^']*)'")
CODED = frozenset({"industry", "sub_process"})
"""Keys whose values are codes of the register, whatever they look like."""
FORMS = {
    r"^\S": "form.text",
    r"^[^\s‘’“”]": "form.clause",
    r"^[a-z][a-z0-9_]*$": "form.word",
    r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+){2,}$": "form.rule_id",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "form.instrument_id",
    r"^[0-9]{6}$": "form.area_code",
    r"^[a-z0-9]+([._-][a-z0-9]+)*$": "form.witness_id",
    r"^[a-z0-9]+(_[a-z0-9]+)*$": "form.word",
    r"^[a-z0-9_]+(\.[a-z0-9_]+)+$": "form.criterion_id",
}
"""The forms of the shapes by their patterns."""


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
    if kind == "string_pattern_mismatch" and path[-1] in CODED:
        return finding("rules.scope.unknown", where=where, value=_shown(error["input"]))
    return finding(code, where=where, value=_shown(error["input"]), expected=_expected(error.get("ctx", {})))


def _expected(context: dict[str, Any]) -> str:
    """The words or the form that belong there; a form by its code, which the sentence tells in words."""
    words = str(context.get("expected", ""))
    form = FORMS.get(str(context.get("pattern", "")), "form.word") if "pattern" in context else ""
    return form or ", ".join(QUOTED.findall(words)) or words


def _shown(value: object) -> str:
    """The value as the file spells it, cut short; mappings and lists by their brackets alone."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    words = {None: "null", True: "true", False: "false"}
    shown = words[value] if value is None or isinstance(value, bool) else str(value)
    return shown[:80]
