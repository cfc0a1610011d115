"""Several plain tables as one workbook: a sheet a table, text never live, the same bytes for the same rows."""

from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from planner.compare.plain_table import PlainTable
from planner.orders.table import FIXED_TIME, NARROWEST, WIDEST

__all__ = ["tables_workbook"]

LONGEST_TITLE = 31
_WIDE_SIGN = 1.9
_SAMPLE = 200


def tables_workbook(tables: tuple[PlainTable, ...]) -> bytes:
    """An xlsx file with a sheet a table, each with a filter and a frozen header."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(target, options)
    book.set_properties({"created": FIXED_TIME})
    header = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#F2F2F2", "border": 1, "valign": "vcenter"})
    cell = book.add_format({"text_wrap": True, "border": 1, "valign": "top"})
    for table in tables:
        _write(book, table, header, cell)
    book.close()
    return target.getvalue()


def _write(book: Workbook, table: PlainTable, header: Format, cell: Format) -> None:
    sheet = book.add_worksheet(table.title[:LONGEST_TITLE])
    top = 1 if table.note else 0
    if table.note:
        sheet.write_string(0, 0, table.note)
    sheet.write_row(top, 0, table.headers, header)
    for number, row in enumerate(table.rows, start=top + 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value, cell)
            else:
                sheet.write_number(number, column, value, cell)
    for column, name in enumerate(table.headers):
        longest = max(_width(str(text)) for text in (name, *(row[column] for row in table.rows[:_SAMPLE])))
        sheet.set_column(column, column, min(WIDEST, max(NARROWEST, longest + 2)))
    sheet.freeze_panes(top + 1, 0)
    if table.rows:
        sheet.autofilter(top, 0, top + len(table.rows), len(table.headers) - 1)


def _width(text: str) -> float:
    """Columns that a text takes: a Chinese character is nearly two."""
    return sum(_WIDE_SIGN if sign > "\u2e7f" else 1.0 for sign in text)
