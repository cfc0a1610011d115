"""What a workbook could hide: an archive that bursts, cells merged into one, formulas without a value."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from zipfile import ZipFile

from planner.errors import Finding, Place, finding

__all__ = ["MOST_UNPACKED_BYTES", "archive_findings", "formulas_without_value", "sheet_findings"]

MOST_UNPACKED_BYTES = 512 * 1024 * 1024
"""Size of the largest workbook when unpacked; 100,000 lines take about 250 MB."""

_MOST_RATIO = 100
_HARMLESS_BYTES = 16 * 1024 * 1024
_MOST_TOLD = 1000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})"')
_WITHOUT_VALUE = re.compile(
    rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})([0-9]{1,7})"[^>]*>\s*'
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


def archive_findings(raw: bytes, place: Place) -> tuple[Finding, ...]:
    """Why a workbook's archive is not opened: locked, or growing beyond measure when unpacked.

    Args:
        raw: the bytes of a file that `file_kind` found to be a workbook.
        place: the file.
    """
    with ZipFile(BytesIO(raw)) as archive:
        members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        return (finding("list.file.wrong_kind", where=place, kind="password-protected zip"),)
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED_BYTES or (unpacked > _HARMLESS_BYTES and unpacked > _MOST_RATIO * len(raw)):
        return (finding("list.workbook.bomb", where=place, megabytes=unpacked // 1024**2, packed=len(raw) // 1024),)
    return ()


def sheet_findings(xml: bytes, place: Place, headers: Sequence[str]) -> tuple[Finding, ...]:
    """Merged cells, and formulas that were never calculated: both would be read as empty cells.

    Args:
        xml: the sheet's part of the archive.
        place: file and sheet.
        headers: the headers of its first row, to name columns.
    """
    return (*_merged_cells(xml, place, headers), *_formulas_without_value(xml, place, headers))


def _merged_cells(xml: bytes, place: Place, headers: Sequence[str]) -> Iterable[Finding]:
    for found in list(_MERGED.finditer(xml))[:_MOST_TOLD]:
        letters, digits, end = (found[at].decode("ascii") for at in (1, 2, 3))
        where = _cell_place(place, headers, letters, digits)
        yield finding("list.sheet.merged", where=where, value=f"{letters}{digits}:{end}")


def formulas_without_value(xml: bytes) -> list[tuple[str, str]]:
    """Letters and row of the cells of a sheet's part whose formula was saved without its value."""
    found = list(_WITHOUT_VALUE.finditer(xml))[:_MOST_TOLD]
    return [(item.group(1).decode("ascii"), item.group(2).decode("ascii")) for item in found]


def _formulas_without_value(xml: bytes, place: Place, headers: Sequence[str]) -> Iterable[Finding]:
    for letters, digits in formulas_without_value(xml):
        where = _cell_place(place, headers, letters, digits)
        yield finding("list.cell.formula_without_value", where=where, value=f"{letters}{digits}")


def _cell_place(place: Place, headers: Sequence[str], letters: str, digits: str) -> Place:
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 - for workbooks alone

    at = column_index_from_string(letters) - 1
    column = headers[at] if at < len(headers) else letters
    return Place(file=place.file, sheet=place.sheet, row=int(digits), column=column)
