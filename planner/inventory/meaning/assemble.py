"""Sheets read into fields, as one table under the dictionary's own headers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding
from planner.inventory.fields_record import FieldDictionary
from planner.inventory.meaning.changes import ColumnChange
from planner.inventory.meaning.columns import KEPT, Sureness
from planner.inventory.meaning.context import MeaningContext
from planner.inventory.meaning.read_sheet import read_sheet
from planner.inventory.meaning.sheet_fields import SheetFields
from planner.inventory.meaning.tables import RawColumn, SheetTable, Texts
from planner.inventory.records import ListRows

__all__ = ["ListMeaning", "give_meaning", "list_content"]

SHEET_COLUMN, ROW_COLUMN = "原表", "原行"
"""Headers under which the rows of a list that was read from a workbook say where they come from."""

_FORMULA = re.compile(r"^[=+\-@]")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListMeaning:
    """A list of any shape, read.

    Attributes:
        rows: its rows under the dictionary's headers, columns of no field behind them; `sha256` is of `content`.
        content: the same table as CSV, UTF-8, which the strict reader reads.
        headers: for each sheet and field the header that the field was read from.
        changes: every cell that reads otherwise than it is written.
        findings: doubts of the reading, in the order of sheets.
    """

    rows: ListRows
    content: bytes
    headers: tuple[tuple[str, str, str], ...]
    changes: tuple[ColumnChange, ...]
    findings: tuple[Finding, ...]


def give_meaning(tables: Sequence[SheetTable], dictionary: FieldDictionary, context: MeaningContext) -> ListMeaning:
    """The list that the sheets of a workbook make.

    Args:
        tables: its sheets, columns settled, at least one.
        dictionary: the columns that a list may have.
        context: names of the city and of the rules, and the days of a year.
    """
    read = [read_sheet(table, dictionary, context) for table in tables]
    frame = pd.concat([_frame(item, dictionary) for item in read], ignore_index=True).fillna("")
    frame = frame[_ordered(frame, dictionary)].astype("str")
    sheets = np.concatenate([np.full(item.count, item.table.sheet, dtype=object) for item in read])
    numbers = np.concatenate([item.table.row for item in read])
    content = _csv(frame, sheets, numbers)
    rows = ListRows(file=tables[0].file, sha256=sha256(content).hexdigest(), frame=frame, sheet=sheets, row=numbers)
    return ListMeaning(
        rows=rows,
        content=content,
        headers=tuple((item.table.sheet, name, header) for item in read for name, header in item.headers.items()),
        changes=tuple(change for item in read for change in (*item.table.changes, *item.changes)),
        findings=tuple(told for item in read for told in (*item.table.findings, *item.findings)),
    )


def list_content(frame: pd.DataFrame, rows: ListRows, dictionary: FieldDictionary) -> tuple[bytes, str, pd.DataFrame]:
    """A list as CSV, the digest of that, and the list with its columns in the dictionary's order.

    Args:
        frame: its cells, rows as in `rows`.
        rows: where each row stands in its file.
        dictionary: the columns that a list may have.
    """
    ordered = frame[_ordered(frame, dictionary)]
    content = _csv(ordered, rows.sheet, rows.row)
    return content, sha256(content).hexdigest(), ordered


def _frame(read: SheetFields, dictionary: FieldDictionary) -> pd.DataFrame:
    """The fields of a sheet and the columns that are none, under headers that name no field."""
    data: dict[str, object] = {name: read.fields[name] for name in dictionary.names if name in read.fields}
    for column in read.table.columns:
        if column.guess.sureness is not Sureness.SURE or column.guess.field in ("", KEPT):
            data.setdefault(_kept_header(column, dictionary), column.texts)
    return pd.DataFrame(data, index=pd.RangeIndex(read.count))


def _kept_header(column: RawColumn, dictionary: FieldDictionary) -> str:
    header = column.guess.header.strip().replace("\n", "") or f"列{column.letter}"
    taken = {*dictionary.names, *(item.header_zh for item in dictionary), SHEET_COLUMN, ROW_COLUMN}
    return f"原列{column.letter}：{header}" if header in taken or _FORMULA.match(header) else header


def _ordered(frame: pd.DataFrame, dictionary: FieldDictionary) -> list[str]:
    fields = [name for name in dictionary.names if name in frame.columns]
    return fields + [name for name in frame.columns if name not in set(fields)]


def _csv(frame: pd.DataFrame, sheets: Texts, rows: npt.NDArray[np.int64]) -> bytes:
    whole = frame.copy(deep=False)
    whole[SHEET_COLUMN], whole[ROW_COLUMN] = sheets, rows
    return whole.to_csv(index=False, lineterminator="\n").encode("utf-8")
