"""The smallest xlsb: a zip with the binary parts of a workbook, texts in the cells."""

import struct
import zipfile
from pathlib import Path

from tests.workbooks.sheet import Sheet

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def write_xlsb(sheets: list[Sheet], path: Path) -> Path:
    """An xlsb workbook of the sheets."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _types(len(sheets)))
        archive.writestr("_rels/.rels", _links([("officeDocument", "xl/workbook.bin")]))
        links = [("worksheet", f"worksheets/sheet{at}.bin") for at in range(1, len(sheets) + 1)]
        archive.writestr("xl/_rels/workbook.bin.rels", _links(links))
        archive.writestr("xl/workbook.bin", _book(sheets))
        for at, sheet in enumerate(sheets, start=1):
            archive.writestr(f"xl/worksheets/sheet{at}.bin", _page(sheet))
    return path


def _types(count: int) -> str:
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.bin" ContentType="application/vnd.ms-excel.worksheet"/>'
        for at in range(1, count + 1)
    )
    book = (
        '<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">{rels}{book}{parts}</Types>'


def _links(items: list[tuple[str, str]]) -> str:
    parts = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(items, start=1)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">{parts}</Relationships>'


def _varint(number: int) -> bytes:
    parts = b""
    while True:
        low, number = number & 0x7F, number >> 7
        parts += bytes([low | (0x80 if number else 0)])
        if not number:
            return parts


def _record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0xFF, kind >> 8])
    return head + _varint(len(data)) + data


def _text(text: str) -> bytes:
    data = text.encode("utf-16-le")
    return struct.pack("<I", len(data) // 2) + data


def _book(sheets: list[Sheet]) -> bytes:
    bundle = b"".join(
        _record(0x019C, struct.pack("<II", int(sheet.hidden), at) + _text(f"rId{at}") + _text(sheet.name))
        for at, sheet in enumerate(sheets, start=1)
    )
    return _record(0x0183) + _record(0x018F) + bundle + _record(0x0190) + _record(0x0184)


def _page(sheet: Sheet) -> bytes:
    width = max(map(len, sheet.rows), default=1)
    parts = [
        _record(0x0181),
        _record(0x0194, struct.pack("<IIII", 0, max(len(sheet.rows) - 1, 0), 0, width - 1)),
        _record(0x0191),
    ]
    for at, cells in enumerate(sheet.rows):
        parts.append(_record(0x00, struct.pack("<III", at, 0, 0) + bytes(13)))
        for column, cell in enumerate(cells):
            if cell != "":
                parts.append(_cell(column, cell))
    merged = b"".join(_record(0x01B0, struct.pack("<4I", t, b, l, r)) for t, l, b, r in sheet.merges)  # noqa: E741
    if merged:
        merged = _record(0x01B1, struct.pack("<I", len(sheet.merges))) + merged + _record(0x01B2)
    return b"".join(parts) + _record(0x0192) + merged + _record(0x0182)


def _cell(column: int, cell: str | float) -> bytes:
    head = struct.pack("<II", column, 0)
    if isinstance(cell, str):
        return _record(0x06, head + _text(cell))
    return _record(0x05, head + struct.pack("<d", float(cell)))
