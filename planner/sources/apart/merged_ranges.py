"""Merged ranges of ods and xlsb workbooks, which calamine does not tell."""

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring, iterparse
from zipfile import ZipFile

from planner.sources.lists_kind import FileKind

__all__ = ["merged_ranges"]

Corners = tuple[int, int, int, int]
"""Top, left, bottom and right, counted from 0, the ends included."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LINK = re.compile(rb"<Relationship\b[^<>]*?>")
_SPANNED = re.compile(rb'number-(?:rows|columns)-spanned="(?!1")')
_MOST_REPEATED = 1 << 20
_SHEET, _MERGE = 156, 176
_END_OF_CELLS = b"\x92\x01\x00"
"""BrtEndSheetData (MS-XLSB 2.4.462) without content: what is merged stands behind the cells."""


def merged_ranges(raw: bytes, kind: FileKind) -> dict[str, tuple[Corners, ...]]:
    """The merged ranges of each sheet by its name; nothing for other kinds, and for a part that cannot be read.

    Args:
        raw: the bytes of a workbook that was found safe to unpack.
        kind: what it is.
    """
    readers = {FileKind.OPEN_DOCUMENT: _ods, FileKind.BINARY_WORKBOOK: _xlsb}
    if kind not in readers:
        return {}
    try:
        with ZipFile(BytesIO(raw)) as archive:
            return dict(readers[kind](archive))
    except (KeyError, ParseError, struct.error, UnicodeDecodeError, IndexError):
        return {}


def _ods(archive: ZipFile) -> Iterator[tuple[str, tuple[Corners, ...]]]:
    """Tables in turn; each is forgotten once it was read. A content with a document type of its own is not read."""
    xml = archive.read("content.xml")
    if _SPANNED.search(xml) is None or b"<!DOCTYPE" in xml:
        return
    row = 0
    spans: list[Corners] = []
    for event, item in iterparse(BytesIO(xml), events=("start", "end")):  # nosec B314  # noqa: S314 - no entities without a DTD
        if event == "start" and item.tag == f"{_TABLE}table":
            row, spans = 0, []
        elif event == "end" and item.tag == f"{_TABLE}table-row":
            spans += _spans_of_row(item, row)
            row += _count(item, "number-rows-repeated")
            item.clear()
        elif event == "end" and item.tag == f"{_TABLE}table":
            yield item.get(f"{_TABLE}name", ""), tuple(spans)
            item.clear()


def _spans_of_row(row: Element, at: int) -> Iterator[Corners]:
    column = 0
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        high, wide = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if high > 1 or wide > 1:
            yield at, column, at + high - 1, column + wide - 1
        column += _count(cell, "number-columns-repeated")


def _count(item: Element, name: str) -> int:
    text = item.get(f"{_TABLE}{name}", "1")
    return min(int(text), _MOST_REPEATED) if text.isdigit() else 1


def _xlsb(archive: ZipFile) -> Iterator[tuple[str, tuple[Corners, ...]]]:
    links = {}
    for found in _LINK.findall(archive.read("xl/_rels/workbook.bin.rels")):
        link = fromstring(found if found.endswith(b"/>") else found[:-1] + b"/>")  # nosec B314  # noqa: S314 - one tag, no entity
        links[link.get("Id", "")] = link.get("Target", "")
    for kind, data in _records(archive.read("xl/workbook.bin"), 0):
        if kind == _SHEET:
            part_id, rest = _wide_text(data, 8)
            name, _ = _wide_text(data, rest)
            part = links.get(part_id, "").removeprefix("/xl/")
            yield name, tuple(_ranges(archive.read(f"xl/{part}")))


def _wide_text(data: bytes, at: int) -> tuple[str, int]:
    length = struct.unpack_from("<I", data, at)[0]
    end = at + 4 + 2 * length
    return data[at + 4 : end].decode("utf-16-le"), end


def _ranges(data: bytes) -> Iterator[Corners]:
    """Ranges behind the cells; the mark of their end counts where whole records follow it to the end of the part."""
    at = data.rfind(_END_OF_CELLS)
    while at >= 0:
        records = list(_records(data, at))
        if records:
            for kind, content in records:
                if kind == _MERGE:
                    top, bottom, left, right = struct.unpack_from("<4I", content)
                    yield top, left, bottom, right
            return
        at = data.rfind(_END_OF_CELLS, 0, at)


def _records(data: bytes, at: int) -> list[tuple[int, bytes]]:
    """The records from a place on, none where they do not end with the part."""
    found = []
    while at < len(data):
        kind, at = _number(data, at)
        size, at = _number(data, at)
        found.append((kind, data[at : at + size]))
        at += size
    return found if at == len(data) else []


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and the place behind it."""
    number, shift = 0, 0
    while True:
        part, at = data[at], at + 1
        number |= (part & 0x7F) << shift
        shift += 7
        if not part & 0x80:
            return number, at
