"""Parts that more than one page shows."""

from planner.compare import level_label
from planner.panel.names import Names
from planner.panel.words import LEVEL_SHAPES
from planner.plan import PlanDocument
from planner.terms import BEIJING, Phrasebook

__all__ = ["level_choice", "workbook_name"]


def level_choice(phrasebook: Phrasebook, level: str) -> str:
    """A level by shape and word."""
    return f"{LEVEL_SHAPES[level]} {level_label(phrasebook, level)}"


def workbook_name(document: PlanDocument, names: Names, phrasebook: Phrasebook) -> str:
    """The file name of a draft workbook: city, level, first day."""
    header = document.problem.header
    return phrasebook.say(
        "Draft orders {city} {level} {day}.xlsx",
        city=names.city,
        level=level_label(phrasebook, str(header.level)),
        day=header.start.astimezone(BEIJING).strftime("%Y-%m-%d"),
    )
