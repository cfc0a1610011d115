"""The smallest xls: a compound file with one stream of BIFF8 records, texts, numbers and merged cells."""

import struct
from pathlib import Path

from tests.workbooks.sheet import Sheet

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALLEST = 4096


def write_xls(sheets: list[Sheet], path: Path) -> Path:
    """A BIFF8 workbook of the sheets."""
    path.write_bytes(_compound(_workbook(sheets)))
    return path


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _workbook(sheets: list[Sheet]) -> bytes:
    bof = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    code_page = _record(0x0042, struct.pack("<H", 1200))
    pages = [_page(sheet) for sheet in sheets]
    names = [sheet.name.encode("utf-16-le") for sheet in sheets]
    head = len(bof) + len(code_page) + sum(4 + 8 + len(name) for name in names) + 4
    bounds, at = b"", head
    for sheet, name, page in zip(sheets, names, pages, strict=True):
        bounds += _record(0x0085, struct.pack("<IBBBB", at, int(sheet.hidden), 0, len(name) // 2, 1) + name)
        at += len(page)
    return bof + code_page + bounds + _record(0x000A) + b"".join(pages)


def _page(sheet: Sheet) -> bytes:
    parts = [_record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))]
    width = max(map(len, sheet.rows), default=0)
    parts.append(_record(0x0200, struct.pack("<IIHHH", 0, len(sheet.rows), 0, width, 0)))
    for row, cells in enumerate(sheet.rows):
        parts += [_cell(row, column, cell) for column, cell in enumerate(cells) if cell != ""]
    merges = sheet.merges
    for start in range(0, len(merges), 1000):
        chunk = merges[start : start + 1000]
        data = struct.pack("<H", len(chunk)) + b"".join(struct.pack("<HHHH", t, b, l, r) for t, l, b, r in chunk)  # noqa: E741
        parts.append(_record(0x00E5, data))
    return b"".join(parts) + _record(0x000A)


def _cell(row: int, column: int, cell: str | float) -> bytes:
    if isinstance(cell, str):
        text = cell.encode("utf-16-le")
        return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text) // 2, 1) + text)
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, float(cell)))


def _compound(stream: bytes) -> bytes:
    stream = stream.ljust(max(SMALLEST, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    fat_sectors = -(-(sectors + 2) // (SECTOR // 4 - 1)) + 1
    directory = fat_sectors
    first = directory + 1
    chain = [FAT] * fat_sectors + [END] + [first + at + 1 for at in range(sectors - 1)] + [END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(fat_sectors * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, fat_sectors, directory, 0, SMALLEST, END, 0, END, 0)
    head += struct.pack(f"<{109}I", *range(fat_sectors), *[FREE] * (109 - fat_sectors))
    entries = _entry("Root Entry", 5, 1, END, 0) + _entry("Workbook", 2, FREE, first, len(stream)) + bytes(256)
    return head + table + entries + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    return head + struct.pack("<III", FREE, FREE, child) + bytes(36) + struct.pack("<IQ", start, size)
