"""Cells of an xlsx workbook that would seem empty: merged ones, and formulas that nobody ever calculated."""

import re
from io import BytesIO
from zipfile import ZipFile

__all__ = ["formulas_without_value", "merged_cells", "uncalculated_cells"]

_MOST_TOLD = 1000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})"')
_WITHOUT_VALUE = re.compile(
    rb'<(?:\w+:)?c\s(?:[^<>]*?\s)?r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*>\s*'
    rb"<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_SHEET = re.compile(r'<(?:\w+:)?sheet\s[^<>]*?name="([^"]*)"[^<>]*?r:id="([^"]+)"')
_RELATION = re.compile(r"<Relationship\s[^<>]*>")
_ID, _TARGET = re.compile(r'\bId="([^"]+)"'), re.compile(r'\bTarget="([^"]+)"')


def merged_cells(xml: bytes) -> list[tuple[str, str, str]]:
    """Letters and row of the first cell of each merged range of a sheet's part, and its last cell."""
    found = list(_MERGED.finditer(xml))[:_MOST_TOLD]
    return [(item[1].decode("ascii"), item[2].decode("ascii"), item[3].decode("ascii")) for item in found]


def formulas_without_value(xml: bytes) -> list[tuple[str, str]]:
    """Letters and row of the cells of a sheet's part whose formula was saved without its value."""
    found = list(_WITHOUT_VALUE.finditer(xml))[:_MOST_TOLD]
    return [(item.group(1).decode("ascii"), item.group(2).decode("ascii")) for item in found]


def uncalculated_cells(raw: bytes) -> dict[str, tuple[tuple[int, int], ...]]:
    """For each sheet the cells (row, column, counted from 0) with a formula and no value.

    Args:
        raw: the bytes of an xlsx workbook.
    """
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 - for workbooks alone

    found: dict[str, tuple[tuple[int, int], ...]] = {}
    with ZipFile(BytesIO(raw)) as archive:
        names = set(archive.namelist())
        for sheet, part in _parts(archive):
            xml = archive.read(part) if part in names else b""
            if b"<f" in xml or b":f" in xml:
                cells = formulas_without_value(xml)
                found[sheet] = tuple((int(row) - 1, column_index_from_string(letters) - 1) for letters, row in cells)
    return found


def _parts(archive: ZipFile) -> list[tuple[str, str]]:
    """Names of sheets and of the parts that hold them."""
    try:
        book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
        relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    except KeyError:
        return []
    targets = {}
    for item in _RELATION.findall(relations):
        key, target = _ID.search(item), _TARGET.search(item)
        if key and target:
            targets[key[1]] = target[1].removeprefix("/xl/").removeprefix("/")
    return [(_unescaped(name), f"xl/{targets[key]}") for name, key in _SHEET.findall(book) if key in targets]


def _unescaped(name: str) -> str:
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        name = name.replace(entity, sign)
    return name
