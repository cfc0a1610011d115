"""One stamped sheet: title, notes, tables of columns, print set-up. Every text is a text cell, never a formula."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook

from planner.errors import FindingsError, Place, finding
from planner.orders.styles import FONT, Style, Styles
from planner.terms import N_, Phrasebook

__all__ = ["Column", "Sheet", "summed"]

PAPER_A4 = 9
HEADER_CHARACTERS = 80
MOST_ROWS = 1_048_576
WRAP_MARGIN = 1.1
LINE_HEIGHT = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table: values of one style.

    Attributes:
        width: in characters of the default font.
        group: heading above neighbouring columns of the same group, '' for none.
        total: what the last row says, None where the table has no total.
    """

    title: str
    values: Sequence[object]
    style: Style = Style.TEXT
    width: float = 9.0
    group: str = ""
    total: object = None


def summed(values: Sequence[float]) -> float:
    """The correctly rounded sum, as a plan's totals have it."""
    return math.fsum(float(value) for value in values)


class Sheet:
    """Writes a sheet from the top downwards. Titles and notes are merged over all of its columns.

    Attributes:
        name: name of the sheet; `row` is the next free row, from 0.
    """

    def __init__(self, book: Workbook, styles: Styles, phrasebook: Phrasebook, name: str, columns: int) -> None:
        self._sheet, self._styles, self._phrasebook = book.add_worksheet(name), styles, phrasebook
        self.name, self._last, self.row = name, columns - 1, 0

    def preamble(self, title: str, notes: Sequence[str], mark: str) -> None:
        """The stamp, the title and the notes; `mark` stands in the print header beside the stamp."""
        stamp = self._phrasebook.say(N_("DRAFT · NOT SIGNED"))
        self._across(stamp, Style.STAMP, 20.0)
        self._across(title, Style.TITLE, 26.0)
        for note in notes:
            self.note(note)
        shown = mark[:HEADER_CHARACTERS].replace("&", "&&")
        self._sheet.set_header(f'&C&"{FONT},Bold"&12{stamp}&R&8 {shown}')
        self._sheet.set_footer("&C&8&P / &N")
        self._print_setup()

    def note(self, text: str) -> None:
        """One wrapped line of words over the whole width."""
        self._across(text, Style.NOTE, LINE_HEIGHT * max(1, math.ceil(_width(text) / (9.0 * (self._last + 1)))))

    def heading(self, text: str) -> None:
        """The heading of a table, a free row above it."""
        self.row += 1
        self._across(text, Style.HEADING, 18.0)

    def facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Name and value, a row each; the value is merged over all columns but the first."""
        for name, value in pairs:
            self._cell(self.row, 0, name, Style.KEY)
            self._merge(self.row, 1, self._last, value, Style.VALUE)
            self._sheet.set_row(self.row, LINE_HEIGHT * max(1, math.ceil(_width(value) / (8.5 * self._last))))
            self.row += 1

    def table(self, columns: Sequence[Column], *, is_main: bool = False) -> None:
        """Header, rows and, where columns have totals, the total row.

        Args:
            is_main: the sheet's one long table: its header is frozen, filtered and repeated on each printed page.
        """
        top = self.row
        self._header(columns)
        first, count = self.row, len(columns[0].values)
        for place, column in enumerate(columns):
            self._body(place, column, first)
        self._grow_rows(columns, first)
        self.row = first + count
        if is_main:
            self._frame(columns, top, first)
        self._totals(columns)

    def set_widths(self, widths: Sequence[float]) -> None:
        """Column widths in characters, from the first column."""
        for place, width in enumerate(widths):
            self._sheet.set_column(place, place, width)

    def keep_top(self, rows: int) -> None:
        """Freezes the first rows and repeats them on each printed page, for a sheet without a long table."""
        self._sheet.freeze_panes(rows, 0)
        self._sheet.repeat_rows(0, rows - 1)

    def line(self, texts: Sequence[object], style: Style) -> None:
        """One row of cells below a table; numbers keep the style's number format."""
        for place, text in enumerate(texts):
            self._cell(self.row, place, text, style)
        self.row += 1

    def _frame(self, columns: Sequence[Column], top: int, first: int) -> None:
        self.set_widths([column.width for column in columns])
        self._sheet.freeze_panes(first, 0)
        self._sheet.repeat_rows(top, first - 1)
        if self.row > first:
            self._sheet.autofilter(first - 1, 0, self.row - 1, len(columns) - 1)

    def _header(self, columns: Sequence[Column]) -> None:
        if not any(column.group for column in columns):
            self._sheet.set_row(self.row, _header_height(columns))
            self.line([column.title for column in columns], Style.HEADER)
            return
        for row in (self.row, self.row + 1):
            self._sheet.set_row(row, max(LINE_HEIGHT, _header_height(columns) / 2))
        place = 0
        while place < len(columns):
            place = self._header_group(columns, place)
        self.row += 2

    def _header_group(self, columns: Sequence[Column], place: int) -> int:
        group, end = columns[place].group, place
        while group and end + 1 < len(columns) and columns[end + 1].group == group:
            end += 1
        if group:
            self._merge(self.row, place, end, group, Style.HEADER)
            for index in range(place, end + 1):
                self._cell(self.row + 1, index, columns[index].title, Style.HEADER)
        else:
            self._sheet.merge_range(self.row, place, self.row + 1, place, "", self._styles[Style.HEADER])
            self._cell(self.row, place, columns[place].title, Style.HEADER)
        return end + 1

    def _body(self, place: int, column: Column, first: int) -> None:
        for row, value in enumerate(column.values, start=first):
            self._cell(row, place, value, column.style)

    def _grow_rows(self, columns: Sequence[Column], first: int) -> None:
        """Rows as high as their longest wrapped text: not every program grows them by itself."""
        for row, values in enumerate(zip(*(column.values for column in columns), strict=True), start=first):
            lines = max(_lines(value, column.width) for value, column in zip(values, columns, strict=True))
            if lines > 1:
                self._sheet.set_row(row, LINE_HEIGHT * lines)

    def _totals(self, columns: Sequence[Column]) -> None:
        if all(column.total is None for column in columns):
            return
        for place, column in enumerate(columns):
            style = column.style.in_total if not isinstance(column.total, str) else Style.TOTAL
            self._cell(self.row, place, "" if column.total is None else column.total, style)
        self.row += 1

    def _across(self, text: str, style: Style, height: float) -> None:
        self._merge(self.row, 0, self._last, text, style)
        self._sheet.set_row(self.row, height)
        self.row += 1

    def _merge(self, row: int, first: int, last: int, text: str, style: Style) -> None:
        if last > first:
            self._sheet.merge_range(row, first, row, last, "", self._styles[style])
        self._cell(row, first, text, style)

    def _cell(self, row: int, column: int, value: object, style: Style) -> None:
        form, told = self._styles[style], 0
        if value == "":
            told = self._sheet.write_blank(row, column, None, form)
        elif isinstance(value, str):
            told = self._sheet.write_string(row, column, value, form)
        else:
            told = self._sheet.write_number(row, column, value, form)
        if told:
            self._refuse(told, value)

    def _refuse(self, told: int, value: object) -> None:
        place = Place(sheet=self.name)
        if told == -1:
            raise FindingsError((finding("orders.sheet.too_many_rows", where=place, value=MOST_ROWS),))
        raise FindingsError((finding("orders.cell.too_long", where=place, value=str(value)[:40]),))

    def _print_setup(self) -> None:
        self._sheet.set_landscape()
        self._sheet.set_paper(PAPER_A4)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.5)
        self._sheet.fit_to_pages(1, 0)


def _header_height(columns: Sequence[Column]) -> float:
    """Points for the longest heading: merged cells do not grow by themselves."""
    return LINE_HEIGHT * max(math.ceil(_width(column.title) / column.width) for column in columns)


def _lines(value: object, width: float) -> int:
    """Lines that a cell's text wraps into; numbers take one."""
    if not isinstance(value, str):
        return 1
    return sum(max(1, math.ceil(WRAP_MARGIN * _width(part) / width)) for part in value.splitlines() or [""])


def _width(text: str) -> int:
    """Width in characters: one of Chinese takes two of Latin."""
    widest = ord("\u2e80")
    return sum(2 if ord(sign) >= widest else 1 for sign in text)
