"""The filed texts of a list: read once each, laid on their rows, compared with the codes beside them."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pandas as pd

from planner.errors import Finding
from planner.inventory import Inventory
from planner.measures.filed_checks import check_filled, check_weaker_above
from planner.measures.filed_findings import level_findings
from planner.measures.laid import LaidLevel, lay_level, read_texts, row_facts
from planner.terms import LEVELS, Measure

__all__ = ["FiledReading", "FiledTexts", "read_filed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledTexts:
    """How much of a list's texts was read: cells with a text, distinct texts, cells read."""

    texts: int
    distinct: int
    read: int

    @property
    def share(self) -> float:
        """Read cells by cells with a text, 0..1; 1 where there is none."""
        return self.read / self.texts if self.texts else 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FiledReading:
    """A list with its texts read.

    Attributes:
        inventory: the list, cells of code, kept share and duties that were empty filled from the texts.
        counts: how many texts were read.
        findings: texts that could not be read or used, and codes that disagree with their text.
    """

    inventory: Inventory
    counts: FiledTexts
    findings: tuple[Finding, ...]


def read_filed(inventory: Inventory) -> FiledReading:
    """The list with what its texts file.

    A code that stands in the list stands; an empty one is filled from its text, and where the text cannot be used it
    becomes `no_measure`, which is told. Each distinct text is read once.
    """
    frame = inventory.frame.copy()
    facts = row_facts(frame)
    texts = pd.concat([frame[f"{level}_measure_text"] for level in LEVELS], ignore_index=True)
    readings = read_texts(texts)
    levels = [lay_level(frame, facts, level, readings) for level in LEVELS]
    for laid in levels:
        _fill(frame, laid)
    findings = _findings(frame, levels, inventory.file)
    written = texts[texts != ""]
    read = int(written.isin([text for text, reading in readings.items() if reading.is_read]).sum())
    counts = FiledTexts(texts=len(written), distinct=len(readings), read=read)
    return FiledReading(inventory=replace(inventory, frame=frame), counts=counts, findings=findings)


def _findings(frame: pd.DataFrame, levels: list[LaidLevel], file: str) -> tuple[Finding, ...]:
    """What is to be told, level by level, once all their cells are filled."""
    told = [item for laid in levels for item in (*level_findings(frame, laid, file), *check_filled(frame, laid, file))]
    for milder, stricter in pairwise(levels):
        told += check_weaker_above(frame, milder, stricter, file)
    return tuple(told)


def _fill(frame: pd.DataFrame, laid: LaidLevel) -> None:
    """Empty codes, shares and duties of `frame` from the texts; of a given code only where the text says the same."""
    column, share, duty = (f"{laid.level}_{name}" for name in ("measure", "kept_share", "duties"))
    codes = laid.column("code")
    codes = np.where(codes == "", str(Measure.NO_MEASURE), codes)
    agreed = ~laid.given_code | np.asarray(frame[column] == codes)
    halted = np.isin(frame[column], [Measure.HALT, Measure.HOLD_HOT])
    kept = np.where(agreed, laid.column("kept_share").astype(float), np.where(halted, 0.0, 1.0))
    frame[column] = pd.array(np.where(laid.given_code, frame[column], codes), dtype="str")
    frame[share] = np.where(laid.given_share, frame[share], kept)
    told = np.array([";".join(item) for item in laid.column("duties")], dtype=object)
    written = frame[duty] if duty in frame else pd.Series("", index=frame.index)
    frame[duty] = pd.array(np.where(written != "", written, np.where(agreed, told, "")), dtype="str")
