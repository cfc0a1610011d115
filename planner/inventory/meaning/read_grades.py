"""A column of grades: the grade itself, and what its cells say beside it."""

import numpy as np
import pandas as pd

from planner.errors import Severity
from planner.inventory.code_registers import NO_INDUSTRY
from planner.inventory.meaning.changes import ChangeReason
from planner.inventory.meaning.grades import GradeWords, read_grade
from planner.inventory.meaning.sheet_fields import Rows, SheetFields
from planner.inventory.meaning.tables import RawColumn
from planner.terms import Grade

__all__ = ["put_grades"]


def put_grades(read: SheetFields, column: RawColumn) -> None:
    """Read the grades of a sheet, with exemptions, long halts and grades of local schemes as findings of their own."""
    texts = column.texts
    codes, distinct = pd.factorize(texts)
    words = [read_grade(text) for text in distinct.tolist()]
    new = texts.copy()
    read.put("grade", new, column.guess.header)
    for at, word in enumerate(words):
        where = np.flatnonzero(codes == at)
        if not distinct[at].strip():
            new[where] = ""
            continue
        _put_one(read, str(distinct[at]), word, where)


def _put_one(read: SheetFields, text: str, word: GradeWords, where: Rows) -> None:
    """One distinct cell of grades, laid on its rows; what is not understood stays as it is, for the checks to tell."""
    if word.grade is not None:
        _set(read, "grade", text, where, str(word.grade))
    elif word.local or word.exempt_through or word.status:
        _set_without_grade(read, text, where)
    if word.local:
        read.tell("list.grade.local", "grade", where, Severity.WARNING, value=text, grade=word.local)
    if word.exempt_through:
        _beside(read, "exempt_through", where, word.exempt_through, text)
        read.tell("list.grade.exempt_words", "grade", where, Severity.WARNING, value=text)
    if word.status:
        _beside(read, "status", where, word.status, text)
        read.tell("list.grade.halted", "grade", where, Severity.WARNING, value=text)
    if not word.is_read and word.grade is not None:
        read.tell("list.grade.half_read", "grade", where, Severity.WARNING, value=text, grade=word.grade)


def _set(read: SheetFields, name: str, text: str, where: Rows, value: str) -> None:
    read.fields[name][where] = value
    if value != text:
        old = np.full(len(where), text, dtype=object)
        read.note(name, where, old, ChangeReason.GRADE)


def _set_without_grade(read: SheetFields, text: str, where: Rows) -> None:
    """No grade of the guide stands in the cell: `none` outside the key industries, else `ungraded`."""
    kinds = read.cells("key_industry")[where]
    if "key_industry" not in read.fields:
        _set(read, "grade", text, where, "")
        return
    outside = kinds == NO_INDUSTRY
    for rows, grade in ((where[outside], Grade.NONE), (where[~outside], Grade.UNGRADED)):
        if len(rows):
            _set(read, "grade", text, rows, str(grade))


def _beside(read: SheetFields, name: str, where: Rows, value: str, text: str) -> None:
    """A field that the words of the grade fill; what its own column says, if there is one, stands."""
    free = where[read.cells(name)[where] == ""]
    read.fill(name, free, value, ChangeReason.GRADE, text)
