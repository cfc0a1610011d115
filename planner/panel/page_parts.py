"""Parts that more than one page shows."""

from planner.compare import level_label
from planner.panel.names import Names
from planner.panel.words import LEVEL_SHAPES
from planner.plan import PlanDocument
from planner.terms import BEIJING, Phrasebook

__all__ = ["level_choice", "upload_style", "workbook_name"]


def level_choice(phrasebook: Phrasebook, level: str) -> str:
    """A level by shape and word."""
    return f"{LEVEL_SHAPES[level]} {level_label(phrasebook, level)}"


def upload_style(phrasebook: Phrasebook) -> str:
    """A style that lets the upload button speak the reader's language: Streamlit knows English only."""
    button = '[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"] p'
    words = phrasebook.say("Choose a file")
    return f'<style>{button} {{ font-size: 0; }} {button}::after {{ content: "{words}"; font-size: .95rem; }}</style>'


def workbook_name(document: PlanDocument, names: Names, phrasebook: Phrasebook) -> str:
    """The file name of a draft workbook: city, level, first day."""
    header = document.problem.header
    return phrasebook.say(
        "Draft orders {city} {level} {day}.xlsx",
        city=names.city,
        level=level_label(phrasebook, str(header.level)),
        day=header.start.astimezone(BEIJING).strftime("%Y-%m-%d"),
    )
