"""Cells of an xlsx workbook whose formula nobody ever calculated: read by value, they would seem empty."""

import re
from io import BytesIO
from zipfile import ZipFile

from planner.sources.lists_workbook_guard import formulas_without_value

__all__ = ["uncalculated_cells"]

_SHEET = re.compile(r'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"[^>]*?r:id="([^"]+)"')
_RELATION = re.compile(r"<Relationship\s[^>]*>")
_ID, _TARGET = re.compile(r'\bId="([^"]+)"'), re.compile(r'\bTarget="([^"]+)"')


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
