"""Meter against order: who stands still on paper only, who limits too little, and who does more than before."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from math import fsum

from planner.execution.records import CheckLaw, MeterFinding, MeterNormal, MeterReading, MeterState
from planner.rules import RulesInForce

__all__ = ["allowed_kwh", "check_law", "check_meters"]

HEAD = "national.execution."


def check_law(rules: RulesInForce) -> CheckLaw:
    """How readings are judged under the rules in force.

    Raises:
        KeyError: where a rule is not in force.

    Reference: rules `national.execution.*`.
    """
    rise, emission = rules.number(f"{HEAD}rise_tolerance"), f"{HEAD}emission_tolerance"
    return CheckLaw(
        stop_fall_share=rules.number(f"{HEAD}stop_fall_share"),
        rise_tolerance=rise,
        emission_tolerance=rise if rules.find(emission) is None else rules.number(emission),
    )


def allowed_kwh(line: MeterNormal, law: CheckLaw) -> float:
    """Electricity that the order leaves a line on a day, kWh.

    A line that stands still falls by `stop_fall_share` at least, one that is limited in proportion to what it gives up;
    one without an order stays at its normal use.
    """
    return (line.kwh_per_day or 0.0) * (1.0 - law.stop_fall_share * (1.0 - line.kept_share))


def check_meters(
    lines: Iterable[MeterNormal], readings: Iterable[MeterReading], days: Iterable[date], law: CheckLaw
) -> tuple[MeterFinding, ...]:
    """What every meter says on every day, by county, firm, meter and day.

    Args:
        lines: the lines behind meters; several behind one meter are judged together.
        readings: several of one meter and day add up.
        days: the days to be judged; a meter with an order and without a reading is told, one without either is not.
    """
    kwh: defaultdict[tuple[str, date], list[float]] = defaultdict(list)
    for reading in readings:
        kwh[reading.meter_id, reading.day].append(reading.kwh)
    behind: defaultdict[str, list[MeterNormal]] = defaultdict(list)
    for line in lines:
        behind[line.meter_id].append(line)
    found = (
        _judged(behind[meter], day, fsum(kwh[meter, day]) if (meter, day) in kwh else None, law)
        for meter in sorted(behind)
        for day in sorted(days)
    )
    told = (item for item in found if item is not None)
    return tuple(sorted(told, key=lambda item: (item.county_code, item.enterprise_id, item.meter_id, item.day)))


def _judged(lines: list[MeterNormal], day: date, kwh: float | None, law: CheckLaw) -> MeterFinding | None:
    is_ordered = any(line.is_ordered for line in lines)
    if kwh is None and not is_ordered:
        return None
    known = all(line.kwh_per_day is not None for line in lines)
    normal = fsum(line.kwh_per_day or 0.0 for line in lines)
    allowed = fsum(allowed_kwh(line, law) for line in lines)
    first = min(lines, key=lambda line: line.source_id)
    return MeterFinding(
        meter_id=first.meter_id,
        day=day,
        enterprise_id=first.enterprise_id,
        enterprise_name=first.enterprise_name,
        county_code=first.county_code,
        sources=tuple(sorted(line.source_id for line in lines)),
        state=_state(kwh, normal if known else 0.0, allowed, law) if is_ordered else _unordered(kwh, normal, law),
        normal_kwh=normal if known else 0.0,
        allowed_kwh=allowed if known else 0.0,
        kwh=kwh,
        fall_share=1.0 - kwh / normal if known and kwh is not None and normal > 0.0 else None,
    )


def _state(kwh: float | None, normal: float, allowed: float, law: CheckLaw) -> MeterState:
    if normal <= 0.0:
        return MeterState.NO_NORMAL
    if kwh is None:
        return MeterState.NO_READING
    # a duty leaves all of the normal use, so only a rise can break it
    most = normal * (1.0 + law.rise_tolerance) if allowed >= normal else allowed
    return MeterState.TOO_MUCH if kwh > most else MeterState.KEPT


def _unordered(kwh: float | None, normal: float, law: CheckLaw) -> MeterState:
    if normal <= 0.0 or kwh is None:
        return MeterState.NO_NORMAL
    return MeterState.ROSE if kwh > normal * (1.0 + law.rise_tolerance) else MeterState.KEPT
