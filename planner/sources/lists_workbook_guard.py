"""What a workbook could hide: cells merged into one, formulas without a value; both would be read as empty cells."""

from collections.abc import Iterator, Sequence

from planner.errors import Finding, Place, finding
from planner.sources.apart import ApartSheet

__all__ = ["sheet_findings"]


def sheet_findings(sheet: ApartSheet, place: Place, headers: Sequence[str]) -> tuple[Finding, ...]:
    """Merged cells, and formulas that were never calculated.

    Args:
        sheet: the sheet as a child read it.
        place: file and sheet.
        headers: the headers of its first row, to name columns.
    """
    return (*_merged_cells(sheet, place, headers), *_formulas_without_value(sheet, place, headers))


def _merged_cells(sheet: ApartSheet, place: Place, headers: Sequence[str]) -> Iterator[Finding]:
    for letters, digits, end in sheet.merged:
        where = _cell_place(place, headers, letters, digits)
        yield finding("list.sheet.merged", where=where, value=f"{letters}{digits}:{end}")


def _formulas_without_value(sheet: ApartSheet, place: Place, headers: Sequence[str]) -> Iterator[Finding]:
    for letters, digits in sheet.unvalued:
        where = _cell_place(place, headers, letters, digits)
        yield finding("list.cell.formula_without_value", where=where, value=f"{letters}{digits}")


def _cell_place(place: Place, headers: Sequence[str], letters: str, digits: str) -> Place:
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 - for workbooks alone

    at = column_index_from_string(letters) - 1
    column = headers[at] if at < len(headers) else letters
    return Place(file=place.file, sheet=place.sheet, row=int(digits), column=column)
