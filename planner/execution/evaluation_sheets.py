"""The tables of an evaluation (事后评估)."""

from collections.abc import Callable, Iterable

from planner.execution.evaluation import Evaluation, OrderedAmount
from planner.execution.sheets import Cell, PlaceNames, Sheet
from planner.terms import N_, POLLUTANTS, Phrasebook

__all__ = ["evaluation_sheets"]

POLLUTANT_NAMES = {"so2": N_("SO2"), "nox": N_("NOx"), "pm": N_("PM"), "vocs": N_("VOCs")}


def evaluation_sheets(found: Evaluation, names: PlaceNames, phrasebook: Phrasebook) -> tuple[Sheet, ...]:
    """The tables of an evaluation: total, counties, industries, hours of versions, forecast and measured air."""
    say = phrasebook.say
    headers = _amount_headers(phrasebook)
    air = tuple((item.day.isoformat(), _index(item.forecast), _index(item.measured)) for item in found.air)
    return (
        Sheet(title=say(N_("Total")), headers=headers, rows=_amounts((found.total,), lambda _: say(N_("Total")))),
        Sheet(title=say(N_("By county")), headers=headers, rows=_amounts(found.by_county, names.county)),
        Sheet(title=say(N_("By industry")), headers=headers, rows=_amounts(found.by_industry, names.industry)),
        Sheet(
            title=say(N_("Hours in force")),
            headers=(say(N_("Version of the orders")), say(N_("Hours"))),
            rows=found.hours,
        ),
        Sheet(
            title=say(N_("Air")),
            headers=(say(N_("Day")), say(N_("AQI forecast")), say(N_("AQI measured"))),
            rows=air,
        ),
    )


def _amount_headers(phrasebook: Phrasebook) -> tuple[str, ...]:
    say = phrasebook.say
    named = [say(POLLUTANT_NAMES[str(item)]) for item in POLLUTANTS]
    columns = (N_("{name} ordered, kg"), N_("{name} checked, kg"), N_("{name} achieved, kg"))
    return ("", *(say(column, name=name) for name in named for column in columns), say(N_("Cost, yuan")))


def _amounts(items: Iterable[OrderedAmount], label: Callable[[str], str]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((label(item.name), *_kilograms(item), item.cost_yuan) for item in items)


def _kilograms(item: OrderedAmount) -> tuple[float, ...]:
    """Ordered, checked and achieved of each pollutant."""
    parts = (item.kilograms, item.checked, item.achieved)
    return tuple(part[place] for place in range(len(POLLUTANTS)) for part in parts)


def _index(value: int | None) -> Cell:
    return "" if value is None else value
