"""The ways in which the child reads a workbook; each gives lines about sheets, then their rows in portions."""

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any, Protocol, cast
from zipfile import ZipFile

from planner.sources.apart.archive import MOST_SHEETS
from planner.sources.apart.formulas import formulas_without_value, merged_cells, uncalculated_cells
from planner.sources.apart.merged_ranges import merged_ranges
from planner.sources.apart.refusal import RefusedError, Why
from planner.sources.lists_kind import FileKind, file_kind
from planner.sources.lists_workbook_cells import cell_text

__all__ = ["READINGS", "described"]

Line = dict[str, Any]
_MOST_ROWS = 1_500_000
_PORTION = 500


def described(error: BaseException) -> str:
    """What a reader said of a damaged workbook."""
    return f"{type(error).__name__}: {error}"[:200]


class _Sheet(Protocol):
    """What openpyxl's read-only sheets offer; its own type is private."""

    title: str
    sheet_state: str
    _worksheet_path: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, values_only: bool) -> Iterator[tuple[object, ...]]: ...


def _grids(raw: bytes) -> Iterator[Line]:
    """Every work sheet of any kind of workbook, by calamine: its cells from A1 on, merged ranges, lost formulas."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - as the task needs

    kind = file_kind(raw)
    unsaved = uncalculated_cells(raw) if kind is FileKind.WORKBOOK else {}
    merged = merged_ranges(raw, kind)
    with CalamineWorkbook.from_filelike(BytesIO(raw)) as book:
        _check_count(len(book.sheets_metadata))
        for data in book.sheets_metadata:
            if data.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(data.name)
            ranges = sheet.merged_cell_ranges if sheet.end is not None else None
            spans = merged.get(data.name) or [(top, left, low, right) for (top, left), (low, right) in ranges or ()]
            yield {
                "sheet": data.name,
                "hidden": data.visible is not SheetVisibleEnum.Visible or _is_hidden_table(raw, kind, data.name),
                "spans": spans,
                "knows_spans": ranges is not None or data.name in merged,
                "unsaved": unsaved.get(data.name, ()),
            }
            rows = sheet.to_python(skip_empty_area=False, nrows=_MOST_ROWS + 1) if sheet.end is not None else []
            yield from _portions(rows)


def _tables(raw: bytes) -> Iterator[Line]:
    """Every sheet of an xlsx, by openpyxl, the size that it states of itself not believed."""
    from openpyxl import load_workbook  # noqa: PLC0415 - as the task needs

    with warnings.catch_warnings(), ZipFile(BytesIO(raw)) as archive:
        warnings.simplefilter("ignore")  # openpyxl warns of styles and validations, which no list needs
        workbook = load_workbook(BytesIO(raw), read_only=True, data_only=True)
        _check_count(len(workbook.worksheets))
        for sheet in cast("list[_Sheet]", workbook.worksheets):
            hidden = sheet.sheet_state != "visible"
            xml = b"" if hidden else archive.read(sheet._worksheet_path)  # noqa: SLF001 - no other way to the part
            told = {"merged": merged_cells(xml), "unvalued": formulas_without_value(xml)}
            yield {"sheet": sheet.title, "hidden": hidden, **told}
            if not hidden:
                sheet.reset_dimensions()
                yield from _portions(islice(sheet.iter_rows(values_only=True), _MOST_ROWS + 2))


def _whole(raw: bytes) -> Iterator[Line]:
    """Nothing of an xlsx: whether it can be held as a whole, which giving it back marked takes."""
    from openpyxl import load_workbook  # noqa: PLC0415 - as the task needs

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        load_workbook(BytesIO(raw))
    yield from ()


READINGS: dict[str, Callable[[bytes], Iterator[Line]]] = {"grids": _grids, "tables": _tables, "whole": _whole}


def _check_count(sheets: int) -> None:
    """Refuses what no hand made: a part may be the sheet of many names, and would be read for each."""
    if sheets > MOST_SHEETS:
        raise RefusedError(Why.LIMITS)


def _portions(rows: Iterator[Sequence[object]] | Sequence[Sequence[object]]) -> Iterator[Line]:
    """The rows as texts, the empty cells at the end of each left out; rows without any are counted."""
    portion: list[list[str]] = []
    blank = 0
    for row in rows:
        texts = _trimmed(row)
        if not texts:
            blank += 1
            continue
        if blank or len(portion) == _PORTION:
            yield {"rows": portion}
            yield {"blank": blank}
            portion, blank = [], 0
        portion.append(texts)
    yield {"rows": portion}


def _trimmed(row: Sequence[object]) -> list[str]:
    texts = [value if type(value) is str else cell_text(value) for value in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _is_hidden_table(raw: bytes, kind: FileKind, name: str) -> bool:
    """Whether an ods table has a style that is not shown, which calamine does not tell."""
    if kind is not FileKind.OPEN_DOCUMENT:
        return False
    with ZipFile(BytesIO(raw)) as archive:
        xml = archive.read("content.xml").decode("utf-8", "replace")
    table = re.search(rf'<table:table\s[^<>]*table:name="{re.escape(name)}"[^<>]*>', xml)
    style = re.search(r'table:style-name="([^"]+)"', table[0]) if table else None
    if style is None:
        return False
    body = re.search(rf'<style:style\s[^<>]*style:name="{re.escape(style[1])}".*?</style:style>', xml, re.DOTALL)
    return body is not None and 'table:display="false"' in body[0]
