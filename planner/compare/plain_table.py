"""A table of words and numbers, as a sheet of a workbook and as a frame of a page show it alike."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

__all__ = ["PlainTable", "Row", "frame_records"]

Row = tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTable:
    """A title, headers and rows in the reader's language; `note` says in a line what it holds."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


def frame_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, each by the names of its columns."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
