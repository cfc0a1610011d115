"""One sheet of a list read into fields: numbers, names, grades, codes, and what its kind says of every row."""

from collections.abc import Callable
from functools import partial

import numpy as np

from planner.errors import Severity
from planner.inventory.fields_record import Field, FieldDictionary, FieldKind
from planner.inventory.meaning.changes import ChangeReason
from planner.inventory.meaning.columns import INDUSTRY, INDUSTRY_GRADE, KEPT, LIMIT, POSITION, Sureness
from planner.inventory.meaning.context import MeaningContext
from planner.inventory.meaning.derive import derive_fields
from planner.inventory.meaning.numbers import OperatingDays, read_numbers
from planner.inventory.meaning.read_grades import put_grades
from planner.inventory.meaning.read_pairs import put_industry_grades, put_limits, put_positions
from planner.inventory.meaning.sheet_fields import SheetFields
from planner.inventory.meaning.tables import RawColumn, SheetTable
from planner.inventory.meaning.words import (
    Word,
    read_code,
    read_flag,
    read_measure,
    read_name,
    read_named,
    read_spelled,
    read_text,
)

__all__ = ["read_sheet"]

_DAYS = "operating_days_per_year"
_BY_NAME = frozenset({"county_code", "key_industry", "industry_code", "sub_process", "grade"})


def read_sheet(table: SheetTable, dictionary: FieldDictionary, context: MeaningContext) -> SheetFields:
    """The fields of a sheet, with every change and doubt.

    Args:
        table: the sheet, its columns settled.
        dictionary: the columns that a list may have.
        context: names of the city and of the rules, and the days of a year.
    """
    read = SheetFields(table=table, dictionary=dictionary, context=context)
    columns = {item.guess.field: item for item in table.columns if _is_used(item)}
    if _DAYS in columns:
        _put_number(read, columns[_DAYS], _days(read))
    days = _days(read)
    for name, column in columns.items():
        if name in (_DAYS, INDUSTRY, INDUSTRY_GRADE, POSITION, "sub_process") or name.endswith(LIMIT):
            continue
        _put_column(read, name, column, days)
    if POSITION in columns:
        put_positions(read, columns[POSITION])
    if INDUSTRY_GRADE in columns:
        put_industry_grades(read, columns[INDUSTRY_GRADE])
    if "sub_process" in columns:
        _put_processes(read, columns["sub_process"])
    put_limits(read, {name: item for name, item in columns.items() if name.endswith(LIMIT)})
    derive_fields(read)
    return read


def _is_used(column: RawColumn) -> bool:
    return column.guess.sureness is Sureness.SURE and column.guess.field not in ("", KEPT)


def _days(read: SheetFields) -> OperatingDays:
    """Days of each row: its own where it gives a number of 1 to 366, else the city's."""
    days = np.full(read.count, float(read.context.days_per_year))
    own = np.zeros(read.count, dtype=np.bool_)
    for at, text in enumerate(read.cells(_DAYS).tolist() if _DAYS in read.fields else ()):
        number = _number(text)
        if 1 <= number <= 366:  # noqa: PLR2004 - the bounds of a year
            days[at], own[at] = number, True
    return OperatingDays(days=days, is_own=own)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _put_column(read: SheetFields, name: str, column: RawColumn, days: OperatingDays) -> None:
    if read.is_number(name):
        _put_number(read, column, days)
    elif name == "grade":
        put_grades(read, column)
    else:
        doubts = read.read_words(name, column.texts, column.guess.header, _reader(read, name))
        for word, where in doubts:
            read.tell(word.doubt, name, where, Severity.WARNING, value=column.texts[where[0]], meant=word.text)


def _put_number(read: SheetFields, column: RawColumn, days: OperatingDays) -> None:
    """A column of numbers, with its changes, and a warning for zeros and abouts."""
    name = column.guess.field
    cells = read_numbers(column.texts, read.item(name), column.guess.unit, days)
    read.put(name, cells.texts, column.guess.header)
    for reason, where, detail in cells.reasons:
        read.note(name, where, column.texts[where], reason, detail)
    for code, where in (("list.cell.nothing_as_zero", cells.zeros), ("list.number.about", cells.abouts)):
        value = column.texts[where[0]] if len(where) else ""
        read.tell(code, name, where, Severity.WARNING, value=value)


def _reader(read: SheetFields, name: str) -> Callable[[str], Word]:
    """How the cells of a field of words are read."""
    context, item = read.context, read.item(name)
    if name == "county_code":
        return read_named(context.counties, context.former, ChangeReason.COUNTY)
    if name == "key_industry":
        return read_named(context.industries, {}, ChangeReason.INDUSTRY)
    if name == "industry_code":
        return read_named(context.classes, {}, ChangeReason.INDUSTRY)
    if item.dtype is FieldKind.FLAG:
        return partial(read_flag, field=item)
    return _reader_of_kind(item)


def _reader_of_kind(item: Field) -> Callable[[str], Word]:
    if item.codes:
        return partial(read_spelled, field=item)
    if item.name == "enterprise_name":
        return read_name
    if item.name.endswith("_measure_text"):
        return read_measure
    if item.dtype in (FieldKind.TEXT, FieldKind.DATE):
        return read_text
    return read_code


def _put_processes(read: SheetFields, column: RawColumn) -> None:
    """Processes by name, each within the key industry of its row; a name of no process stays for the checks."""
    industries = read.cells("key_industry")
    joined = np.array([f"{kind}\n{text}" for kind, text in zip(industries, column.texts, strict=True)], dtype=object)
    whole = {
        f"{kind}\n{text}": read_named(read.context.processes.get(kind, {}), {}, ChangeReason.PROCESS)(text)
        for kind, text in (pair.split("\n", 1) for pair in set(joined.tolist()))
    }
    new = np.array([whole[pair].text if pair.split("\n", 1)[1].strip() else "" for pair in joined], dtype=object)
    read.put("sub_process", new, column.guess.header)
    where = np.flatnonzero((new != column.texts) & (new != ""))
    read.note("sub_process", where, column.texts[where], ChangeReason.PROCESS)
