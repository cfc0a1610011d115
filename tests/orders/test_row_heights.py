"""Rows grow with their wrapped text, whatever program opens the workbook."""

from openpyxl.utils import get_column_letter

from tests.orders.toy_orders import head, reopened


def test_a_row_is_high_enough_for_its_longest_text() -> None:
    sheet = reopened().worksheets[2]
    for row in sheet.iter_rows(min_row=head(sheet) + 1):
        height = sheet.row_dimensions[row[0].row].height or 15.0
        for cell in row:
            width = sheet.column_dimensions[get_column_letter(cell.column)].width
            needed = len(cell.value) / width if isinstance(cell.value, str) and width else 1.0
            assert height >= 15.0 * needed - 15.0


def test_a_long_text_makes_its_row_higher() -> None:
    sheet = reopened().worksheets[2]
    assert any((item.height or 15.0) > 15.0 for number, item in sheet.row_dimensions.items() if number > head(sheet))
