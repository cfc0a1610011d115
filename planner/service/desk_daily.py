"""The day of a warning at the desk: air read and kept, the daily report, the evaluation with what checks show."""

from datetime import date, datetime
from pathlib import Path

from planner.alert import DayOfAir, natural_days
from planner.errors import Finding, FindingsError, finding
from planner.execution import DailyReport, Evaluation
from planner.rules import warning_in_force
from planner.service.desk import DayAsked, Entered, visits_of
from planner.service.desk_files import contacts
from planner.service.desk_meters import judge_readings
from planner.service.planner import Planner
from planner.sources import read_forecast
from planner.store import StoredAir

__all__ = ["FORECAST", "MEASURED", "enter_air_file", "evaluate_warning", "make_daily"]

FORECAST, MEASURED = "forecast", "measured"


def enter_air_file(
    planner: Planner, city: str, told: Entered, path: Path, kind: str
) -> tuple[tuple[StoredAir, ...], tuple[Finding, ...]]:
    """The natural days of a file kept as forecast or measured, each by the edition of the index in force on it.

    Returns:
        The days that were kept, and what the person should know of the file.

    Raises:
        FindingsError: with everything that is wrong with the file, or that stands against entering it.
    """
    series, reading = read_forecast(path)
    if series is None:
        raise FindingsError(reading)
    first = warning_in_force(planner.rulebook, planner.rules(city, series.start.date()))
    if first is None:
        raise FindingsError((finding("advice.no_law"),))
    laws = {day.start.date(): planner.rules(city, day.start.date()) for day in natural_days(series, first)}
    rows = []
    for day, rules in laws.items():
        law = warning_in_force(planner.rulebook, rules) or first
        found = next(item for item in natural_days(series, law) if item.start.date() == day)
        rows.append(_row(told, kind, found, law.standard.id))
    if not rows:
        raise FindingsError((finding("warning.air.no_day", value=path.name),))
    refused = planner.desk(city).enter_air(told, tuple(rows))
    if refused:
        raise FindingsError(refused)
    return tuple(rows), reading


def make_daily(planner: Planner, city: str, told: Entered, day: date) -> DailyReport:
    """The daily report of a warning's day, made from what the store holds, and kept.

    Raises:
        FindingsError: where the warning was not in force on that day.
    """
    desk = planner.desk(city)
    view = desk.view(told.warning_id)
    meters, emissions = judge_readings(planner, view, (day,))
    asked = DayAsked(
        day=day,
        meters=meters,
        emissions=emissions,
        names={owner: said[0] for owner, said in contacts(planner, city).items()},
        procedure=desk.procedure(told.at),
    )
    return desk.make_daily(told, asked)


def evaluate_warning(planner: Planner, city: str, warning_id: str, now: datetime) -> Evaluation:
    """The evaluation of a warning: what was ordered, what meters, CEMS and visits show of it, and the air."""
    desk = planner.desk(city)
    meters, emissions = judge_readings(planner, desk.view(warning_id))
    return desk.evaluation(warning_id, now, (meters, emissions, visits_of(desk.visits(warning_id))))


def _row(told: Entered, kind: str, day: DayOfAir, standard: str) -> StoredAir:
    return StoredAir(
        warning_id=told.warning_id,
        kind=kind,
        day=day.start.date().isoformat(),
        aqi=day.aqi,
        primary_pollutants=",".join(day.primary),
        standard=standard,
        missing_hours=day.missing_hours,
        entered_by=told.person.name,
        entered_at=told.at,
    )
