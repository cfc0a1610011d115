"""The daily report of a warning from the store alone, and the reports that were kept."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from pydantic import TypeAdapter

from planner.episode import Act, ActKind, AirWarning, InForce, OrderKind, Procedure, clocks_of, fold_acts, next_clock
from planner.errors import Finding, FindingsError, finding
from planner.execution import (
    AirCompared,
    DailyFacts,
    DailyReport,
    DayChange,
    EmissionFinding,
    IssuedOrder,
    MeterFinding,
    NextDeadline,
    SiteCheck,
    daily_report,
)
from planner.service.desk.act_text import canonical
from planner.service.desk.entering import Entered, entering_findings, note_in_trace, visits_of
from planner.service.desk.neighbours import receipts_beside, standing_orders
from planner.service.desk.receipts import last_receipts
from planner.service.desk.records import WarningView
from planner.store import Desk, StoredAir, StoredDaily, StoredReceipt, StoredWarningOrder
from planner.terms import BEIJING

__all__ = ["DayAsked", "kept_dailies", "make_daily", "refuse_daily"]

CHANGING = (ActKind.ISSUE, ActKind.ADJUST, ActKind.LIFT, ActKind.MERGE)
TOLD = (*CHANGING, ActKind.NOTICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAsked:
    """The day of a report with what the list lets be said about it.

    Attributes:
        meters, emissions: findings of the day.
        names: name of each owner.
        procedure: the law of the procedure, for the next deadline.
    """

    day: date
    meters: tuple[MeterFinding, ...]
    emissions: tuple[EmissionFinding, ...]
    names: dict[str, str]
    procedure: Procedure

    @property
    def begins(self) -> datetime:
        """First moment of the day in Beijing."""
        return datetime.combine(self.day, time(), BEIJING)

    def until(self, now: datetime) -> datetime:
        """Up to when everything counts: the end of the day, or now."""
        return min(now, self.begins + timedelta(days=1))


@cache
def _adapter() -> TypeAdapter[DailyReport]:
    return TypeAdapter(DailyReport)


def make_daily(desk: Desk, told: Entered, view: WarningView, asked: DayAsked) -> DailyReport:
    """The report of a day, made and kept.

    Raises:
        FindingsError: where the person may not, the day has not begun or the warning was not in force on it.
    """
    refused = entering_findings(desk, told)
    if refused:
        raise FindingsError(refused)
    report = daily_report(_facts(desk, told, view, asked))
    text = canonical(_adapter().dump_python(report, mode="json"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    desk.checks.add_daily(
        StoredDaily(
            warning_id=told.warning_id,
            day=asked.day.isoformat(),
            made_by=told.person.name,
            made_at=told.at,
            sha256=digest,
            text=text,
        )
    )
    note_in_trace(desk, told, "daily", {"day": asked.day.isoformat(), "sha256": digest}, refused=False)
    return report


def refuse_daily(desk: Desk, told: Entered, day: date, refused: tuple[Finding, ...]) -> None:
    """The line in the trace of a report that was asked for and not made."""
    codes = sorted({item.code for item in refused})
    note_in_trace(desk, told, "daily", {"day": day.isoformat(), "findings": codes}, refused=True)


def kept_dailies(desk: Desk, warning_id: str) -> tuple[DailyReport, ...]:
    """The reports of a warning as they were made, the first one first."""
    return tuple(_adapter().validate_json(item.text) for item in desk.checks.dailies(warning_id))


def _facts(desk: Desk, told: Entered, view: WarningView, asked: DayAsked) -> DailyFacts:
    cut = asked.until(told.at)
    state, held = _at(view, asked, cut)
    orders = tuple(item for item in view.orders if item.created_at <= cut)
    beside = tuple(item for item in view.beside if item.created_at <= cut)
    standing = standing_orders(told.warning_id, orders, beside)
    clock = next_clock(clocks_of(state, asked.procedure, cut), cut)
    return DailyFacts(
        warning_id=told.warning_id,
        city=state.city,
        is_exercise=state.is_exercise,
        day=asked.day,
        made_at=told.at,
        made_by=told.person.name,
        level=held.terms.level,
        in_force_since=held.since,
        start=held.terms.start,
        end=held.terms.end,
        orders_version=held.version,
        orders=_orders(standing, (item for item in receipts_beside(desk, view.warning) if item.at <= cut), asked.names),
        meters=asked.meters,
        emissions=asked.emissions,
        visits=_visits(visits_of(desk.checks.visits(told.warning_id)), asked, cut),
        air=_air(desk.checks.air(told.warning_id), asked.day),
        changes=_changes(view.acts, orders, asked, cut),
        deadline=None
        if clock is None
        else NextDeadline(name=str(clock.name), due=clock.due, is_overdue=clock.is_overdue),
    )


def _at(view: WarningView, asked: DayAsked, cut: datetime) -> tuple[AirWarning, InForce]:
    """The state at a moment, and what was in force last on that day."""
    warning = view.warning
    if cut <= asked.begins:
        raise FindingsError((finding("warning.daily.future", value=asked.day),))
    acts = [act for act in view.acts if act.at <= cut]
    ended = [place for place, act in enumerate(acts) if act.kind in (ActKind.LIFT, ActKind.MERGE)]
    held = None
    if acts and not (ended and acts[ended[0]].at < asked.begins):
        before = acts[: ended[0]] if ended else acts
        held = fold_acts(warning.warning_id, warning.city, before, is_exercise=warning.is_exercise).in_force
    if held is None:
        raise FindingsError((finding("warning.daily.not_in_force", value=asked.day),))
    return fold_acts(warning.warning_id, warning.city, acts, is_exercise=warning.is_exercise), held


def _orders(
    orders: tuple[StoredWarningOrder, ...], receipts: Iterable[StoredReceipt], names: dict[str, str]
) -> tuple[IssuedOrder, ...]:
    last = last_receipts(receipts)
    return tuple(
        IssuedOrder(
            owner=item.owner,
            name=names.get(item.owner, item.owner),
            county_code=item.county_code,
            kind=item.kind,
            receipt=last[item.number].state if item.number in last else "",
        )
        for item in orders
    )


def _visits(visits: tuple[SiteCheck, ...], asked: DayAsked, cut: datetime) -> tuple[SiteCheck, ...]:
    return tuple(item for item in visits if asked.begins <= item.at <= cut)


def _air(rows: tuple[StoredAir, ...], day: date) -> AirCompared:
    known = {row.kind: row for row in rows if row.day == day.isoformat()}
    forecast, measured = known.get("forecast"), known.get("measured")
    named = measured or forecast
    return AirCompared(
        forecast=forecast.aqi if forecast else None,
        measured=measured.aqi if measured else None,
        forecast_primary=_codes(forecast),
        measured_primary=_codes(measured),
        standard=named.standard if named else "",
        missing_hours=measured.missing_hours if measured else 0,
    )


def _codes(row: StoredAir | None) -> tuple[str, ...]:
    return tuple(code for code in row.primary_pollutants.split(",") if code) if row else ()


def _changes(
    acts: tuple[Act, ...], orders: tuple[StoredWarningOrder, ...], asked: DayAsked, cut: datetime
) -> tuple[DayChange, ...]:
    """The acts of the day that changed what is in force, each with the orders that it made."""
    versions = {act.number: place for place, act in enumerate((act for act in acts if act.kind in CHANGING), start=1)}
    told = [act for act in acts if act.kind in TOLD and asked.begins <= act.at <= cut]
    made = {act.number: [item.kind for item in orders if item.version == versions.get(act.number)] for act in told}
    return tuple(
        DayChange(
            at=act.at,
            kind=str(act.kind),
            person=act.person,
            reason=act.reason,
            starts=made[act.number].count(OrderKind.START),
            changes=made[act.number].count(OrderKind.CHANGE),
            releases=made[act.number].count(OrderKind.RELEASE),
        )
        for act in told
    )
