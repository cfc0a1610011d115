"""What kind of file a list is, by its content and not by its name."""

from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

__all__ = ["BOOKS", "FileKind", "file_kind"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_MARKS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"SQLite format 3",
    b"{\\rtf",
)


class FileKind(StrEnum):
    """Kinds of files that are told apart; only text and workbooks are read."""

    TEXT = "text"
    WORKBOOK = "xlsx"
    ENCRYPTED_WORKBOOK = "password-protected xlsx"
    OLD_WORKBOOK = "xls"
    BINARY_WORKBOOK = "xlsb"
    OPEN_DOCUMENT = "ods"
    ZIP = "zip"
    OTHER = "binary"


BOOKS = (FileKind.WORKBOOK, FileKind.OLD_WORKBOOK, FileKind.BINARY_WORKBOOK, FileKind.OPEN_DOCUMENT)
"""The kinds of workbooks."""


def file_kind(raw: bytes) -> FileKind:
    """The kind of a file."""
    if raw.startswith(_OLE):
        is_encrypted = "EncryptedPackage".encode("utf-16-le") in raw
        return FileKind.ENCRYPTED_WORKBOOK if is_encrypted else FileKind.OLD_WORKBOOK
    if raw.startswith(b"PK\x03\x04"):
        return _zip_kind(raw)
    return FileKind.OTHER if raw.startswith(_OTHER_MARKS) else FileKind.TEXT


def _zip_kind(raw: bytes) -> FileKind:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):  # zipfile's own word for an archive it cannot read
        return FileKind.ZIP
    if "xl/workbook.bin" in names:
        return FileKind.BINARY_WORKBOOK
    if any(name.startswith("xl/") for name in names):
        return FileKind.WORKBOOK
    return FileKind.OPEN_DOCUMENT if "content.xml" in names else FileKind.ZIP
