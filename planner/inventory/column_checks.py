"""Every cell of one column: empty where it may not be, blanks around it, unreadable, out of bounds."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Severity, finding
from planner.inventory.cell_offences import common_offence
from planner.inventory.cell_patterns import BLANKS
from planner.inventory.cell_rules import CellRule, cell_rule
from planner.inventory.fields_record import Field, FieldKind
from planner.inventory.list_columns import Flags, Offence, ReadColumn, cell_findings
from planner.inventory.records import ListCodes

__all__ = ["CheckedColumn", "check_column"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CheckedColumn:
    """A column whose every cell was looked at.

    Attributes:
        read: the column as read.
        texts: cells without blanks around them; '' where empty or refused.
        numbers: float64 in the dictionary's unit, NaN where empty or refused; None unless it is a column of numbers.
    """

    read: ReadColumn
    texts: pd.Series
    numbers: npt.NDArray[np.float64] | None = None


def check_column(column: ReadColumn, needed: Flags, codes: ListCodes) -> tuple[CheckedColumn, list[Finding]]:
    """The column with its readable cells, and a finding for every other one.

    Args:
        column: the column as read.
        needed: the rows in which its cell may not be empty.
        codes: the city's and the rules' codes.
    """
    rule = cell_rule(column.field, codes)
    texts, padded, refused = _sort_cells(column.texts, rule)
    findings = [*_blank_notes(column, padded), *_refusals(column, refused, rule)]
    empty = np.array(texts == "", dtype=np.bool_) & ~refused & needed
    findings += cell_findings(column, np.flatnonzero(empty), lambda *_: Offence(code="list.cell.empty"))
    if refused.any():
        texts = texts.mask(refused, "")
    if column.field.dtype is not FieldKind.NUMBER:
        return CheckedColumn(read=column, texts=texts), findings
    numbers, outside = _read_numbers(column, texts)
    return CheckedColumn(read=column, texts=texts, numbers=numbers), [*findings, *outside]


def _sort_cells(texts: pd.Series, rule: CellRule) -> tuple[pd.Series, Flags, Flags]:
    """The texts without blanks around them, which had some, and which stay unreadable."""
    number, distinct = pd.factorize(texts, use_na_sentinel=False)
    doubtful = np.flatnonzero(~rule.are_clean(pd.Series(distinct, dtype="str"))[number])
    padded, refused = np.zeros((2, len(texts)), dtype=np.bool_)
    if not len(doubtful):
        return texts, padded, refused
    before = texts.iloc[doubtful]
    after = before.str.strip(BLANKS)
    padded[doubtful] = before != after
    refused[doubtful] = ~rule.are_clean(after) & (after != "")
    if padded.any():
        texts = texts.copy()
        texts.iloc[doubtful] = after
    return texts, padded, refused


def _blank_notes(column: ReadColumn, padded: Flags) -> Iterable[Finding]:
    first = np.flatnonzero(padded)[:1]
    for position in first.tolist():
        where = column.places.at(position, column.header)
        value = column.texts.iloc[position]
        yield finding("list.cell.blanks", Severity.NOTE, where, value=value, count=int(padded.sum()))


def _refusals(column: ReadColumn, refused: Flags, rule: CellRule) -> Iterable[Finding]:
    def judge(_: int, text: str) -> Offence:
        plain = text.strip(BLANKS)
        return common_offence(plain) or rule.explain(plain)

    return cell_findings(column, np.flatnonzero(refused), judge)


def _read_numbers(column: ReadColumn, texts: pd.Series) -> tuple[npt.NDArray[np.float64], list[Finding]]:
    number, distinct = pd.factorize(texts, use_na_sentinel=False)
    values = pd.Series(distinct, dtype="str")
    # adding 0 turns -0.0 into 0.0, so that "-0" and "0" are one number
    numbers = values.mask(values == "", "nan").to_numpy(dtype=np.float64)[number] + 0.0
    written = np.array(texts != "", dtype=np.bool_)
    low = -np.inf if column.field.minimum is None else column.field.minimum
    high = np.inf if column.field.maximum is None else column.field.maximum
    outside = written & ~(np.isfinite(numbers) & (numbers >= low) & (numbers <= high))
    findings = cell_findings(column, np.flatnonzero(outside), lambda at, _: _bound_offence(column.field, numbers[at]))
    told = list(findings)
    numbers[outside] = np.nan
    return numbers, told


def _bound_offence(field: Field, number: float) -> Offence:
    if not np.isfinite(number):
        return Offence(code="list.number.not_finite")
    bounds = (("minimum", _plain(field.minimum)), ("maximum", _plain(field.maximum)), ("unit", field.unit))
    if number < 0 and field.minimum == 0:
        return Offence(code="list.number.negative", values=bounds)
    return Offence(code="list.number.out_of_bounds", values=bounds)


def _plain(bound: float | None) -> str:
    return "∞" if bound is None else f"{bound:.15g}"
