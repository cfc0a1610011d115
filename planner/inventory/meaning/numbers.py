"""A column of numbers in the dictionary's unit: grouped, full-width, with units, a year's amounts by the day."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.inventory.cell_patterns import BLANKS, NUMBER
from planner.inventory.fields_record import Field, Need
from planner.inventory.meaning.amounts import Amount, read_amount
from planner.inventory.meaning.changes import ChangeReason
from planner.inventory.meaning.tables import Texts
from planner.inventory.meaning.units import Unit, factor_between, target_unit

__all__ = ["NumberCells", "OperatingDays", "read_numbers"]

_DIGITS = ".12g"
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OperatingDays:
    """Days a year of each row: its own (`is_own`), else those of the city's rule."""

    days: npt.NDArray[np.float64]
    is_own: Flags


@dataclass(slots=True, kw_only=True)
class NumberCells:
    """A column of numbers as read.

    Attributes:
        texts: the numbers in the dictionary's unit; what could not be read stands as it was, for the checks to tell.
        reasons: the rows changed for each reason, and what it rests on.
        zeros: rows in which a word for nothing was read as 0.
        abouts: rows whose number is said to be about so much.
    """

    texts: Texts
    reasons: list[tuple[ChangeReason, npt.NDArray[np.intp], Texts]] = field(default_factory=list)
    zeros: npt.NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, dtype=np.intp))
    abouts: npt.NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, dtype=np.intp))

    def mark(self, reason: ChangeReason, rows: npt.NDArray[np.intp], detail: str | Texts) -> None:
        """Keep the rows that were changed for a reason."""
        if len(rows):
            told = detail if isinstance(detail, np.ndarray) else np.full(len(rows), detail, dtype=object)
            self.reasons.append((reason, rows, told))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """What numbers of a column are turned into, and from what."""

    item: Field
    unit: Unit | None
    target: Unit | None
    days: OperatingDays


def read_numbers(texts: Texts, item: Field, unit: Unit | None, days: OperatingDays) -> NumberCells:
    """The column's numbers.

    Args:
        texts: cells as read.
        item: the field that they belong to.
        unit: the unit that the header states, None where numbers stand in the dictionary's unit.
        days: by which a year's amount becomes a day's.
    """
    cells = pd.Series(texts, dtype="str").str.strip(BLANKS)
    plain = np.array(cells.str.fullmatch(NUMBER), dtype=np.bool_)
    read = NumberCells(texts=cells.to_numpy(dtype=object))
    terms = _Terms(item=item, unit=unit, target=target_unit(item.unit), days=days)
    if unit is not None and terms.target is not None and unit != terms.target:
        rows = np.flatnonzero(plain)
        _put(read, rows, read.texts[rows].astype(np.float64), unit, terms)
    _read_odd(read, np.flatnonzero(~plain & (cells != "").to_numpy()), terms)
    return read


def _put(
    read: NumberCells, rows: npt.NDArray[np.intp], numbers: npt.NDArray[np.float64], unit: Unit, terms: _Terms
) -> None:
    """Write numbers of a unit into their rows, in the field's."""
    factors = None if terms.target is None else factor_between(unit, terms.target, 1.0)
    if factors is None or terms.target is None or not len(rows):
        return
    yearly = unit.period == "year" and terms.target.period == "day"
    by_row = terms.days.days[rows] if yearly else np.ones(len(rows))
    read.texts[rows] = [format(number, _DIGITS) for number in (numbers * factors / by_row).tolist()]
    if not yearly:
        read.mark(ChangeReason.UNIT, rows, format(factors, _DIGITS))
        return
    told = np.array([format(day, "g") for day in by_row.tolist()], dtype=object)
    own = terms.days.is_own[rows]
    read.mark(ChangeReason.YEAR_BY_ROW, rows[own], told[own])
    read.mark(ChangeReason.YEAR_BY_RULE, rows[~own], told[~own])


def _read_odd(read: NumberCells, rows: npt.NDArray[np.intp], terms: _Terms) -> None:
    """Cells that are no plain numbers, each distinct text once."""
    if not len(rows):
        return
    codes, distinct = pd.factorize(read.texts[rows])
    zeros, abouts = [], []
    for at, text in enumerate(distinct.tolist()):
        where = rows[codes == at]
        amount = read_amount(text)
        if amount.is_nothing:
            zero = terms.item.required is Need.YES and terms.item.unit not in ("share", "h", "d")
            read.texts[where] = "0" if zero else ""
            read.mark(ChangeReason.NOTHING, where, "")
            zeros += [where] if zero else []
        elif amount.number is not None and _put_amount(read, where, amount, terms):
            abouts += [where] if amount.doubt else []
    read.zeros, read.abouts = _joined(zeros), _joined(abouts)


def _put_amount(read: NumberCells, rows: npt.NDArray[np.intp], amount: Amount, terms: _Terms) -> bool:
    """Write one amount into its rows; False, and nothing written, where its unit does not fit the field."""
    stated, number = _stated(amount.unit, terms), float(amount.number or 0.0)
    if stated is None or terms.target is None:
        if amount.unit is not None:
            return False
        read.texts[rows] = format(number, _DIGITS)
        read.mark(ChangeReason.SPELLING, rows, "")
        return True
    if factor_between(stated, terms.target, 1.0) is None:
        return False
    if stated == terms.target:
        read.texts[rows] = format(number, _DIGITS)
        read.mark(ChangeReason.SPELLING if amount.unit is None else ChangeReason.UNIT, rows, "1")
    else:
        _put(read, rows, np.full(len(rows), number), stated, terms)
    return True


def _stated(written: Unit | None, terms: _Terms) -> Unit | None:
    """The unit that holds for a cell: its own, with the header's period where it names none."""
    header, target = terms.unit, terms.target
    if written is None:
        return header
    if written.period or target is None or written.dimension != target.dimension:
        return written
    period = header.period if header is not None and header.dimension == written.dimension else target.period
    return Unit(dimension=written.dimension, factor=written.factor, period=period)


def _joined(parts: Iterable[npt.NDArray[np.intp]]) -> npt.NDArray[np.intp]:
    listed = list(parts)
    return np.sort(np.concatenate(listed)) if listed else np.zeros(0, dtype=np.intp)
