"""The text of a CSV list: UTF-8 with or without its mark, or GB18030, and nothing guessed."""

import codecs
from io import BytesIO

from planner.errors import Finding, Place, finding

__all__ = ["decode_list"]

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_list(raw: bytes, file: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a list, or why its bytes are none.

    GB18030 reads almost any bytes as some text, so it is tried only on what is not UTF-8 with a defect: more sound
    UTF-8 characters than broken ones make a damaged UTF-8 file, whose first broken byte is told.

    Args:
        raw: the bytes of the file.
        file: its name, for findings.
    """
    if raw.startswith(_UTF16_MARKS):
        return None, (finding("list.file.utf16", where=Place(file=file)),)
    if b"\0" in BytesIO(raw).readline():
        return None, (finding("list.file.binary", where=Place(file=file)),)
    marked = raw.startswith(codecs.BOM_UTF8)
    body = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        broken = error
    if not marked and not _is_mostly_utf8(body):
        try:
            return body.decode("gb18030"), ()
        except UnicodeDecodeError as error:
            broken = error
    return None, (_undecodable(body, broken, file),)


def _is_mostly_utf8(body: bytes) -> bool:
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    return sound >= broken


def _undecodable(body: bytes, error: UnicodeDecodeError, file: str) -> Finding:
    """The first byte that is no text, with its row and, where no cell is quoted, its column."""
    before = body[: error.start]
    row = before.count(b"\n") + 1
    cells = before.rpartition(b"\n")[2].count(b",")
    headers = body.partition(b"\n")[0].decode(error.encoding, "replace").strip().split(",")
    column = headers[cells] if row > 1 and b'"' not in before and cells < len(headers) else ""
    where = Place(file=file, row=row, column=column)
    return finding("list.file.encoding", where=where, value=f"0x{body[error.start]:02X}", byte=error.start + 1)
