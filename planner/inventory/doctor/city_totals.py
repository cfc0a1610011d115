"""Whether a list carries more kilograms than the city has."""

from collections.abc import Iterable

from planner.errors import Finding, Place, Severity, finding
from planner.inventory.records import Inventory
from planner.terms import OperatingStatus, Pollutant

__all__ = ["check_city_totals"]


def check_city_totals(inventory: Inventory, totals: tuple[tuple[Pollutant, float], ...]) -> Iterable[Finding]:
    """A warning for each pollutant of which the running rows carry more than the city's total.

    Args:
        inventory: the checked list.
        totals: kilograms of a normal day in the whole society, from the city's inventory.
    """
    running = inventory.frame[inventory.frame["status"] == str(OperatingStatus.RUNNING)]
    for pollutant, total in totals:
        column = f"{pollutant}_kg_per_day"
        listed = float(running[column].sum())
        if listed > total:
            yield finding(
                "list.total.above_city",
                Severity.WARNING,
                Place(file=inventory.file, column=column),
                pollutant=str(pollutant),
                listed=f"{listed:.0f}",
                total=f"{total:.0f}",
            )
