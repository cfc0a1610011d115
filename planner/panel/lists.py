"""The list in force and its versions, in words and as a table."""

import math
from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

import pandas as pd

from planner.inventory import Inventory
from planner.measures import FiledTexts
from planner.panel.amounts import count_text, moment_text, tonnes_text
from planner.panel.words import POLLUTANT_SHORT
from planner.terms import N_, POLLUTANTS, Phrasebook

__all__ = ["ListVersionLike", "LoadedListLike", "list_facts", "texts_sentence", "version_frame"]

FINGERPRINT = 16
"""Characters of a digest that a reader compares by eye."""


class LoadedListLike(Protocol):
    """What the page shows of the list in force."""

    @property
    def inventory(self) -> Inventory:
        """The checked list."""

    @property
    def file(self) -> str:
        """Name of the file."""

    @property
    def version(self) -> int:
        """Version, 0 for the demonstration list."""

    @property
    def is_demo(self) -> bool:
        """Whether it is the demonstration list."""

    @property
    def imported_at(self) -> datetime | None:
        """When it was imported, None for the demonstration list."""

    @property
    def measures(self) -> FiledTexts | None:
        """How many of its texts of filed measures were read."""


class ListVersionLike(Protocol):
    """What the page shows of a version of a list."""

    @property
    def version(self) -> int:
        """Counted from 1."""

    @property
    def file(self) -> str:
        """Name of the file."""

    @property
    def rows(self) -> int:
        """Rows of data."""

    @property
    def sha256(self) -> str:
        """Digest over the file."""

    @property
    def imported_at(self) -> datetime:
        """When it was imported."""


def version_frame(versions: Iterable[ListVersionLike], phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a version as given: `version`, `file`, `rows`, `imported_at`, `sha256`."""
    rows = [
        (item.version, item.file, item.rows, moment_text(phrasebook, item.imported_at), item.sha256[:FINGERPRINT])
        for item in versions
    ]
    return pd.DataFrame(rows, columns=["version", "file", "rows", "imported_at", "sha256"])


def list_facts(loaded: LoadedListLike, phrasebook: Phrasebook) -> tuple[tuple[str, str], ...]:
    """(label, value) pairs: version, enterprises, rows, and the base of each pollutant as the list gives it."""
    frame = loaded.inventory.frame
    firms = frame.loc[frame["enterprise_id"] != "", "enterprise_id"].nunique()
    running = frame[frame["status"] == "running"]
    base = tuple(
        (
            phrasebook.say("Base {pollutant}", pollutant=POLLUTANT_SHORT[name]),
            tonnes_text(phrasebook, float(running[f"{name}_kg_per_day"].sum())),
        )
        for name in map(str, POLLUTANTS)
    )
    return (
        (phrasebook.say("Version"), _version(loaded, phrasebook)),
        (phrasebook.say("Enterprises"), count_text(phrasebook, int(firms))),
        (phrasebook.say("Rows"), count_text(phrasebook, len(frame))),
        *base,
        *_texts(loaded, phrasebook),
    )


def _texts(loaded: LoadedListLike, phrasebook: Phrasebook) -> tuple[tuple[str, str], ...]:
    counts = loaded.measures
    if counts is None or not counts.texts:
        return ()
    read = phrasebook.say(
        "{read} of {texts}", read=count_text(phrasebook, counts.read), texts=count_text(phrasebook, counts.texts)
    )
    return ((phrasebook.say("Measure texts read"), f"{read} ({_share(counts)} %)"),)


def texts_sentence(counts: FiledTexts, phrasebook: Phrasebook) -> str:
    """How many texts of filed measures were read."""
    sentence = N_("Filed measures in words: {read} of {texts} texts read ({share} %), {distinct} different ones.")
    values = {name: count_text(phrasebook, getattr(counts, name)) for name in ("read", "texts", "distinct")}
    return phrasebook.say(sentence, share=_share(counts), **values)


def _share(counts: FiledTexts) -> str:
    """Percent, rounded down, so that 100 means all of them."""
    return f"{math.floor(counts.share * 1000) / 10:g}"


def _version(loaded: LoadedListLike, phrasebook: Phrasebook) -> str:
    if loaded.is_demo:
        return phrasebook.say("Demonstration list")
    moment = moment_text(phrasebook, loaded.imported_at)
    return phrasebook.say("No. {number} · {moment}", number=loaded.version, moment=moment)
