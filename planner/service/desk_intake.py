"""Files that come in at the desk through a page: read, and kept all or none."""

from datetime import datetime
from pathlib import Path

from planner.errors import Finding, FindingsError, has_errors
from planner.service.desk import Entered, Person, WarningView
from planner.service.planner import Planner
from planner.sources import read_emissions, read_meters, read_receipts, read_visits

__all__ = ["enter_emission_file", "enter_meter_file", "enter_receipt_file", "enter_visit_file"]

Who = tuple[Person, datetime]
Kept = tuple[int, tuple[Finding, ...]]


def enter_receipt_file(planner: Planner, view: WarningView, path: Path, who: Who) -> Kept:
    """How many receipts of a file were given, and what stands against them.

    Raises:
        FindingsError: with everything that is wrong with the file.
    """
    given, reading = read_receipts(path, who[1])
    _stop_at(reading)
    findings = planner.desk(view.warning.city).enter_receipts(view.warning.warning_id, given, *who)
    return len(given), (*reading, *findings)


def enter_meter_file(planner: Planner, view: WarningView, path: Path, who: Who) -> Kept:
    """The same for readings of meters."""
    given, reading = read_meters(path)
    _stop_at(reading)
    return len(given), planner.desk(view.warning.city).enter_readings(_entered(view, who), given, ())


def enter_emission_file(planner: Planner, view: WarningView, path: Path, who: Who) -> Kept:
    """The same for readings of CEMS."""
    given, reading = read_emissions(path)
    _stop_at(reading)
    return len(given), planner.desk(view.warning.city).enter_readings(_entered(view, who), (), given)


def enter_visit_file(planner: Planner, view: WarningView, path: Path, who: Who) -> Kept:
    """The same for visits on site."""
    given, reading = read_visits(path)
    _stop_at(reading)
    return len(given), planner.desk(view.warning.city).enter_visits(_entered(view, who), given)


def _entered(view: WarningView, who: Who) -> Entered:
    return Entered(warning_id=view.warning.warning_id, person=who[0], at=who[1])


def _stop_at(reading: tuple[Finding, ...]) -> None:
    if has_errors(reading):
        raise FindingsError(reading)
