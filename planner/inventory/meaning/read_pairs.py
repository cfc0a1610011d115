"""Columns that hold part of another field: longitude and latitude in one cell, the share of a limit beside its word."""

import re
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from planner.inventory.meaning.amounts import read_amount
from planner.inventory.meaning.changes import ChangeReason
from planner.inventory.meaning.columns import LIMIT
from planner.inventory.meaning.grades import read_grade
from planner.inventory.meaning.names import find_name
from planner.inventory.meaning.read_grades import put_grades
from planner.inventory.meaning.sheet_fields import SheetFields
from planner.inventory.meaning.spelling import folded
from planner.inventory.meaning.tables import RawColumn
from planner.inventory.meaning.units import Unit

__all__ = ["put_industry_grades", "put_limits", "put_positions"]

_DEGREES = re.compile(r"[0-9]{1,3}\.[0-9]+")
_BARE_LIMITS = frozenset({"限产", "限产限排", "降负荷", "降低生产负荷", "降低负荷", "限制生产"})
_WHOLE = 1.0


def put_positions(read: SheetFields, column: RawColumn) -> None:
    """Longitude and latitude of one cell: in China the greater number is the longitude."""
    for name, pick in (("longitude", max), ("latitude", min)):
        if name in read.fields:
            continue
        codes, distinct = pd.factorize(column.texts)
        new = [_degree(text, pick) for text in distinct.tolist()]
        texts = np.array(new, dtype=object)[codes]
        read.put(name, texts, column.guess.header)
        where = np.flatnonzero((texts != column.texts) & (texts != ""))
        read.note(name, where, column.texts[where], ChangeReason.SPLIT)


def _degree(text: str, pick: object) -> str:
    numbers = _DEGREES.findall(folded(text))
    if len(numbers) != 2 or not callable(pick):  # noqa: PLR2004 - a pair
        return text if text.strip() else ""
    return str(pick(numbers, key=float))


def put_industry_grades(read: SheetFields, column: RawColumn) -> None:
    """Key industry and grade of one cell, 砖瓦窑B级; a cell of which either part cannot be read stays whole."""
    codes, distinct = pd.factorize(column.texts)
    pairs = [_industry_and_grade(str(text), read) for text in distinct.tolist()]
    texts = np.array([kind for kind, _ in pairs], dtype=object)[codes]
    read.put("key_industry", texts, column.guess.header)
    where = np.flatnonzero(texts != column.texts)
    read.note("key_industry", where, column.texts[where], ChangeReason.SPLIT)
    grades = np.array([grade for _, grade in pairs], dtype=object)[codes]
    put_grades(read, replace(column, texts=grades))


def _industry_and_grade(text: str, read: SheetFields) -> tuple[str, str]:
    """The industry's code and the words of the grade; the text itself and '' where it does not come apart."""
    word = folded(text).replace("/", "").replace(":", "")
    for at in range(len(word) - 1, 1, -1):
        found = find_name(word[:at].rstrip("(-、,"), read.context.industries)
        rest = word[at:].lstrip("(-、,").rstrip(")、,")
        if found is not None and rest and read_grade(rest).is_read:
            return found.code, rest
    return text, ""


def put_limits(read: SheetFields, columns: Mapping[str, RawColumn]) -> None:
    """The share of a limit joined to the measure's bare word, 限产 and 30 % as 限产30%; alone it is the measure."""
    for name, column in columns.items():
        field = f"{name.removesuffix(LIMIT)}_measure_text"
        old = read.cells(field)
        new = old.copy()
        for at, (text, share) in enumerate(zip(old.tolist(), column.texts.tolist(), strict=True)):
            percent = _percent(share, column.guess.unit) if share.strip() else None
            if percent and (not text or folded(text) in _BARE_LIMITS):
                new[at] = f"限产{percent}%"
        read.put(field, new, column.guess.header)
        where = np.flatnonzero(new != old)
        if len(where):
            read.note(field, where, old[where], ChangeReason.WORD, column.guess.header)


def _percent(text: str, unit: Unit | None) -> str:
    """The share as percent, '' where it is none or 0: 30%, 0.3 and, under a header in percent, 30."""
    amount = read_amount(text)
    stated = amount.unit or unit
    if amount.number is None or not amount.number:
        return ""
    if stated is None:
        return f"{amount.number * 100:g}" if amount.number <= _WHOLE else f"{amount.number:g}"
    return f"{amount.number * stated.factor * 100:g}"
