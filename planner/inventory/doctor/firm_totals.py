"""Whether the lines of a firm add up to what the list says of the whole firm."""

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.doctor.other_columns import FirmTotal, firm_total_columns, line_count_columns
from planner.inventory.list_columns import Flags, Offence, cell_findings
from planner.inventory.records import ListRows
from planner.terms import OperatingStatus, SourceKind

__all__ = ["check_firm_totals"]

TOLERANCE_SHARE = 0.02
TOLERANCE_KG_PER_DAY = 0.5
"""Rounding of a firm's lines: two percent of its total, and half a kilogram a day."""


def check_firm_totals(rows: CheckedList, listed: ListRows) -> list[Finding]:
    """Warnings for totals and numbers of lines that the rows of their firm do not carry."""
    told = [item for total in firm_total_columns(rows, listed) for item in _one_total(rows, total)]
    for column, counts in line_count_columns(rows, listed):
        lines = rows.says("source_kind", SourceKind.LINE)
        added = _sum_by_firm(rows, lines.astype(np.float64))
        wrong = _first_of_firm(rows, counts) & (np.abs(counts - added) > 0)
        told += cell_findings(
            column,
            np.flatnonzero(wrong),
            _judge("list.firm.other_line_count", rows, added, "{:.0f}"),
            Severity.WARNING,
        )
    return told


def _one_total(rows: CheckedList, total: FirmTotal) -> Iterable[Finding]:
    kilograms = np.nan_to_num(rows.number(f"{total.pollutant}_kg_per_day"))
    unit = 1.0
    if total.yearly:
        kilograms = kilograms * np.nan_to_num(rows.number("operating_days_per_year"))
        unit = 1000.0
    running = rows.says("status", OperatingStatus.RUNNING)
    counted, all_rows = _sum_by_firm(rows, kilograms * running), _sum_by_firm(rows, kilograms)
    first = _first_of_firm(rows, total.numbers)
    off, off_all = (first & _differs(total, added, rows) for added in (counted, all_rows))
    for code, where in (("list.firm.total_differs", off & off_all), ("list.firm.total_counts_resting", off & ~off_all)):
        judge = _judge(code, rows, counted / unit, "{:.6g}")
        yield from cell_findings(total.column, np.flatnonzero(where), judge, Severity.WARNING)


def _differs(total: FirmTotal, added: npt.NDArray[np.float64], rows: CheckedList) -> Flags:
    days = np.nan_to_num(rows.number("operating_days_per_year"), nan=1.0) if total.yearly else 1.0
    room = TOLERANCE_SHARE * np.maximum(total.numbers, added) + TOLERANCE_KG_PER_DAY * days
    return flags(np.abs(total.numbers - added) > room)


def _sum_by_firm(rows: CheckedList, numbers: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """For each row the sum over the rows of its firm."""
    sums = pd.Series(numbers).groupby(rows.text("enterprise_id").to_numpy(), sort=False).transform("sum")
    return np.asarray(sums, dtype=np.float64)


def _first_of_firm(rows: CheckedList, numbers: npt.NDArray[np.float64]) -> Flags:
    """The first row of each firm that states the total: merged cells and repeated ones are asked about once."""
    firm = rows.text("enterprise_id")
    stated = flags((firm != "") & np.isfinite(numbers))
    first = np.zeros(rows.rows, dtype=np.bool_)
    first[stated] = ~flags((firm[stated] + "\n" + pd.Series(numbers)[stated].astype("str")).duplicated())
    return first


def _judge(code: str, rows: CheckedList, added: npt.NDArray[np.float64], shape: str) -> Callable[[int, str], Offence]:
    firm = rows.text("enterprise_id")

    def judge(position: int, _: str) -> Offence:
        values = (("enterprise_id", str(firm.iloc[position])), ("added", shape.format(added[position])))
        return Offence(code=code, values=values)

    return judge
