"""A plain table as a workbook: one sheet, text never live, the same bytes for the same rows."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

__all__ = ["table_workbook"]

FIXED_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's properties know no zone; a clock would change the bytes
WIDEST, NARROWEST = 60, 8


def table_workbook(title: str, headers: tuple[str, ...], rows: tuple[tuple[str | int | float, ...], ...]) -> bytes:
    """An xlsx file with a header row, a filter and a frozen pane; every text stays text."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(target, options)
    book.set_properties({"created": FIXED_TIME})
    sheet, bold = book.add_worksheet(title[:31]), book.add_format({"bold": True, "text_wrap": True})
    sheet.write_row(0, 0, headers, bold)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value)
            else:
                sheet.write_number(number, column, value)
    for column, header in enumerate(headers):
        longest = max([len(header), *(len(str(row[column])) for row in rows[:200])])
        sheet.set_column(column, column, min(WIDEST, max(NARROWEST, 1.6 * longest)))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(headers) - 1)
    book.close()
    return target.getvalue()
