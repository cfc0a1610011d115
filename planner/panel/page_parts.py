"""Parts of pages: choices, names of files, an uploaded file on disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.compare import level_label
from planner.panel.names import Names
from planner.panel.words import LEVEL_SHAPES
from planner.plan import PlanDocument
from planner.terms import BEIJING, Phrasebook

__all__ = ["laid_down", "level_choice", "upload_style", "workbook_name"]


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


@contextmanager
def laid_down(name: str, content: bytes) -> Iterator[Path]:
    """An uploaded file in a folder of its own, gone when the work is done; only the last part of its name is used."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(name.replace("\\", "/")).name
        path.write_bytes(content)
        yield path
