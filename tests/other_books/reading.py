"""The second writer's workbooks read and scored: as they come, and with the asked columns answered."""

from pathlib import Path

from planner.inventory.meaning import Sureness
from planner.sources.workbooks import ColumnAnswer, SheetAnswer, WorkbookList, read_workbook_list
from tests.other_books.book import Book, make_book
from tests.workbooks.binary_books import write_xlsb
from tests.workbooks.hands import Hand
from tests.workbooks.names import context
from tests.workbooks.old_books import write_xls
from tests.workbooks.score import Score, compare
from tests.workbooks.writers import write_book

UNIT_OF = {"t": "t/a", "kg": "kg/d"}


def write(book: Book, folder: Path) -> Path:
    """The workbook in a file of its kind."""
    sheets = list(book.sheets)
    if book.file == "xlsb":
        return write_xlsb(sheets, folder / f"{book.name}.xlsb")
    if book.file == "xls":
        return write_xls(sheets, folder / f"{book.name}.xls")
    return write_book(Hand(name=book.name, file=book.file, extras=()), sheets, folder)


def score(seed: int, folder: Path, *, answered: bool) -> Score:
    """The values of a seed's workbook as read; `answered`: a person says what each asked column is."""
    book = make_book(seed)
    path = write(book, folder)
    read = read_workbook_list(path, context())
    assert read is not None, path
    if answered:
        answers = {table.template: _answer(table, book) for table in read.tables}
        read = read_workbook_list(path, context(), answers)
        assert read is not None, path
    return compare(book.name, read, book.truth)


def asked_columns(read: WorkbookList) -> list[str]:
    """The headers of the columns that a person is asked about."""
    return [
        column.guess.header
        for table in read.tables
        for column in table.columns
        if column.guess.sureness is Sureness.UNSURE
    ]


def _answer(table, book: Book) -> SheetAnswer:
    columns = []
    for column in table.columns:
        if column.guess.sureness is Sureness.UNSURE:
            field = book.answers.get("".join(column.parts), "")
            columns.append(ColumnAnswer(header=column.guess.header, field=field, letter=column.letter))
    return SheetAnswer(template=table.template, columns=tuple(columns))
