"""The archive of a workbook unpacked in a stream before anything reads it: what it says of itself may be a lie."""

import zlib
from copy import copy
from io import BytesIO
from typing import cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from planner.sources.apart.refusal import RefusedError, Why

__all__ = ["MOST_SHEETS", "MOST_UNPACKED_BYTES", "unpacked_size"]

MOST_UNPACKED_BYTES = 512 * 1024 * 1024
"""Size of the largest workbook when unpacked; 100,000 lines take about 250 MB."""

_MOST_RATIO = 100
_HARMLESS_BYTES = 16 * 1024 * 1024
_MOST_PARTS = 5000
_DIRECTORIES = ("workbook.xml", "workbook.xml.rels", "[Content_Types].xml", "manifest.xml")
_MOST_OF_DIRECTORY = 1024 * 1024
_BOOK, _SHEETS = "xl/workbook.xml", (b"<sheet ", b":sheet ")
MOST_SHEETS = 200
"""Sheets of the largest workbook: one part may be the sheet of many names, and would be read for each."""
_MOST_CELLS_OF_ROW = 16384
_CHUNK = 1024 * 1024
_MARKS = tuple(
    text.encode(encoding) for text in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_LONGEST_MARK = 32
_ROWS = ((b"<row", (b"<c ", b"<c>", b"<c/", b":c ")), (b"<table:table-row", (b"<table:table-cell",)))
_LOCKED = 1


def unpacked_size(raw: bytes) -> int:
    """Bytes of all parts of an archive, as they really unpack.

    Args:
        raw: the bytes of an xlsx, xlsb or ods workbook.

    Raises:
        RefusedError: where it is locked, bursts, lies about its parts, names one outside of itself or twice, holds a
            document type (an entity bomb or a way to other files needs one), or rows wider than any sheet.
    """
    try:
        with ZipFile(BytesIO(raw)) as archive:
            members = archive.infolist()
            _check_names(members)
            _check_sizes([member.file_size for member in members], len(raw))
            total = 0
            for member in members:
                total += _walk(archive, member, total, len(raw))
            return total
    except (BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        raise RefusedError(Why.DAMAGED, f"{type(error).__name__}: {error}"[:200]) from error


def _check_names(members: list[ZipInfo]) -> None:
    if any(member.flag_bits & _LOCKED for member in members):
        raise RefusedError(Why.LOCKED)
    seen: set[str] = set()
    for member in members:
        name = member.orig_filename
        plain = name.replace("\\", "/")
        if plain.startswith("/") or ".." in plain.split("/") or ":" in plain or "\0" in plain:
            raise RefusedError(Why.PATH, name[:200])
        if plain in seen:
            raise RefusedError(Why.DAMAGED, name[:200])
        seen.add(plain)


def _check_sizes(sizes: list[int], packed: int) -> None:
    unpacked = sum(sizes)
    bursts = unpacked > _HARMLESS_BYTES and unpacked > _MOST_RATIO * packed
    if unpacked > MOST_UNPACKED_BYTES or bursts or len(sizes) > _MOST_PARTS:
        raise RefusedError(Why.BOMB, megabytes=unpacked // 1024**2)


def _walk(archive: ZipFile, member: ZipInfo, before: int, packed: int) -> int:
    """The true size of a part; refused as soon as it is more than the part says."""
    unbound = copy(member)
    unbound.file_size = MOST_UNPACKED_BYTES + 1
    unbound.CRC = cast("int", None)  # zipfile then checks none
    size, sheets, tail, widths = 0, 0, b"", _Widths()
    with archive.open(unbound) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            _check_sizes([before, size], packed)
            if any(mark in tail + chunk for mark in _MARKS):
                raise RefusedError(Why.DOCTYPE, member.filename[:200])
            widths.add(chunk)
            sheets += sum(chunk.count(sign) for sign in _SHEETS) if member.filename == _BOOK else 0
            tail = chunk[-_LONGEST_MARK:]
    is_directory = member.filename.rpartition("/")[2] in _DIRECTORIES
    if sheets > MOST_SHEETS or (is_directory and size > _MOST_OF_DIRECTORY):
        raise RefusedError(Why.LIMITS)
    if size != member.file_size:
        raise RefusedError(Why.DAMAGED, f"{member.filename[:150]}: {size} != {member.file_size}")
    return size


class _Widths:
    """Counts the cells of each row of a sheet, chunk by chunk; a sign cut by a chunk's end is one cell less."""

    def __init__(self) -> None:
        self._open = [0] * len(_ROWS)

    def add(self, chunk: bytes) -> None:
        for at, (row, cells) in enumerate(_ROWS):
            for number, piece in enumerate(chunk.split(row)):
                found = sum(piece.count(cell) for cell in cells)
                self._open[at] = found if number else self._open[at] + found
                if self._open[at] > _MOST_CELLS_OF_ROW:
                    raise RefusedError(Why.WIDE, str(self._open[at]))
