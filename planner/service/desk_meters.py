"""Readings of meters and CEMS against the orders of a warning (督查核查), by the normal use that the list tells."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from math import isfinite

import pandas as pd

from planner.episode import HeldLine, OrderKind, apply_act, held_lines, holds_all_day, open_warning
from planner.errors import FindingsError
from planner.execution import (
    EmissionFinding,
    EmissionNormal,
    EmissionReading,
    MeterFinding,
    MeterNormal,
    MeterReading,
    check_emissions,
    check_law,
    check_meters,
)
from planner.service.desk import WarningView, emissions_of, lines_of_text, meters_of
from planner.service.lists import frozen_list, list_codes
from planner.service.planner import Planner
from planner.service.records import LoadedList
from planner.store import StoredWarningOrder
from planner.terms import BEIJING, POLLUTANTS, SourceKind

__all__ = ["check_readings", "judge_readings", "list_on"]

Held = dict[str, list[HeldLine]]
Row = Mapping[Hashable, object]


def check_readings(planner: Planner, view: WarningView, readings: tuple[MeterReading, ...]) -> tuple[MeterFinding, ...]:
    """What the meters of the list that was frozen at the issue say on the days that were read.

    Orders hold from the day of their start on, until a later order takes their place; what was read on other days is
    judged as without an order.
    """
    days = sorted({reading.day for reading in readings})
    return tuple(item for day in days for item in _meters(planner, view, readings, day))


def judge_readings(
    planner: Planner, view: WarningView, days: Iterable[date] | None = None
) -> tuple[tuple[MeterFinding, ...], tuple[EmissionFinding, ...]]:
    """What the readings kept with a warning say by the list frozen at its issue; nothing where it cannot be read.

    Args:
        days: the days to be judged, with orders that nothing was read of; None: every day that was read.
    """
    stored = planner.desk(view.warning.city).readings(view.warning.warning_id)
    meters, emissions = meters_of(stored), emissions_of(stored)
    read = {item.day for item in meters} | {item.day for item in emissions}
    wanted = sorted(read if days is None else set(days))
    try:
        return (
            tuple(item for day in wanted for item in _meters(planner, view, meters, day)),
            tuple(item for day in wanted for item in _emissions(planner, view, emissions, day)),
        )
    except FindingsError:
        return (), ()


def _meters(
    planner: Planner, view: WarningView, readings: tuple[MeterReading, ...], day: date
) -> tuple[MeterFinding, ...]:
    held, frame = _held((*view.orders, *view.beside)), _frame(planner, view, day)
    lines = frame[frame["source_kind"].isin([SourceKind.LINE, SourceKind.BOILER]) & (frame["meter_id"] != "")]
    normals = [_meter_normal(row, _share(held, row, day)) for row in lines.to_dict("records")]
    law = check_law(planner.rules(view.warning.city, day))
    return check_meters(normals, [item for item in readings if item.day == day], [day], law)


def _emissions(
    planner: Planner, view: WarningView, readings: tuple[EmissionReading, ...], day: date
) -> tuple[EmissionFinding, ...]:
    todays = [item for item in readings if item.day == day]
    if not todays:
        return ()
    held, frame = _held((*view.orders, *view.beside)), _frame(planner, view, day)
    rows = frame[frame["source_id"].isin({item.source_id for item in todays})].to_dict("records")
    normals = [item for row in rows for item in _emission_normals(row, _share(held, row, day))]
    return check_emissions(normals, todays, check_law(planner.rules(view.warning.city, day)))


def list_on(planner: Planner, view: WarningView, day: date) -> tuple[LoadedList, bool]:
    """The list by which a day under a warning is judged, and whether it is the one frozen with the orders of that day.

    A plan from a file that was never imported leaves no list in the store: then the list in use has to serve.

    Raises:
        FindingsError: where no list can be read.
    """
    city, digest = view.warning.city, _list_sha256(view, day)
    codes, demo = list_codes(planner.rulebook, city), planner.assets / "data" / "enterprises.csv"
    found = frozen_list(planner.store, demo, planner.dictionary, codes, (city, digest)) if digest else None
    return (planner.current_list(city), False) if found is None else (found, True)


def _list_sha256(view: WarningView, day: date) -> str:
    """The hash of the list behind what was in force at the end of a day, or first after it; '' before any issue."""
    until = datetime.combine(day + timedelta(days=1), time(), BEIJING)
    acts = view.acts
    state = open_warning(view.warning.warning_id, view.warning.city, acts[0], is_exercise=view.warning.is_exercise)
    found = ""
    for act in acts[1:]:
        state = apply_act(state, act)
        if state.in_force is not None and (not found or act.at < until):
            found = state.in_force.plans[0].list_sha256
    return found


def _frame(planner: Planner, view: WarningView, day: date) -> pd.DataFrame:
    return list_on(planner, view, day)[0].inventory.frame


def _held(orders: Iterable[StoredWarningOrder]) -> Held:
    """The lines of all orders with the time in which each holds, by source."""
    by_owner: dict[str, list[StoredWarningOrder]] = {}
    for order in sorted(orders, key=lambda item: (item.created_at, item.version, item.number)):
        by_owner.setdefault(order.owner, []).append(order)
    found: Held = {}
    for own in by_owner.values():
        for item in held_lines((OrderKind(order.kind), lines_of_text(order.text)) for order in own):
            found.setdefault(item.line.source_id, []).append(item)
    return found


def _share(held: Held, row: Row, day: date) -> float | None:
    """The kept share of a line's order on a day, None where none holds all day."""
    own = [item for item in held.get(str(row["source_id"]), ()) if holds_all_day(item, day)]
    return own[-1].line.kept_share if own else None


def _meter_normal(row: Row, share: float | None) -> MeterNormal:
    return MeterNormal(
        meter_id=str(row["meter_id"]),
        source_id=str(row["source_id"]),
        enterprise_id=str(row["enterprise_id"]),
        enterprise_name=str(row["enterprise_name"]),
        county_code=str(row["county_code"]),
        kwh_per_day=_number(row["electricity_kwh_per_day"]),
        kept_share=1.0 if share is None else share,
        is_ordered=share is not None,
    )


def _emission_normals(row: Row, share: float | None) -> tuple[EmissionNormal, ...]:
    return tuple(
        EmissionNormal(
            source_id=str(row["source_id"]),
            enterprise_id=str(row["enterprise_id"]) or str(row["source_id"]),
            enterprise_name=str(row["enterprise_name"]),
            county_code=str(row["county_code"]),
            pollutant=pollutant,
            kg_per_day=_number(row[f"{pollutant}_kg_per_day"]),
            kept_share=1.0 if share is None else share,
            is_ordered=share is not None,
        )
        for pollutant in POLLUTANTS
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, float) and isfinite(value) else None
