"""The cells of a CSV file or workbook of any kind, sheet by sheet, as text."""

import csv
import io

from planner.errors import Finding, Place, finding
from planner.sources.apart import Task, read_apart
from planner.sources.lists_encoding import decode_list
from planner.sources.lists_kind import BOOKS, FileKind, file_kind

__all__ = ["Rows", "sheets_of"]

Rows = list[list[str]]


def sheets_of(raw: bytes, file: str, most_columns: int) -> tuple[list[tuple[str, Rows]], tuple[Finding, ...]]:
    """Title ('' of a CSV file) and rows of each sheet, and what stands against reading the file.

    Args:
        raw: CSV (UTF-8 with or without mark, GB18030), xlsx, xls, xlsb or ods.
        file: its name, for findings.
        most_columns: cells of a row beyond this are left out.
    """
    kind = file_kind(raw)
    if kind in BOOKS:
        sheets, told = read_apart(raw, Task.GRIDS, file)
        return [(item.title, [row[:most_columns] for row in item.rows]) for item in sheets], told
    if kind is not FileKind.TEXT:
        return [], (finding("list.file.wrong_kind", where=Place(file=file), kind=kind),)
    text, told = decode_list(raw, file)
    if text is None:
        return [], told
    try:
        return [("", [row[:most_columns] for row in csv.reader(io.StringIO(text, newline=""))])], told
    except csv.Error as error:
        return [], (*told, finding("list.file.unreadable", where=Place(file=file), reason=error))
