"""One table of a list as its file holds it: a header and rows of text."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from planner.errors import Finding, Place

__all__ = ["HEADER_ROW", "MOST_COLUMNS", "MOST_ROWS", "RawTable", "text_frame"]

HEADER_ROW = 1
MOST_ROWS = 1_500_000
"""Rows of the longest list that is read: a province of a million lines fits."""

MOST_COLUMNS = 1000
"""Columns of the widest list that is read: the dictionary has some hundred."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RawTable:
    """A header and its rows, cells as read.

    Attributes:
        place: file and sheet, at the row of the header.
        headers: headers as spelled.
        frame: one column of `str` a header, named 0, 1, 2 ...
        row: number of each row in its sheet, counted from 1, the header included.
        findings: what is wrong with the shape of the table; rows that do not fit are left out of `frame`.
    """

    place: Place
    headers: tuple[str, ...]
    frame: pd.DataFrame
    row: npt.NDArray[np.int64]
    findings: tuple[Finding, ...] = ()


def text_frame(columns: list[pa.ChunkedArray]) -> pd.DataFrame:
    """Columns of `str` that share the memory of Arrow columns, each in one piece, which is quicker to work on."""
    names = [str(at) for at in range(len(columns))]
    frame: pd.DataFrame = pa.table(columns, names=names).combine_chunks().to_pandas()
    return frame.set_axis(range(len(columns)), axis="columns")
