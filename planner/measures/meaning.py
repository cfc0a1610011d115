"""A statement in the vocabulary of the shared phrase corpus, so that readings and labels compare directly."""

import re
from dataclasses import dataclass

from planner.measures.records import Base, Bound, Kind, Reading, Statement, Vehicles

__all__ = ["Meaning", "head_of", "meaning_of"]

_WINDOW = re.compile(r"\d{2}:\d{2}-\d{2}:\d{2}")
_CYCLE_UNIT = re.compile(r"([\d.]+) [hd] (off|on)")
CEILED = "at least (ceil of units to stop)"
_UNITS = {"h": "小时", "times/day": "次/日", "heats/day": "炉/日", "trips/day": "辆/日"}
_STAGES = {1: "国一", 2: "国二", 3: "国三", 4: "国四", 5: "国五", 6: "国六"}
_FIRST = (
    Kind.DURATION_DEPENDENT,
    Kind.ROTATION,
    Kind.HOLD_HOT,
    Kind.GUARANTEE_FLOOR,
    Kind.LIMIT_SHARE,
    Kind.LIMIT_TO_BASELINE,
    Kind.LENGTHEN_CYCLE,
    Kind.LIMIT_ABSOLUTE,
    Kind.ON_OFF_CYCLE,
    Kind.HALT,
    Kind.PROCESS_HALT,
    Kind.TRUCK_BAN,
    Kind.MACHINERY_BAN,
    Kind.SELF_DETERMINED,
    Kind.MONITOR_ONLY,
    Kind.OTHER,
)
"""Which of several statements a phrase is named by: production before transport, the particular before the plain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a phrase means, in the keys of the shared corpus (`from` and `to` are `from_amount` and `to_amount`)."""

    kind: str
    object: str = ""
    share_cut: float | None = None
    from_amount: float | None = None
    to_amount: float | None = None
    unit: str = ""
    count_or_capacity: str | None = None
    rounding: str = ""
    vehicles: str = ""
    hours: str = ""
    notes: str = ""
    stop_n: int | None = None


def head_of(reading: Reading) -> Statement | None:
    """The statement that a phrase is named by, None where none was read."""
    return min(reading.statements, key=lambda item: _FIRST.index(item.kind), default=None)


def meaning_of(statement: Statement) -> Meaning:
    """A statement in the keys of the shared corpus."""
    return Meaning(
        kind=str(statement.kind),
        object=_object(statement),
        share_cut=None if statement.share_cut is None else round(statement.share_cut, 4),
        from_amount=statement.from_amount,
        to_amount=statement.to_amount,
        unit=_unit(statement),
        count_or_capacity=statement.count_or_capacity or None,
        rounding=_rounding(statement),
        vehicles=vehicle_words(statement.vehicles),
        hours=_hours(statement),
        notes="; ".join((*statement.doubts, *statement.exceptions)),
        stop_n=statement.stop_count,
    )


def _object(statement: Statement) -> str:
    return "、".join(part for part in ("、".join(statement.line_ids), statement.equipment) if part)


def _unit(statement: Statement) -> str:
    if statement.base is Base.EMISSIONS:
        return "排放量"
    return _UNITS.get(statement.unit, statement.unit)


def _hours(statement: Statement) -> str:
    """Coking time as a bare number, a daily window as `22:00-09:00 daily off`, a cycle as `48 off / 12 on`."""
    hours = statement.hours
    if statement.kind is Kind.LENGTHEN_CYCLE and statement.to_amount is not None:
        return f"{statement.to_amount:g}"
    if statement.kind is not Kind.ON_OFF_CYCLE:
        return hours
    window = _WINDOW.search(hours)
    return f"{window.group()} daily off" if window else _CYCLE_UNIT.sub(r"\1 \2", hours)


def _rounding(statement: Statement) -> str:
    if statement.kind is Kind.LIMIT_ABSOLUTE and statement.keep_count is not None and not statement.bound:
        return "exactly"
    counted = statement.count_or_capacity == "count" and statement.share_cut is not None
    return CEILED if statement.bound is Bound.AT_LEAST and counted else str(statement.bound)


def vehicle_words(vehicles: Vehicles | None) -> str:
    """The vehicles of a ban in words: 国四及以下, or all."""
    if vehicles is None:
        return ""
    stage = f"{_STAGES[vehicles.through_standard]}及以下" if vehicles.through_standard else ""
    narrowing = [part for part in (stage, *vehicles.words) if part and not part.startswith("含")]
    widening = "".join(f"({part})" for part in vehicles.words if part.startswith("含"))
    return (" ".join(narrowing) or "all") + widening
