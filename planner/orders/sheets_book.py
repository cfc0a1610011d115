"""Several plain tables as one workbook: text never live, an exercise stamped, the same bytes for the same rows."""

from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from planner.execution import Sheet
from planner.orders.table import FIXED_TIME, NARROWEST, WIDEST

__all__ = ["sheets_workbook"]

SAMPLE = 200
WIDE_SIGN = 1.6


def sheets_workbook(sheets: tuple[Sheet, ...], stamp: str = "") -> bytes:
    """An xlsx file with one sheet a table.

    Args:
        sheets: the tables in their order.
        stamp: stands above each table and in its header when printed, such as 演练; '' for none.
    """
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(target, options)
    book.set_properties({"created": FIXED_TIME})
    bold, plain = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "#,##0.##"})
    for sheet in sheets:
        _write(book, sheet, stamp, (bold, plain))
    book.close()
    return target.getvalue()


def _write(book: Workbook, sheet: Sheet, stamp: str, formats: tuple[Format, Format]) -> None:
    page, first = book.add_worksheet(sheet.title[:31]), 1 if stamp else 0
    if stamp:
        page.write_string(0, 0, stamp, formats[0])
        page.set_header(f"&C{stamp}")
    page.write_row(first, 0, sheet.headers, formats[0])
    for number, row in enumerate(sheet.rows, start=first + 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(number, column, value)
            else:
                page.write_number(number, column, value, formats[1])
    for column, header in enumerate(sheet.headers):
        longest = max([len(header), *(len(str(row[column])) for row in sheet.rows[:SAMPLE])])
        page.set_column(column, column, min(WIDEST, max(NARROWEST, WIDE_SIGN * longest)))
    page.freeze_panes(first + 1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
