"""A list that an office might send: amounts without a unit, a county and a number mistyped; and its repair."""

from pathlib import Path

from openpyxl import load_workbook

from tests.workbooks.hands import TIDY
from tests.workbooks.score import make_book

ASKED = ("SO2", "NOx", "颗粒物", "VOCs")
"""Columns whose unit the spoilt header leaves out."""

_GROUP, _COUNTY, _CAPACITY = "O2", "B4", "N5"


def spoilt_list(folder: Path, *, repaired: bool = False) -> Path:
    """The workbook in a folder; `repaired`: the mistyped cells are mended, the unit is still unsaid."""
    path, _ = make_book(TIDY, folder)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet[_GROUP] = "污染物排放量"
    if not repaired:
        sheet[_COUNTY], sheet[_CAPACITY] = "潞洲区", "1.1l663"
    book.save(path)
    return path
