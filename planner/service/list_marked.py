"""The use case of a list given back: marked, answered, and asked again only where something changed."""

from dataclasses import dataclass
from pathlib import Path

from planner.errors import Finding, FindingsError, Place, Severity, finding
from planner.inventory import ListRows
from planner.inventory.row_keys import row_keys
from planner.orders.finding_marks import finding_mark
from planner.orders.marked import FINDINGS_SHEET, MarkedFinding, SheetCells, mark_workbook, plain_workbook
from planner.service.records import ListCheck
from planner.sources import read_field_dictionary, read_list
from planner.sources.apart import Task, read_apart
from planner.sources.lists_kind import FileKind, file_kind
from planner.sources.marked import AnsweredFinding, read_answers, read_sheets
from planner.terms import Phrasebook

__all__ = ["MOST_MARKED_ROWS", "MarkedList", "mark_list", "open_findings"]

MOST_MARKED_ROWS = 20_000
"""Rows of the largest list that is marked: openpyxl holds every cell of it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MarkedList:
    """A list on its way back.

    Attributes:
        content: the marked workbook.
        asked: findings that are marked; `new` of them were not there when it was given back before.
        answered: findings that a person said are right as they are, their cells unchanged since.
        resolved: findings of the workbook given back before that are gone.
    """

    file: str
    content: bytes
    asked: tuple[Finding, ...]
    answered: tuple[Finding, ...]
    new: int
    resolved: int
    has_earlier: bool


def mark_list(path: Path, checked: ListCheck, phrasebook: Phrasebook, since: Path | None) -> MarkedList:
    """The list as a marked workbook.

    Raises:
        FindingsError: where the file cannot be read at all, or has too many rows.
    """
    rows = _rows(path, checked)
    if rows is None:
        raise FindingsError(checked.findings)
    if checked.rows > MOST_MARKED_ROWS:
        told = finding("list.marked.too_large", where=Place(file=path.name), rows=checked.rows, most=MOST_MARKED_ROWS)
        raise FindingsError((told,))
    earlier = read_answers(since or path, FINDINGS_SHEET)
    marked = _answered(checked, rows, earlier)
    known = {item.mark for item in earlier}
    marks = {finding_mark(item.finding, item.key) for item in marked}
    asked = tuple(item for item in marked if not item.answer)
    return MarkedList(
        file=path.name,
        content=mark_workbook(_as_workbook(path), marked, phrasebook, _letters(checked)),
        asked=tuple(item.finding for item in asked),
        answered=tuple(item.finding for item in marked if item.answer),
        new=sum(finding_mark(item.finding, item.key) not in known for item in asked) if earlier else len(asked),
        resolved=len(known - marks),
        has_earlier=bool(earlier),
    )


def open_findings(path: Path, checked: ListCheck) -> tuple[Finding, ...]:
    """The findings of a list that nobody has answered in the workbook itself."""
    earlier = read_answers(path, FINDINGS_SHEET)
    rows = _rows(path, checked) if earlier else None
    if rows is None:
        return checked.findings
    return tuple(item.finding for item in _answered(checked, rows, earlier) if not item.answer)


def _rows(path: Path, checked: ListCheck) -> ListRows | None:
    if checked.reading is not None:
        return checked.reading.meaning.rows if checked.reading.meaning else None
    return read_list(path)[0]


def _answered(checked: ListCheck, rows: ListRows, earlier: tuple[AnsweredFinding, ...]) -> tuple[MarkedFinding, ...]:
    """Each finding with its answer; an error stays open whatever was answered, for it stops the work."""
    keys = row_keys(rows, read_field_dictionary())
    answers = {item.mark: item.answer for item in earlier if item.answer}
    told = []
    for item in checked.findings:
        if item.where.sheet == FINDINGS_SHEET:
            continue
        key = keys.get((item.where.sheet, item.where.row), "")
        answer = "" if item.severity is Severity.ERROR else answers.get(finding_mark(item, key), "")
        told.append(MarkedFinding(finding=item, key=key, answer=answer))
    return tuple(told)


def _letters(checked: ListCheck) -> dict[tuple[str, str], str]:
    """Letters of columns as far as the reader of free workbooks knows them, by header and by field."""
    tables = checked.reading.tables if checked.reading is not None else ()
    by_field = {(table.sheet, item.guess.field): item.letter for table in tables for item in table.columns}
    by_header = {(table.sheet, item.guess.header): item.letter for table in tables for item in table.columns}
    return {**by_field, **by_header}


def _as_workbook(path: Path) -> bytes:
    """The file itself where it is an xlsx that a child process could hold, else its values as one."""
    raw = path.read_bytes()
    if file_kind(raw) is FileKind.WORKBOOK:
        _, refused = read_apart(raw, Task.WHOLE, path.name)
        if refused:
            raise FindingsError(refused)
        return raw
    return plain_workbook(SheetCells(title=title, rows=rows) for title, rows in read_sheets(path))
