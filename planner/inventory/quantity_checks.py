"""Whether the quantities of a row agree with each other."""

from collections.abc import Iterable

import numpy as np

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.list_columns import Flags
from planner.terms import POLLUTANTS, Guarantee, OperatingStatus

__all__ = ["check_quantities"]


def check_quantities(rows: CheckedList) -> list[Finding]:
    """Findings about kilograms and loads."""
    pm, pm10, pm25 = "pm_kg_per_day", "pm10_kg_per_day", "pm25_kg_per_day"
    return [
        *rows.findings("list.quantity.pm10_above_pm", pm10, _above(rows, pm10, pm), {"whole": pm}),
        *rows.findings("list.quantity.pm25_above_pm10", pm25, _above(rows, pm25, pm10), {"whole": pm10}),
        *_no_emission(rows),
        *_no_minimum_load(rows),
    ]


def _above(rows: CheckedList, part: str, whole: str) -> Flags:
    return flags(rows.number(part) > rows.number(whole))


def _no_emission(rows: CheckedList) -> Iterable[Finding]:
    kilograms = np.stack([rows.number(f"{pollutant}_kg_per_day") for pollutant in POLLUTANTS])
    silent = flags((kilograms == 0).all(axis=0)) & rows.says("status", OperatingStatus.RUNNING)
    return rows.findings("list.quantity.no_emission", "pm_kg_per_day", silent, severity=Severity.NOTE)


def _no_minimum_load(rows: CheckedList) -> Iterable[Finding]:
    """A line that cannot stop, or a guarantee, without a lowest load: nothing says how far it may go down."""
    held = flags(rows.text("guarantee") != "") & ~rows.says("guarantee", Guarantee.NONE)
    bound = (rows.says("can_stop", "0") | held) & rows.of_enterprise
    none = flags(rows.number("minimum_load_share") == 0)
    return rows.findings("list.load.no_minimum", "minimum_load_share", bound & none, None, Severity.WARNING)
