"""Rows of a list made in memory from the small good list."""

import numpy as np
import pandas as pd

from planner.errors import Finding
from planner.inventory import Inventory, ListCodes, ListRows, build_inventory
from planner.sources import read_field_dictionary
from tests.sources.good_list import CODES, HEADERS, Row, good_rows
from tests.sources.reading import said


def list_rows(rows: list[Row] | None = None, *, whole: bool = True) -> ListRows:
    """The rows as a reader gives them."""
    frame = pd.DataFrame(
        [[row.get(name, "") for name in HEADERS] for row in rows or good_rows()], columns=list(HEADERS)
    )
    count = len(frame)
    sheet = np.full(count, "", dtype=object)
    return ListRows(
        file="list.csv", sha256="0", frame=frame.astype("str"), sheet=sheet, row=np.arange(count) + 2, whole=whole
    )


def changed(row: int, **cells: str) -> list[Row]:
    """The good rows with some cells of one row, counted from 1 with the header, exchanged."""
    rows = good_rows()
    rows[row - 2] |= cells
    return rows


def built(rows: list[Row] | None = None, codes: ListCodes = CODES) -> tuple[Inventory | None, tuple[Finding, ...]]:
    """What comes of the rows."""
    inventory, findings = build_inventory(list_rows(rows), read_field_dictionary(), codes)
    for item in findings:
        assert all(said(item))
    return inventory, findings


def told(rows: list[Row], codes: ListCodes = CODES) -> list[tuple[str, int, str]]:
    """(code, row, column) of each finding."""
    return [(item.code, item.where.row, item.where.column) for item in built(rows, codes)[1]]
