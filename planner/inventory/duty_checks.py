"""Whether the duties that a list gives beside a filed measure are codes with the numbers that they need."""

import re
from collections.abc import Iterable

import numpy as np

from planner.errors import Finding
from planner.inventory.checked_list import CheckedList
from planner.inventory.code_registers import nearest_code
from planner.inventory.list_columns import Offence, cell_findings
from planner.terms import DUTY_MEASURES, LEVELS, LOAD_MEASURES, Level, Measure, split_tag

__all__ = ["check_duties"]

_NO_WORDS = frozenset({Measure.HALT, Measure.HOLD_HOT, Measure.LIMIT, Measure.HALT_LINES})
"""Loads that the column of the measure says whole; the others carry hours, heats or a cycle beside it."""

_KNOWN = tuple(sorted({str(item) for item in (*DUTY_MEASURES, *(LOAD_MEASURES - _NO_WORDS))}))
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def check_duties(rows: CheckedList) -> list[Finding]:
    """Findings about the duties of all levels: codes joined by semicolons, each known, its details numbers."""
    return [item for level in LEVELS for item in _one_level(rows, level)]


def _one_level(rows: CheckedList, level: Level) -> Iterable[Finding]:
    column = rows.columns[f"{level}_duties"]
    judged = ((joined, _offence(joined)) for joined in set(column.texts.tolist()) - {""})
    offences = {joined: offence for joined, offence in judged if offence is not None}
    positions = np.flatnonzero(column.texts.isin(offences))
    return cell_findings(column.read, positions, lambda at, _: offences[str(column.texts.iloc[at])])


def _offence(joined: str) -> Offence | None:
    """The first duty that is none; None where all are."""
    found = (_wrong(duty.strip()) for duty in joined.split(";"))
    return next((offence for offence in found if offence is not None), None)


def _wrong(duty: str) -> Offence | None:
    code, details = split_tag(duty)
    if code not in _KNOWN:
        near = nearest_code(code, _KNOWN) or ", ".join(_KNOWN)
        return Offence(code="list.measure.unknown_duty", values=(("duty", duty), ("near", near)))
    wrong = next((item for item in details if not _NUMBER.fullmatch(item)), None)
    return Offence(code="list.measure.duty_number", values=(("duty", duty),)) if wrong is not None else None
