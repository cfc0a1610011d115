"""The daily report of a warning (每日一报), worked out from what is known of the day."""

from collections.abc import Iterator
from dataclasses import fields

from planner.execution.daily_records import Breach, BreachBy, DailyFacts, DailyReport, IssuedOrder
from planner.execution.records import EmissionFinding, MeterFinding, MeterState
from planner.execution.summary import BROKEN, JUDGED, SEEN, CountyCount, count_by_county

__all__ = ["RELEASE", "daily_report"]

RELEASE = "release"
"""Kind of the order of those who may resume: they are ordered no more."""


def daily_report(facts: DailyFacts) -> DailyReport:
    """The report of a day; everybody whose newest order is no release counts as ordered."""
    ordered = tuple(item for item in facts.orders if item.kind != RELEASE)
    readings: tuple[MeterFinding | EmissionFinding, ...] = (*facts.meters, *facts.emissions)
    counties = count_by_county(
        {item.owner: item.county_code for item in ordered},
        {item.owner: item.receipt for item in ordered},
        readings,
        facts.visits,
    )
    return DailyReport(
        warning_id=facts.warning_id,
        city=facts.city,
        is_exercise=facts.is_exercise,
        day=facts.day,
        made_at=facts.made_at,
        made_by=facts.made_by,
        level=facts.level,
        in_force_since=facts.in_force_since,
        start=facts.start,
        end=facts.end,
        orders_version=facts.orders_version,
        counties=counties,
        total=_total(counties),
        breaches=_breaches(facts),
        rose=tuple(item for item in facts.meters if item.state is MeterState.ROSE),
        unverified=_unverified(facts, ordered),
        visits=facts.visits,
        air=facts.air,
        changes=facts.changes,
        deadline=facts.deadline,
    )


def _unverified(facts: DailyFacts, ordered: tuple[IssuedOrder, ...]) -> tuple[IssuedOrder, ...]:
    seen = {item.enterprise_id for item in facts.meters if item.state in JUDGED}
    seen |= {item.enterprise_id for item in facts.emissions if item.state in JUDGED}
    seen |= {item.owner for item in facts.visits if item.outcome in SEEN}
    return tuple(item for item in ordered if item.owner not in seen)


def _total(counties: tuple[CountyCount, ...]) -> CountyCount:
    names = [item.name for item in fields(CountyCount) if item.name != "county_code"]
    return CountyCount(county_code="", **{name: sum(getattr(item, name) for item in counties) for name in names})


def _breaches(facts: DailyFacts) -> tuple[Breach, ...]:
    known = {item.owner: item for item in facts.orders}
    found = (*_of_meters(facts), *_of_emissions(facts), *_of_visits(facts, known))
    return tuple(sorted(found, key=lambda item: (item.county_code, item.owner, item.by, item.what)))


def _of_meters(facts: DailyFacts) -> Iterator[Breach]:
    for item in facts.meters:
        if item.state is MeterState.TOO_MUCH:
            yield Breach(
                county_code=item.county_code,
                owner=item.enterprise_id,
                name=item.enterprise_name,
                by=BreachBy.METER,
                what=item.meter_id,
                sources=item.sources,
                allowed=item.allowed_kwh,
                measured=item.kwh,
                unit="kWh",
            )


def _of_emissions(facts: DailyFacts) -> Iterator[Breach]:
    for item in facts.emissions:
        if item.state is MeterState.TOO_MUCH:
            yield Breach(
                county_code=item.county_code,
                owner=item.enterprise_id or item.source_id,
                name=item.enterprise_name,
                by=BreachBy.CEMS,
                what=item.pollutant,
                sources=(item.source_id,),
                allowed=item.allowed_kg,
                measured=item.kilograms,
                unit="kg",
            )


def _of_visits(facts: DailyFacts, known: dict[str, IssuedOrder]) -> Iterator[Breach]:
    """Of each firm and line what the last visit of the day found; nothing of firms without an order."""
    last = {(item.owner, item.source_id): item for item in sorted(facts.visits, key=lambda visit: visit.at)}
    for item in last.values():
        order = known.get(item.owner)
        if order is not None and item.outcome in BROKEN:
            yield Breach(
                county_code=order.county_code,
                owner=item.owner,
                name=order.name,
                by=BreachBy.VISIT,
                what=item.outcome,
                sources=(item.source_id,) if item.source_id else (),
                note=item.note,
            )
