"""A city's word that a value of law is right, and the digest of what it speaks of."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from planner.rules.records import DatedValue, Rule

__all__ = ["Confirmation", "value_sha256"]

NOT_THE_VALUE = frozenset({"status", "evidence", "still_valid_on", "note", "rejected", "reason"})
"""Parts of a dated value that say how it is known and not what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Who compared a value with its document, when, on which paper; `withdrawn` where the word is taken back.

    Attributes:
        city: slug of the city that confirms.
        value_sha256: digest of the value confirmed, '' before it is sealed; another value loses the confirmation.
        by, role: name and office of the person. `on`: the day of the word, from which it counts.
        document: title or number of the paper that bears it.
    """

    city: str
    rule_id: str
    by: str
    role: str
    on: date
    document: str
    note: str = ""
    withdrawn: bool = False
    value_sha256: str = ""


def value_sha256(rule: Rule, dated: DatedValue) -> str:
    """SHA-256 over what the rule orders from that day on: scope, measure, value, unit, instrument and clause.

    Words, status and evidence are left out: to learn the same value better takes no confirmation away.
    """
    value = {name: item for name, item in asdict(dated).items() if name not in NOT_THE_VALUE}
    said = {
        "id": rule.id,
        "kind": rule.kind,
        "measure": rule.measure,
        "basis": rule.basis,
        "scope": _filled(asdict(rule.scope)),
        "value": _filled(value),
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that say something: one that rules gain later and leave empty changes no digest."""
    return {name: item for name, item in fields.items() if item is not None and item not in ("", ())}
