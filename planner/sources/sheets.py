"""The cells of a CSV file or workbook of any kind, sheet by sheet, as text."""

import csv
import io

from python_calamine import CalamineError, CalamineWorkbook

from planner.errors import Finding, Place, finding
from planner.sources.lists_encoding import decode_list
from planner.sources.lists_kind import FileKind, file_kind
from planner.sources.lists_workbook_cells import cell_text

__all__ = ["Rows", "sheets_of"]

Rows = list[list[str]]
_WORKBOOKS = (FileKind.WORKBOOK, FileKind.OLD_WORKBOOK, FileKind.BINARY_WORKBOOK, FileKind.OPEN_DOCUMENT)


def sheets_of(raw: bytes, file: str, most_columns: int) -> tuple[list[tuple[str, Rows]], tuple[Finding, ...]]:
    """Title ('' of a CSV file) and rows of each sheet, and what stands against reading the file.

    Args:
        raw: CSV (UTF-8 with or without mark, GB18030), xlsx, xls, xlsb or ods.
        file: its name, for findings.
        most_columns: cells of a row beyond this are left out.
    """
    kind = file_kind(raw)
    if kind in _WORKBOOKS:
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
            return [(name, _cells(book, name, most_columns)) for name in book.sheet_names], ()
        except (CalamineError, OSError, ValueError) as error:
            return [], (finding("list.workbook.damaged", where=Place(file=file), reason=str(error)[:200]),)
    if kind is not FileKind.TEXT:
        return [], (finding("list.file.wrong_kind", where=Place(file=file), kind=kind),)
    text, told = decode_list(raw, file)
    return ([("", list(csv.reader(io.StringIO(text))))] if text is not None else []), told


def _cells(book: CalamineWorkbook, name: str, most_columns: int) -> Rows:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [[cell_text(value) for value in row[:most_columns]] for row in rows]
