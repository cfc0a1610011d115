"""CEMS against order: emission follows activity, so a source that is limited gives off its share of a normal day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from math import fsum

from planner.execution.records import CheckLaw, EmissionFinding, EmissionNormal, EmissionReading, MeterState
from planner.terms import Pollutant

__all__ = ["check_emissions"]

Key = tuple[str, Pollutant]


def check_emissions(
    sources: Iterable[EmissionNormal], readings: Iterable[EmissionReading], law: CheckLaw
) -> tuple[EmissionFinding, ...]:
    """What every CEMS says on every day that was read, by county, firm, source, pollutant and day.

    A source under an order may give off its kept share of a normal day, one without an order a normal day; the swing
    of a CEMS (`emission_tolerance`) is left to both.

    Args:
        sources: one record a source and pollutant, under the order of the readings' days.
        readings: several of one source, pollutant and day add up; those of unknown sources are left out.
    """
    known: dict[Key, EmissionNormal] = {(item.source_id, item.pollutant): item for item in sources}
    sums: defaultdict[tuple[Key, date], list[float]] = defaultdict(list)
    for reading in readings:
        sums[(reading.source_id, reading.pollutant), reading.day].append(reading.kilograms)
    found = [_judged(known[key], day, fsum(parts), law) for (key, day), parts in sums.items() if key in known]
    return tuple(
        sorted(found, key=lambda item: (item.county_code, item.enterprise_id, item.source_id, item.pollutant, item.day))
    )


def _judged(source: EmissionNormal, day: date, kilograms: float, law: CheckLaw) -> EmissionFinding:
    normal = source.kg_per_day or 0.0
    allowed = normal * (source.kept_share if source.is_ordered else 1.0)
    return EmissionFinding(
        source_id=source.source_id,
        day=day,
        pollutant=source.pollutant,
        enterprise_id=source.enterprise_id,
        enterprise_name=source.enterprise_name,
        county_code=source.county_code,
        state=_state(source, kilograms, allowed + law.emission_tolerance * normal),
        normal_kg=normal,
        allowed_kg=allowed,
        kilograms=kilograms,
    )


def _state(source: EmissionNormal, kilograms: float, most: float) -> MeterState:
    if not source.kg_per_day:
        return MeterState.NO_NORMAL
    if kilograms <= most:
        return MeterState.KEPT
    return MeterState.TOO_MUCH if source.is_ordered else MeterState.ROSE
