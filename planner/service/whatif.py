"""A what-if: the same list and rules with something changed, then the same way walked again."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, replace

from planner.errors import FindingsError, Place, finding
from planner.inventory import Inventory
from planner.rules import RuleInForce, RulesInForce
from planner.service.records import WhatIf
from planner.terms import Grade, Level

__all__ = ["apply_changes"]

EXCHANGE_PARTS = 2


def apply_changes(
    inventory: Inventory, rules: RulesInForce, level: Level, changes: Iterable[WhatIf]
) -> tuple[Inventory, RulesInForce]:
    """List and rules after the changes; their hashes change with them, so that no what-if passes for the real thing.

    Raises:
        FindingsError: where a change names no enterprise of the list, or its value cannot be read.
    """
    for change in changes:
        if change.kind == "target":
            rules = _with_target(rules, level, change)
        else:
            inventory = _with_enterprise(inventory, change)
    return inventory, rules


def _with_enterprise(inventory: Inventory, change: WhatIf) -> Inventory:
    column = {"grade": "grade", "exempt": "exempt_through"}.get(change.kind)
    known = [str(item) for item in (Grade if column == "grade" else (*Level, "none"))]
    mask = inventory.frame["enterprise_id"] == change.enterprise_id
    if column is None or change.value not in known or not mask.any():
        raise _unreadable(change, " | ".join(known))
    frame = inventory.frame.copy()
    frame.loc[mask, column] = change.value
    return replace(inventory, frame=frame, list_sha256=_hash(inventory.list_sha256, change))


def _with_target(rules: RulesInForce, level: Level, change: WhatIf) -> RulesInForce:
    try:
        share = float(change.value)
    except ValueError as error:
        raise _unreadable(change, "0..1") from error
    if not 0.0 <= share <= 1.0:
        raise _unreadable(change, "0..1")
    values = {
        f"national.reduction.share.{level}": share,
        f"national.reduction.exchange.sum.{level}": EXCHANGE_PARTS * share,
    }
    changed = tuple(_with_value(item, values) for item in rules.rules)
    return replace(rules, rules=changed, sha256=_hash(rules.sha256, change))


def _with_value(item: RuleInForce, values: dict[str, float]) -> RuleInForce:
    return replace(item, value=values[item.id]) if item.id in values else item


def _unreadable(change: WhatIf, form: str) -> FindingsError:
    place = Place(column=change.kind)
    value = change.value or change.enterprise_id
    return FindingsError((finding("request.value_unreadable", where=place, value=value, form=form),))


def _hash(before: str, change: WhatIf) -> str:
    return hashlib.sha256(f"{before}{sorted(asdict(change).items())}".encode()).hexdigest()
