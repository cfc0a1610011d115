"""Cells that hold a day: ISO 8601 and in the calendar, everything else with the day that it most likely means."""

import re
from datetime import date
from unicodedata import normalize

import numpy as np
import pandas as pd

from planner.inventory.cell_patterns import FORMULA_SIGNS
from planner.inventory.list_columns import Flags, Offence

__all__ = ["are_days", "date_offence"]

_DAY = "20[0-9]{2}-[0-9]{2}-[0-9]{2}"
_SPELLED = (
    re.compile(r"(20[0-9]{2})[-/.年]\s*([0-9]{1,2})[-/.月]\s*([0-9]{1,2})日?(?:[T ]00:00(?::00)?)?"),
    re.compile(r"(20[0-9]{2})([0-9]{2})([0-9]{2})"),
)


def are_days(texts: pd.Series) -> Flags:
    """Which texts are days of this century written YYYY-MM-DD."""
    clean = np.array(texts.str.fullmatch(_DAY), dtype=np.bool_)
    shaped = np.flatnonzero(clean)
    days = pd.to_datetime(texts.iloc[shaped], format="%Y-%m-%d", errors="coerce")
    clean[shaped] = days.notna().to_numpy()
    return clean


def date_offence(text: str) -> Offence:
    """Why a text is no day, with the day that it most likely means.

    >>> date_offence("2026年11月1日").values
    (('meant', '2026-11-01'),)
    """
    plain = normalize("NFKC", text)
    if plain[:1] and plain[:1] in FORMULA_SIGNS.replace("\\", ""):
        return Offence(code="list.cell.formula", values=(("sign", plain[:1]),))
    for pattern in _SPELLED:
        found = pattern.fullmatch(plain)
        meant = _iso(*(int(part) for part in found.groups())) if found else ""
        if meant:
            return Offence(code="list.date.spelling", values=(("meant", meant),))
    return Offence(code="list.date.not_a_day")


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
