"""A file of labelled phrases (JSON lines) read into records, every defect a finding."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planner.errors import Finding, FindingsError, Place, finding, has_errors
from planner.measures import Kind, LabelledPhrase, Meaning
from planner.service.console import read_text

__all__ = ["meaning_json", "read_phrases"]

_MEANING_KEYS = ("meaning", "structured")
_NUMBERS = {"share_cut": "share_cut", "from": "from_amount", "to": "to_amount", "stop_n": "stop_n"}
_WORDS = ("object", "unit", "rounding", "vehicles", "hours", "notes")


def read_phrases(path: Path) -> tuple[LabelledPhrase, ...]:
    """The phrases of a file, one JSON object a line with `phrase`, `meaning` (or `structured`) and `ambiguous`.

    Raises:
        FindingsError: with every line that is no such phrase.
    """
    found = [_phrase(line, Place(file=path.name, row=row)) for row, line in _lines(read_text(path))]
    findings = tuple(item for item in found if isinstance(item, Finding))
    if not found:
        findings = (finding("measures.file.empty", where=Place(file=path.name)),)
    if has_errors(findings):
        raise FindingsError(findings)
    return tuple(item for item in found if isinstance(item, LabelledPhrase))


def meaning_json(meaning: Meaning) -> dict[str, Any]:
    """A meaning in the keys of the file."""
    numbers = {key: getattr(meaning, name) for key, name in _NUMBERS.items()}
    words = {key: getattr(meaning, key) for key in _WORDS}
    return {"kind": meaning.kind, **numbers, "count_or_capacity": meaning.count_or_capacity, **words}


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return ((row, line) for row, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1) if line.strip())


def _phrase(line: str, where: Place) -> LabelledPhrase | Finding:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        return finding("measures.file.not_json", where=where, value=line[:60], reason=error)
    if not isinstance(entry, dict) or not isinstance(entry.get("phrase"), str) or not entry["phrase"].strip():
        return finding("measures.file.no_phrase", where=where, value=line[:60])
    labels = next((entry[key] for key in _MEANING_KEYS if key in entry), None)
    meanings = [_meaning(item, where) for item in (labels if isinstance(labels, list) else [labels])]
    broken = next((item for item in meanings if isinstance(item, Finding)), None)
    if broken or not meanings:
        return broken or finding("measures.file.no_meaning", where=where, value=entry["phrase"])
    sound = tuple(item for item in meanings if isinstance(item, Meaning))
    return LabelledPhrase(
        phrase=entry["phrase"], meanings=sound, row=where.row, ambiguous=bool(entry.get("ambiguous", False))
    )


def _meaning(label: object, where: Place) -> Meaning | Finding:
    if not isinstance(label, dict) or "kind" not in label:
        return finding("measures.file.no_meaning", where=where, value=str(label)[:60])
    if label["kind"] not in list(Kind):
        known = ", ".join(Kind)
        return finding("measures.file.unknown_kind", where=where, value=label["kind"], known=known)
    for key in _NUMBERS:
        if isinstance(label.get(key), bool) or not isinstance(label.get(key), int | float | None):
            return finding("measures.file.not_a_number", where=where, value=label[key], key=key)
    fields: dict[str, Any] = {name: label.get(key) for key, name in _NUMBERS.items()}
    fields |= {key: str(label.get(key) or "") for key in _WORDS}
    basis = str(label["count_or_capacity"]) if label.get("count_or_capacity") else None
    return Meaning(kind=str(label["kind"]), count_or_capacity=basis, **fields)
