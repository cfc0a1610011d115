"""Columns of a list that the field dictionary does not know: remarks, and totals of the whole firm."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.inventory.checked_list import CheckedList
from planner.inventory.fields_record import Field, FieldKind, Need
from planner.inventory.list_columns import ListPlaces, ReadColumn
from planner.inventory.records import ListRows
from planner.terms import KG_PER_TONNE, Pollutant

__all__ = ["FirmTotal", "firm_total_columns", "line_count_columns", "remark_columns"]

_REMARK = re.compile(r"备注|说明|附注|remark", re.IGNORECASE)
_FIRM = re.compile(r"企业|全厂|厂区|全公司|firm|enterprise", re.IGNORECASE)
_COUNT = re.compile(r"生产线(?:数量|条数|数)|line_count", re.IGNORECASE)
_YEARLY = re.compile(r"年排放|年均|吨|t/a|t/年|per_year", re.IGNORECASE)
_DAILY = re.compile(r"日排放|日均|kg/d|千克|公斤|per_day", re.IGNORECASE)
_POLLUTANTS = (
    (Pollutant.SO2, re.compile(r"SO2|SO₂|二氧化硫", re.IGNORECASE)),
    (Pollutant.NOX, re.compile(r"NOx|氮氧化物", re.IGNORECASE)),
    (Pollutant.VOCS, re.compile(r"VOC|挥发性有机物", re.IGNORECASE)),
    (Pollutant.PM, re.compile(r"颗粒物|烟粉尘|(?<![a-z])PM(?![0-9.])", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FirmTotal:
    """A column that states what a whole firm emits.

    Attributes:
        numbers: kilograms a day, or a year where `yearly`; NaN where the cell is empty or no number.
    """

    pollutant: Pollutant
    column: ReadColumn
    numbers: npt.NDArray[np.float64]
    yearly: bool


def remark_columns(checked: CheckedList, rows: ListRows) -> Iterator[ReadColumn]:
    """The columns of remarks."""
    for header in _unknown(checked, rows):
        if _REMARK.search(header):
            yield _column(rows, header)


def line_count_columns(checked: CheckedList, rows: ListRows) -> Iterator[tuple[ReadColumn, npt.NDArray[np.float64]]]:
    """The columns that say how many lines a firm has, with their numbers."""
    for header in _unknown(checked, rows):
        if _COUNT.search(header):
            column = _column(rows, header)
            yield column, _numbers(column)


def firm_total_columns(checked: CheckedList, rows: ListRows) -> Iterator[FirmTotal]:
    """The columns of a firm's whole emissions: the firm, a pollutant and a unit are named in their header."""
    for header in _unknown(checked, rows):
        pollutant = next((code for code, words in _POLLUTANTS if words.search(header)), None)
        yearly, daily = bool(_YEARLY.search(header)), bool(_DAILY.search(header))
        if pollutant is not None and _FIRM.search(header) and yearly != daily:
            column = _column(rows, header)
            numbers = _numbers(column) * (KG_PER_TONNE if yearly else 1.0)
            yield FirmTotal(pollutant=pollutant, column=column, numbers=numbers, yearly=yearly)


def _unknown(checked: CheckedList, rows: ListRows) -> list[str]:
    known = {column.read.header for column in checked.columns.values()}
    return [str(header) for header in rows.frame.columns if str(header) not in known]


def _column(rows: ListRows, header: str) -> ReadColumn:
    field = Field(
        name=header,
        dtype=FieldKind.TEXT,
        unit="",
        required=Need.NO,
        codes="",
        minimum=None,
        maximum=None,
        header_zh=header,
        description="",
        origin="",
    )
    at = [str(name) for name in rows.frame.columns].index(header)
    texts = rows.frame.iloc[:, at].astype("str").reset_index(drop=True)
    places = ListPlaces(file=rows.file, sheet=rows.sheet, row=rows.row)
    return ReadColumn(field=field, header=header, texts=texts, places=places)


def _numbers(column: ReadColumn) -> npt.NDArray[np.float64]:
    return np.asarray(pd.to_numeric(column.texts.str.replace(",", ""), errors="coerce"), dtype=np.float64)
