"""A list given back: the same workbook with its faulty cells marked, a comment in each, and a sheet of findings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planner.errors import Finding, Severity
from planner.errors.sentences import tell
from planner.orders.finding_marks import finding_mark
from planner.terms import N_, Phrasebook, inert_cell

__all__ = [
    "FINDINGS_SHEET",
    "MARK_HEADERS",
    "MarkedColumns",
    "MarkedFinding",
    "SheetCells",
    "mark_workbook",
    "plain_workbook",
]

FINDINGS_SHEET = "问题清单"
MARK_HEADERS = (
    N_("Sheet"),
    N_("Row"),
    N_("Column"),
    N_("Value"),
    N_("Severity"),
    N_("What is wrong"),
    N_("How to repair it"),
    N_("Answer"),
    N_("Mark"),
)
"""The answer is for the reader to fill in; the mark is how a finding is known again."""

MarkedColumns = Mapping[tuple[str, str], str]
"""(sheet, column as findings name it) to the letter of the column, as far as the reader of the list knows it."""

SEVERITIES = {"error": N_("Error"), "warning": N_("Warning"), "note": N_("Note")}
_FILLS = {"error": "F8CBAD", "warning": "FFE699", "note": "DDEBF7"}
_LAST_HEADER_ROW = 15
MOST_SIGNS = 32_767
_REACHES = re.compile(
    r"[|\[]|\\\\|://|\b(HYPERLINK|WEBSERVICE|FILTERXML|IMPORT\w+|RTD|CALL|REGISTER\S*|EXEC|DDE\w*)\s*\(", re.IGNORECASE
)
"""What a formula needs to start a program or to ask another machine or file: DDE, external names, such functions."""
_AUTHOR = "planner"
_COMMENT_SIZE = (420, 160)
_WIDTHS = (14, 8, 20, 24, 10, 60, 50, 16, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCells:
    """A sheet of a file that is no xlsx: its title and its rows of text."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedFinding:
    """A finding on its way back: the key of its row (see `finding_mark`), and what a person answered, '' if nothing."""

    finding: Finding
    key: str
    answer: str = ""


def plain_workbook(sheets: Iterable[SheetCells]) -> bytes:
    """An xlsx of a list that came as CSV or in an older format: values only, rows where they stood."""
    book = Workbook(write_only=True)
    for item in sheets:
        sheet = book.create_sheet(item.title or "Sheet1")
        for row in item.rows:
            sheet.append([_text(sheet, text) for text in row])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def mark_workbook(
    content: bytes,
    findings: tuple[MarkedFinding, ...],
    phrasebook: Phrasebook,
    columns: MarkedColumns | None = None,
) -> bytes:
    """The workbook with each finding's cell filled and commented, and a sheet of findings in front.

    Args:
        content: the bytes of an xlsx; what openpyxl knows of it stays as it is (charts and pictures do not).
        findings: what is said; answered ones are listed last and mark no cell.
        phrasebook: the reader's language.
        columns: letters of columns; where none is known the header is looked for by its text.
    """
    book = load_workbook(BytesIO(content))
    if FINDINGS_SHEET in book.sheetnames:
        del book[FINDINGS_SHEET]
    sheets = {sheet.title: cast("Worksheet", sheet) for sheet in book.worksheets}
    for sheet in sheets.values():
        _clear(sheet)
        _take_reach(sheet)
    first = next(iter(sheets.values()), None)
    for cell, told in _by_cell(
        [item.finding for item in findings if not item.answer], sheets, first, dict(columns or {})
    ):
        _mark(cell, told, phrasebook)
    _list_findings(book, findings, phrasebook)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _text(sheet: Any, value: str | int) -> object:  # noqa: ANN401 - openpyxl's sheets of two kinds
    """A cell that stays text where openpyxl would guess a formula; signs that no sheet can hold are left out."""
    if not isinstance(value, str):
        return value
    cell: Any = WriteOnlyCell(sheet, value="")
    cell._value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub("", value)[:MOST_SIGNS], "s"  # noqa: SLF001 - its setter guesses
    return cell


def _take_reach(sheet: Worksheet) -> None:
    """Makes text of formulas that reach outside of their workbook: the sender's, and somebody else opens it."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f" and _REACHES.search(str(getattr(cell.value, "text", cell.value))):
                text = inert_cell(str(getattr(cell.value, "text", cell.value)))
                cell.value, cell.data_type = text, "s"


def _by_cell(
    findings: list[Finding],
    sheets: dict[str, Worksheet],
    first: Worksheet | None,
    letters: dict[tuple[str, str], str],
) -> Iterator[tuple[Cell, list[Finding]]]:
    """Each cell that is spoken of with all that is said of it; findings about whole files mark none."""
    told: dict[tuple[str, int, int], list[Finding]] = {}
    headers: dict[tuple[str, str], int] = {}
    for item in findings:
        sheet = sheets.get(item.where.sheet, first if not item.where.sheet else None)
        if sheet is None or item.where.row < 1 or item.where.row > sheet.max_row:
            continue
        key = (item.where.sheet, item.where.column)
        if key not in headers:
            headers[key] = column_index_from_string(letters[key]) if key in letters else _find_column(sheet, key[1])
        told.setdefault((sheet.title, item.where.row, headers[key]), []).append(item)
    for (title, row, column), said in told.items():
        yield _top_left(sheets[title], row, column), said


def _find_column(sheet: Worksheet, column: str) -> int:
    """The column below a header of this text, the first one where none has it."""
    wanted = "".join(column.split())
    for row in sheet.iter_rows(min_row=1, max_row=min(_LAST_HEADER_ROW, sheet.max_row)):
        for cell in row:
            if wanted and isinstance(cell.value, str) and "".join(cell.value.split()) == wanted:
                return int(cell.column)
    return 1


def _top_left(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell itself, or the one of its merged range that holds the value."""
    cell = sheet.cell(row=row, column=column)
    if isinstance(cell, MergedCell):
        for span in sheet.merged_cells.ranges:
            if cell.coordinate in span:
                return sheet.cell(row=span.min_row, column=span.min_col)  # type: ignore[return-value]
    return cell  # type: ignore[return-value]


def _mark(cell: Cell, told: list[Finding], phrasebook: Phrasebook) -> None:
    ranked = sorted(told, key=lambda item: tuple(Severity).index(item.severity))
    cell.fill = PatternFill("solid", fgColor=_FILLS[str(ranked[0].severity)])
    said = "\n".join(dict.fromkeys(" ".join(tell(item, phrasebook)) for item in ranked))
    kept = f"{cell.comment.text}\n" if cell.comment is not None and cell.comment.author != _AUTHOR else ""
    comment = Comment(f"{kept}{said}", _AUTHOR)
    comment.width, comment.height = _COMMENT_SIZE
    cell.comment = comment


def _clear(sheet: Worksheet) -> None:
    """Takes earlier marks off, so that a mended cell looks mended; a fill that the cell had before is gone with it."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment is not None and cell.comment.author == _AUTHOR:
                cell.comment = None
                cell.fill = PatternFill()


def _finding_cells(item: MarkedFinding, phrasebook: Phrasebook) -> list[str | int]:
    where, (what, repair) = item.finding.where, tell(item.finding, phrasebook)
    severity = phrasebook.say(SEVERITIES[str(item.finding.severity)])
    place = [where.sheet, where.row or "", where.column]
    return [*place, item.finding.value, severity, what, repair, item.answer, finding_mark(item.finding, item.key)]


def _list_findings(book: Workbook, findings: tuple[MarkedFinding, ...], phrasebook: Phrasebook) -> None:
    sheet = book.create_sheet(FINDINGS_SHEET, 0)
    sheet.append([phrasebook.say(header) for header in MARK_HEADERS])
    for item in sorted(findings, key=lambda item: bool(item.answer)):
        sheet.append([_text(sheet, text) for text in _finding_cells(item, phrasebook)])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for at, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(MARK_HEADERS))}{max(2, sheet.max_row)}"
    book.active = 0
