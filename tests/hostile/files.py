"""Files that mean harm: bombs, ways to other files, shapes without end, wrong kinds; each of some kB to some MB."""

import io
import struct
import zipfile
from collections.abc import Callable
from functools import cache

from openpyxl import Workbook

Made = Callable[[], bytes]
MEGABYTE = 1024 * 1024
SHEET = "xl/worksheets/sheet1.xml"
LINKS = "xl/_rels/workbook.xml.rels"
ROWS = b'<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>'
OPEN = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
CLOSE = b"</sheetData></worksheet>"
LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">'.encode() for at in range(9))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
CELLS = (("enterprise_name", "county_code", "source_id", "pm_kg_per_day"), ("甲厂", "140404", "a", 1))


@cache
def workbook() -> bytes:
    """A small workbook that means no harm."""
    book = Workbook()
    for row in CELLS:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def with_part(name: str, content: bytes, base: bytes | None = None) -> bytes:
    """The workbook with a part added or exchanged."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base or workbook())) as source, zipfile.ZipFile(written, "w", 8) as target:
        for item in source.infolist():
            if item.filename != name:
                target.writestr(item.filename, source.read(item.filename))
        target.writestr(name, content)
    return written.getvalue()


def part(name: str) -> bytes:
    """A part of the small workbook."""
    with zipfile.ZipFile(io.BytesIO(workbook())) as source:
        return source.read(name)


def sheet(rows: bytes, behind: bytes = b"") -> bytes:
    """A workbook whose sheet holds these rows."""
    return with_part(SHEET, OPEN + rows + CLOSE.replace(b"</worksheet>", behind + b"</worksheet>"))


def bomb() -> bytes:
    """600 MB of blanks in a cell."""
    return sheet(b'<row><c t="inlineStr"><is><t>' + b" " * (600 * MEGABYTE) + b"</t></is></c></row>")


def lying_bomb() -> bytes:
    """300 MB of blanks that the archive says are 1000 bytes."""
    raw = bytearray(sheet(b'<row><c t="inlineStr"><is><t>' + b" " * (300 * MEGABYTE) + b"</t></is></c></row>"))
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as archive:
        true = struct.pack("<I", archive.getinfo(SHEET).file_size)
    return bytes(raw).replace(true, struct.pack("<I", 1000))


def overlapping_bomb() -> bytes:
    """A thousand parts that are the same 2 MB."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", 8) as target:
        target.writestr("xl/workbook.xml", part("xl/workbook.xml"))
        target.writestr("xl/a.xml", b" " * (2 * MEGABYTE))
        first = target.filelist[-1]
        for at in range(1000):
            twin = zipfile.ZipInfo(f"xl/b{at}.xml")
            for name in ("header_offset", "CRC", "compress_size", "file_size", "compress_type", "flag_bits"):
                setattr(twin, name, getattr(first, name))
            target.filelist.append(twin)
            target.NameToInfo[twin.filename] = twin
    return written.getvalue()


def document(name: str, kind: bytes, encoding: str = "utf-8") -> bytes:
    """The workbook with a document type in a part."""
    text = part(name).decode().partition("?>")
    body = (text[2] or text[0]).encode()
    whole = b'<?xml version="1.0" encoding="' + encoding.encode() + b'"?>' + kind + body
    return with_part(name, whole.decode().encode(encoding))


def spreadsheet(rows: bytes, head: bytes = b"") -> bytes:
    """An ods with these rows."""
    content = (
        b'<?xml version="1.0"?>' + head + b"<office:document-content "
        b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>'
        b'<table:table table:name="a">' + rows + b"</table:table></office:spreadsheet></office:body>"
        b"</office:document-content>"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", 8) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        target.writestr("content.xml", content)
        target.writestr("META-INF/manifest.xml", "<manifest/>")
    return written.getvalue()


def many_sheets() -> bytes:
    """Three thousand sheets that are one part of 1 MB."""
    sheets = "".join(f'<sheet name="s{at}" sheetId="{at + 1}" r:id="rId1"/>' for at in range(3000))
    head, _, rest = part("xl/workbook.xml").decode().partition("<sheets>")
    book = f"{head}<sheets>{sheets}</sheets>{rest.partition('</sheets>')[2]}"
    return with_part("xl/workbook.xml", book.encode(), sheet(ROWS * 15_000))


def shared_text() -> bytes:
    """One text of 1 MB that ten thousand cells share."""
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (at, at) for at in range(1, 10_000))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    link = f'<Relationship Type="{kind}" Target="/xl/sharedStrings.xml" Id="rId99"/></Relationships>'
    links = part(LINKS).replace(b"</Relationships>", link.encode())
    return with_part(LINKS, links, with_part("xl/sharedStrings.xml", strings % (b"x" * MEGABYTE), sheet(cells)))


def locked_zip() -> bytes:
    """A workbook whose parts say that a password locks them."""
    raw = bytearray(workbook())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = raw.find(mark)
        while start >= 0:
            raw[start + at] |= 1
            start = raw.find(mark, start + 4)
    return bytes(raw)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED: dict[str, Made] = {
    "zip bomb": bomb,
    "zip bomb that lies": lying_bomb,
    "zip bomb of overlapping parts": overlapping_bomb,
    "billion laughs in the workbook": lambda: document("xl/workbook.xml", LAUGHS),
    "billion laughs in a sheet": lambda: document(SHEET, LAUGHS),
    "external entity in a sheet": lambda: document(SHEET, OUTSIDE),
    "external entity in UTF-16": lambda: document("xl/workbook.xml", OUTSIDE, "utf-16"),
    "external entity in an ods": lambda: spreadsheet(b"<table:table-row/>", OUTSIDE),
    "billion laughs in an ods": lambda: spreadsheet(b"<table:table-row/>", LAUGHS),
    "a part above the archive": lambda: with_part("../../etc/cron.d/x", b"x"),
    "a part at the root": lambda: with_part("/etc/passwd", b"x"),
    "a part with backslashes": lambda: with_part("xl\\..\\..\\x", b"x"),
    "a part on a drive": lambda: with_part("C:/x", b"x"),
    "a row of a million cells": lambda: sheet(b"<row>" + b"<c><v>1</v></c>" * 1_000_000 + b"</row>"),
    "a cell at the far corner": lambda: sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' + ROWS),
    "cells at opposite corners": lambda: sheet(ROWS + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "an ods of repeated cells": lambda: spreadsheet(
        b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        b'table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell></table:table-row>'
    ),
    "a shared text of 1 MB": shared_text,
    "three thousand sheets": many_sheets,
    "signs that a search goes over again and again": lambda: sheet(b'<row><c r="A1"><f>1</f><v>' + b"<c " * 600_000),
    "elements a million deep": lambda: sheet(b"<row>" + b"<a>" * 1_000_000),
    "a million sheets' names": lambda: with_part("xl/workbook.xml", b"<sheet " * 2_000_000),
    "a workbook with a password": lambda: OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500,
    "an archive with a password": locked_zip,
    "an old workbook cut off": lambda: OLE + b"\xff" * 4000,
    "an old workbook of noise": lambda: OLE + bytes((at * 7919) % 251 for at in range(20_000)),
    "an archive that is no workbook": lambda: with_part("a", b"x", _zip_of("word/document.xml", b"<w/>")),
    "a PDF": lambda: b"%PDF-1.7\n" + b"x" * 1000,
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 1000,
    "a packed file": lambda: b"\x1f\x8b\x08" + b"\0" * 1000,
    "half a workbook": lambda: workbook()[: len(workbook()) // 2],
    "UTF-16": lambda: "enterprise_name,county_code\n甲,1\n".encode("utf-16"),
    "bytes without sense": lambda: b"\0\1\2\3" * 500,
    "a CSV of a million columns": lambda: b"enterprise_name," * 1_000_000 + b"\n",
    "a CSV row of a million cells": lambda: b"enterprise_name,county_code,source_id\n" + b"1," * 1_000_000 + b"\n",
    "a CSV cell of 20 MB": lambda: b'enterprise_name,county_code\n"' + b"x" * (20 * MEGABYTE) + b'",1\n',
    "a CSV quote never closed": lambda: b'enterprise_name,county_code\n"' + b"x,y\n" * 500_000,
    "a CSV of separators alone": lambda: b",;\t|" * 2_000_000,
    "empty": lambda: b"",
    "blanks": lambda: b" \n" * 1000,
}
"""By what they are; each has to be refused in words, in 2 s and 300 MB above idle."""


def _zip_of(name: str, content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as target:
        target.writestr(name, content)
    return written.getvalue()
