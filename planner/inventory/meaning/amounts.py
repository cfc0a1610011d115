"""A number as people write it: grouped, full-width, with its unit, in ten thousands."""

import re
from dataclasses import dataclass

from planner.inventory.meaning.spelling import NOTHING, folded
from planner.inventory.meaning.units import Unit, read_unit

__all__ = ["Amount", "Doubt", "read_amount"]

_NUMBER = re.compile(r"([+-]?(?:[0-9]{1,3}(?:[,'][0-9]{3})+|[0-9]+)?(?:\.[0-9]*)?(?:e[+-]?[0-9]+)?)(.*)", re.DOTALL)
_SIXTY = 60.0
_TEN_THOUSANDS = {"万": 1e4, "亿": 1e8}
_ARC = re.compile(
    r"(?:东经|北纬|[en])?([0-9]{1,3})(?:°|度)([0-9]{1,2}(?:\.[0-9]+)?)(?:'|′|’|‘|分)"
    r"(?:([0-9]{1,2}(?:\.[0-9]+)?)(?:\"|″|′′|''|”|“|秒)?)?(?:[en])?"
)
"""Degrees, minutes and seconds of an arc: 113°22′54.48″."""
_ABOUT = re.compile(r"^(?:约|大约|≈|~)|(?:左右|上下)$")


class Doubt:
    """Why a text gives no sure number."""

    NOT_A_NUMBER = "not_a_number"
    ABOUT = "about"
    UNIT = "unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """What a cell of numbers says.

    Attributes:
        number: None where it says nothing or cannot be read.
        unit: the unit that stands in the cell, None where none does.
        is_nothing: it holds a word for nothing.
        doubt: '' where it is sure, else a word of Doubt.
    """

    number: float | None = None
    unit: Unit | None = None
    is_nothing: bool = False
    doubt: str = ""


def read_amount(text: str) -> Amount:
    """The number of a cell.

    >>> read_amount("１２，３４５.6").number
    12345.6
    >>> read_amount("1.2万吨").unit.factor
    10000000.0
    """
    word = folded(text).replace("，", ",").replace("、", ",")
    if word in NOTHING:
        return Amount(is_nothing=True)
    arc = _ARC.fullmatch(word)
    if arc:
        return _degrees(arc)
    bare = _ABOUT.sub("", word)
    found = _NUMBER.fullmatch(bare)
    if found is None or not any(sign.isdigit() for sign in found[1]):
        return Amount(doubt=Doubt.NOT_A_NUMBER)
    number, tail = float(re.sub("[,']", "", found[1])), found[2]
    about = Doubt.ABOUT if bare != word else ""
    if not tail:
        return Amount(number=number, doubt=about)
    return _with_tail(number, tail, about)


def _degrees(arc: re.Match[str]) -> Amount:
    """Degrees with their fraction; 60 minutes are no angle, 60.00 seconds are rounded ones."""
    minutes, seconds = float(arc[2]), float(arc[3] or 0)
    if minutes >= _SIXTY or seconds > _SIXTY:
        return Amount(doubt=Doubt.NOT_A_NUMBER)
    number = float(arc[1]) + minutes / _SIXTY + seconds / _SIXTY**2
    return Amount(number=round(number, 6), unit=read_unit("°"))


def _with_tail(number: float, tail: str, about: str) -> Amount:
    """The amount with what follows its number: a unit, a power, or something that is neither."""
    unit = read_unit(tail.strip("()"))
    if unit is not None:
        return Amount(number=number, unit=unit, doubt=about)
    if tail in _TEN_THOUSANDS:
        return Amount(number=number * _TEN_THOUSANDS[tail], doubt=about)
    return Amount(doubt=Doubt.UNIT if not re.search("[0-9]", tail) else Doubt.NOT_A_NUMBER)
