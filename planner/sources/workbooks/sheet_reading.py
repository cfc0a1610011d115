"""A grid as a sheet of a list: header found, columns settled, rows sorted, cells filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from planner.errors import Finding, Place, Severity, finding
from planner.inventory import FieldDictionary
from planner.inventory.meaning import (
    KEPT,
    ColumnGuess,
    HeaderWords,
    MeaningContext,
    RawColumn,
    SheetKind,
    SheetTable,
    Sureness,
    Unit,
    guess_column,
    read_unit,
    settle_columns,
)
from planner.sources.workbooks.answers import SheetAnswer, answered, template_of
from planner.sources.workbooks.fills import Fills, fill_columns
from planner.sources.workbooks.grids import Grid, column_letter
from planner.sources.workbooks.header_block import HeaderBlock, find_header, stacked_headers
from planner.sources.workbooks.rows import RowKind, SortedRows, sort_rows
from planner.sources.workbooks.sheet_kinds import kind_of_sheet

__all__ = ["ReadingTerms", "read_grid"]

_STATED_UNIT = re.compile(r"单位\s*[:：]\s*([^\s)）;；,，。]{1,12})")
_MOST_TOLD = 200
_DOUBTS = {
    "likeness": "list.column.likeness",
    "unit": "list.column.unit",
    "content": "list.column.content",
    "several": "list.column.several",
    "percent": "list.column.percent",
    "industry": "list.column.industry",
    "twice": "list.column.twice",
}
_ROWS = {
    RowKind.SUM: "list.rows.sum",
    RowKind.HEADING: "list.rows.heading",
    RowKind.NOTE: "list.rows.note",
    RowKind.HEADER: "list.rows.header",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingTerms:
    """What is needed to read any sheet of a list.

    Attributes:
        context: names of the city and of the rules.
        answers: what people said about templates, by their fingerprint.
    """

    dictionary: FieldDictionary
    words: HeaderWords
    context: MeaningContext
    answers: Mapping[str, SheetAnswer] = field(default_factory=dict)


def read_grid(grid: Grid, file: str, terms: ReadingTerms) -> tuple[SheetTable | None, tuple[Finding, ...]]:
    """The sheet's part of the list, None where it holds none; then the findings say why."""
    place = Place(file=file, sheet=grid.sheet)
    if grid.is_hidden:
        return None, (finding("list.sheet.hidden", Severity.NOTE, place),)
    block = find_header(grid, terms.words) if grid.cells.size else None
    if block is None:
        return None, (finding("list.sheet.no_list", Severity.NOTE, place),)
    title = " ".join(text for text in grid.cells[: block.first].ravel().tolist() if text.strip())
    stacks = _stacks(grid, block)
    template = template_of(["/".join(parts) for parts in stacks.values()])
    answer = terms.answers.get(template)
    kind = answer.kind if answer and answer.kind else kind_of_sheet(grid.sheet, title)
    if kind is SheetKind.SKIP:
        return None, (finding("list.sheet.summary", Severity.NOTE, place),)
    rows = sort_rows(grid, block, terms.words)
    columns = _columns(grid, stacks, rows, terms, title)
    columns = _said(columns, answer, terms.dictionary)
    return _table(grid, place, block, rows, columns, kind, template, terms), ()


def _stacks(grid: Grid, block: HeaderBlock) -> dict[int, tuple[str, ...]]:
    """The headers of the columns that hold anything, by their place."""
    stacks = stacked_headers(grid, block)
    below = (grid.cells[block.data :] != "").any(axis=0)
    return {at: parts for at, parts in enumerate(stacks) if parts or below[at]}


def _columns(
    grid: Grid, stacks: Mapping[int, tuple[str, ...]], rows: SortedRows, terms: ReadingTerms, title: str
) -> tuple[RawColumn, ...]:
    texts = [grid.cells[rows.sources, at] for at in stacks]
    guesses = [_guess(parts, at, terms.dictionary) for at, parts in stacks.items()]
    settled = settle_columns(guesses, texts, terms.dictionary, terms.context, _stated_unit(title))
    return tuple(
        RawColumn(letter=column_letter(at), parts=parts, texts=cells, guess=guess)
        for (at, parts), cells, guess in zip(stacks.items(), texts, settled, strict=True)
    )


def _guess(parts: tuple[str, ...], at: int, dictionary: FieldDictionary) -> ColumnGuess:
    if parts:
        return guess_column(parts, dictionary)
    header = f"({column_letter(at)})"
    return ColumnGuess(header=header, field="", sureness=Sureness.UNKNOWN, confidence=0.0)


def _stated_unit(title: str) -> Unit | None:
    units = (read_unit(found[1]) for found in _STATED_UNIT.finditer(title))
    return next((unit for unit in units if unit is not None), None)


def _said(
    columns: tuple[RawColumn, ...], answer: SheetAnswer | None, dictionary: FieldDictionary
) -> tuple[RawColumn, ...]:
    guesses = [column.guess for column in columns]
    guesses = [*answered(guesses, [column.letter for column in columns], answer, dictionary)]
    return tuple(replace(column, guess=guess) for column, guess in zip(columns, guesses, strict=True))


def _table(  # noqa: PLR0913 - the parts of one record
    grid: Grid,
    place: Place,
    block: HeaderBlock,
    rows: SortedRows,
    columns: tuple[RawColumn, ...],
    kind: SheetKind,
    template: str,
    terms: ReadingTerms,
) -> SheetTable:
    fills = Fills(file=place.file, sheet=place.sheet, row=rows.sources + 1)
    kept = fill_columns(columns, grid.spans, terms.dictionary, fills)
    heading = np.where(rows.heading == "", grid.sheet, rows.heading) if len(rows.heading) else rows.heading
    findings = [*_column_findings(kept, place, block), *_row_findings(rows, place), *fills.findings]
    findings += _unsaved(grid, place, rows, columns)
    return SheetTable(
        file=place.file,
        sheet=place.sheet,
        kind=kind,
        header_rows=(block.first + 1, block.last + 1),
        columns=kept,
        row=rows.sources + 1,
        county=heading,
        template=template,
        changes=tuple(fills.changes),
        findings=tuple(findings),
    )


def _column_findings(columns: tuple[RawColumn, ...], place: Place, block: HeaderBlock) -> list[Finding]:
    """A warning for a column that is asked, a note for one that is kept without use."""
    found = []
    for column in columns:
        guess = column.guess
        where = Place(file=place.file, sheet=place.sheet, row=block.last + 1, column=guess.header)
        if guess.sureness is Sureness.UNSURE:
            told = {"field": guess.field or "?", "letter": column.letter}
            found.append(finding(_DOUBTS[guess.why], Severity.WARNING, where, value=guess.header, **told))
        elif guess.sureness is Sureness.UNKNOWN or guess.field == KEPT:
            found.append(finding("list.column.kept", Severity.NOTE, where, value=guess.header, letter=column.letter))
    return found


def _row_findings(rows: SortedRows, place: Place) -> list[Finding]:
    """One note a kind of row that is no source, at the first of them."""
    found = []
    for kind, code in _ROWS.items():
        left = [at + 1 for at, what in rows.left if what is kind]
        if left:
            where = Place(file=place.file, sheet=place.sheet, row=left[0])
            listed = ", ".join(map(str, left[:10])) + (" …" if len(left) > 10 else "")  # noqa: PLR2004
            found.append(finding(code, Severity.NOTE, where, count=len(left), rows=listed))
    return found


def _unsaved(grid: Grid, place: Place, rows: SortedRows, columns: tuple[RawColumn, ...]) -> list[Finding]:
    """Formulas without a value, in cells of sources and columns that are used."""
    if not grid.unsaved:
        return []
    sources, headers = set(rows.sources.tolist()), {column.letter: column.guess for column in columns}
    found = []
    for row, at in grid.unsaved[:_MOST_TOLD]:
        letter = column_letter(at)
        guess = headers.get(letter)
        if row in sources and guess is not None and guess.field not in ("", KEPT):
            where = Place(file=place.file, sheet=place.sheet, row=row + 1, column=guess.header)
            found.append(finding("list.cell.formula_without_value", where=where, value=f"{letter}{row + 1}"))
    return found
