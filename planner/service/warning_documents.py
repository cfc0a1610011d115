"""Changes of the law of warnings as the command line's JSON holds them."""

from typing import Any

from planner.compare import criterion_formula
from planner.rules import CriteriaSet, LawPart, WarningChange

__all__ = ["warning_change_json"]


def warning_change_json(item: WarningChange) -> dict[str, Any]:
    """A change with both sides; of a standard's table only what moved."""
    return {
        "kind": str(item.kind),
        "before": _part(item.before),
        "after": _part(item.after),
        "breakpoints": [
            {"item": each.item, "iaqi": each.iaqi, "before": each.before, "after": each.after}
            for each in item.breakpoints
        ],
        "above": [
            {"item": each.item, "highest": each.highest, "before": each.before, "after": each.after}
            for each in item.above
        ],
        "daily_items_before": list(item.daily_before),
        "daily_items_after": list(item.daily_after),
    }


def _part(part: LawPart | None) -> dict[str, Any] | None:
    if part is None:
        return None
    content, source = part.content, part.content.source
    criteria = content.criteria if isinstance(content, CriteriaSet) else ()
    return {
        "id": content.id,
        "from": source.from_day.isoformat(),
        "instrument": part.instrument.title,
        "number": part.instrument.number,
        "clause": source.clause,
        "status": str(source.status),
        "evidence": str(source.evidence),
        "criteria": [{"stage": str(each.stage), "criterion": criterion_formula(each)} for each in criteria],
    }
