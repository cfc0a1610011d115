"""Visits, readings and air entered at the desk: all or none, everything wrong told at once, and the trace says who."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from planner.episode import Role
from planner.errors import Finding, Place, Severity, finding, has_errors
from planner.execution import EmissionReading, MeterReading, SiteCheck, VisitOutcome
from planner.service.desk.act_text import canonical, lines_of_text
from planner.service.desk.deeds import stranger_findings
from planner.service.desk.records import Person
from planner.store import Desk, StoredAir, StoredReading, StoredVisit, StoredWarningOrder, TraceEntry
from planner.terms import Pollutant

__all__ = [
    "WHO_ENTERS",
    "Entered",
    "emissions_of",
    "enter_air",
    "enter_readings",
    "enter_visits",
    "entering_findings",
    "meters_of",
    "note_in_trace",
    "visits_of",
]

METER, CEMS = "meter", "cems"
WHO_ENTERS = (Role.PLANNER, Role.REVIEWER, Role.ISSUER)
Readings = tuple[tuple[MeterReading, ...], tuple[EmissionReading, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """Under which warning, by whom and when something is entered."""

    warning_id: str
    person: Person
    at: datetime


def enter_visits(desk: Desk, told: Entered, visits: tuple[SiteCheck, ...]) -> tuple[Finding, ...]:
    """Keeps visits on site; what stands against them, and what the person should know."""
    newest = {item.owner: item for item in sorted(desk.orders(told.warning_id), key=lambda item: item.version)}
    found = (*_person(desk, told), *_visit_offences(told, visits, newest))
    rows = tuple(_stored_visit(told, item) for item in visits)
    return _kept(desk, told, ("visits", len(visits)), found, lambda: desk.checks.add_visits(rows))


def enter_readings(desk: Desk, told: Entered, readings: Readings) -> tuple[Finding, ...]:
    """Keeps readings of meters and of CEMS as one batch; of a meter and day the newest batch counts."""
    meters, emissions = readings
    found = entering_findings(desk, told)
    batch = desk.checks.next_batch(told.warning_id)
    rows = (
        *(_reading(told, batch, (METER, item.meter_id, "", item.day, item.kwh)) for item in meters),
        *(
            _reading(told, batch, (CEMS, item.source_id, item.pollutant, item.day, item.kilograms))
            for item in emissions
        ),
    )
    return _kept(desk, told, ("readings", len(rows)), found, lambda: desk.checks.add_readings(rows))


def enter_air(desk: Desk, told: Entered, days: tuple[StoredAir, ...]) -> tuple[Finding, ...]:
    """Keeps the index of days, as forecast or as measured."""
    found = entering_findings(desk, told)
    return _kept(desk, told, ("air", len(days)), found, lambda: desk.checks.add_air(days))


def meters_of(rows: tuple[StoredReading, ...]) -> tuple[MeterReading, ...]:
    """The stored readings of meters."""
    return tuple(
        MeterReading(meter_id=row.subject, day=date.fromisoformat(row.day), kwh=row.amount)
        for row in rows
        if row.kind == METER
    )


def emissions_of(rows: tuple[StoredReading, ...]) -> tuple[EmissionReading, ...]:
    """The stored readings of CEMS."""
    return tuple(
        EmissionReading(
            source_id=row.subject,
            day=date.fromisoformat(row.day),
            pollutant=Pollutant(row.pollutant),
            kilograms=row.amount,
        )
        for row in rows
        if row.kind == CEMS
    )


def visits_of(rows: tuple[StoredVisit, ...]) -> tuple[SiteCheck, ...]:
    """The stored visits."""
    return tuple(
        SiteCheck(
            owner=row.owner,
            source_id=row.source_id,
            at=row.at,
            inspector=row.inspector,
            outcome=VisitOutcome(row.outcome),
            note=row.note,
        )
        for row in rows
    )


def entering_findings(desk: Desk, told: Entered) -> tuple[Finding, ...]:
    """What stands against a person who enters or makes something of the whole city."""
    return (*_person(desk, told), *_whole_city(told))


def note_in_trace(desk: Desk, told: Entered, what: str, text: dict[str, object], *, refused: bool) -> None:
    """The line of the trace of something entered or made under a warning."""
    stored = desk.warning(told.warning_id)
    desk.append_trace(
        TraceEntry(
            at=told.at,
            person=told.person.name,
            role=told.person.role,
            city=stored.city if stored else "",
            subject=told.warning_id,
            action=f"warning.{what}",
            outcome="refused" if refused else "done",
            text=canonical(text),
        )
    )


def _kept(
    desk: Desk, told: Entered, what: tuple[str, int], found: tuple[Finding, ...], keep: Callable[[], None]
) -> tuple[Finding, ...]:
    if desk.warning(told.warning_id) is None:
        found = (*found, finding("warning.unknown", value=told.warning_id))
    refused = has_errors(found)
    if not refused:
        keep()
    codes = sorted({item.code for item in found})
    note_in_trace(desk, told, what[0], {what[0]: what[1], "findings": codes}, refused=refused)
    return found


def _person(desk: Desk, told: Entered) -> Iterator[Finding]:
    """What stands against the person: no such account, or a role that enters nothing."""
    yield from stranger_findings(desk, told.person)
    if told.person.role not in WHO_ENTERS:
        yield finding("warning.role.denied", value="checks", role=told.person.role)


def _whole_city(told: Entered) -> Iterator[Finding]:
    """What covers the whole city is not entered by the account of one county."""
    if told.person.county_code:
        yield finding("warning.role.county", value=told.person.county_code)


def _visit_offences(
    told: Entered, visits: tuple[SiteCheck, ...], newest: dict[str, StoredWarningOrder]
) -> Iterator[Finding]:
    for item in visits:
        where = Place(row=item.row)
        order = newest.get(item.owner)
        if order is None:
            yield finding("warning.visit.no_order", Severity.WARNING, where, value=item.owner)
        elif told.person.county_code and order.county_code != told.person.county_code:
            yield finding("warning.role.county", where=where, value=told.person.county_code)
        elif item.source_id and item.source_id not in {line.source_id for line in lines_of_text(order.text)}:
            yield finding("warning.visit.line", where=where, value=item.source_id, owner=item.owner)
        if not item.inspector.strip():
            yield finding("warning.visit.nobody", where=where, value=item.owner)
        if item.at > told.at:
            yield finding("warning.visit.future", where=where, value=item.at.isoformat(timespec="minutes"))


def _stored_visit(told: Entered, item: SiteCheck) -> StoredVisit:
    return StoredVisit(
        warning_id=told.warning_id,
        owner=item.owner,
        source_id=item.source_id,
        at=item.at,
        inspector=item.inspector,
        outcome=str(item.outcome),
        note=item.note,
        entered_by=told.person.name,
        entered_at=told.at,
    )


def _reading(told: Entered, batch: int, said: tuple[str, str, str, date, float]) -> StoredReading:
    kind, subject, pollutant, day, amount = said
    return StoredReading(
        warning_id=told.warning_id,
        batch=batch,
        kind=kind,
        subject=subject,
        pollutant=str(pollutant),
        day=day.isoformat(),
        amount=amount,
        entered_by=told.person.name,
        entered_at=told.at,
    )
