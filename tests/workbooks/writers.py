"""A hand's sheets written to a file of its kind."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

from tests.workbooks.binary_books import write_xlsb
from tests.workbooks.hands import Hand
from tests.workbooks.old_books import write_xls
from tests.workbooks.sheet import Sheet

ODS = "application/vnd.oasis.opendocument.spreadsheet"
ENCODINGS = {"csv": "utf-8", "csv_bom": "utf-8-sig", "csv_gb18030": "gb18030"}


def write_book(hand: Hand, sheets: list[Sheet], folder: Path) -> Path:
    """The file of a hand; its name ends as the hand would end it."""
    if hand.file in ENCODINGS:
        return _write_csv(sheets[0], folder / f"{hand.name}.csv", ENCODINGS[hand.file])
    if hand.file == "ods":
        return _write_ods(sheets, folder / f"{hand.name}.ods")
    if hand.file == "xls":
        return write_xls(sheets, folder / f"{hand.name}.xls")
    if hand.file == "xlsb":
        return write_xlsb(sheets, folder / f"{hand.name}.xlsb")
    return _write_xlsx(hand, sheets, folder / f"{hand.name}.xlsx")


def _write_csv(sheet: Sheet, path: Path, encoding: str) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(sheet.rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def _write_xlsx(hand: Hand, sheets: list[Sheet], path: Path) -> Path:
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for at, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row, start=1):
                if cell != "":
                    page.cell(at, column, cell)
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        page.sheet_state = "hidden" if sheet.hidden else "visible"
    book.save(path)
    _edit(path, hand, sheets)
    return path


def _edit(path: Path, hand: Hand, sheets: list[Sheet]) -> None:
    """What openpyxl does not write: a dimension that lies, and formulas with their values."""
    if not {"lying_size", "formulas"} & set(hand.extras):
        return
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for at, sheet in enumerate(sheets, start=1):
        name = f"xl/worksheets/sheet{at}.xml"
        text = parts[name].decode()
        if "lying_size" in hand.extras:
            text = re.sub(r'<dimension ref="[^"]*" ?/>', '<dimension ref="A1:B3"/>', text)
        for row, column in sheet.formulas:
            cell = f'r="{_letter(column)}{row + 1}"'
            text = re.sub(rf'(<c {cell}[^>]*t="n"[^>]*>)<v', r"\1<f>1+1</f><v", text)
        parts[name] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _letter(at: int) -> str:
    return chr(65 + at) if at < 26 else chr(64 + at // 26) + chr(65 + at % 26)


def _write_ods(sheets: list[Sheet], path: Path) -> Path:
    tables = "".join(_ods_table(sheet) for sheet in sheets)
    hidden = '<style:table-properties table:display="false"/>'
    styles = f'<style:style style:name="hid" style:family="table">{hidden}</style:style>'
    names = " ".join(
        f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{key}:1.0"' for key in ("office", "table", "text", "style")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", ODS)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def _ods_table(sheet: Sheet) -> str:
    style = ' table:style-name="hid"' if sheet.hidden else ""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merges}
    rows = "".join(
        f"<table:table-row>{''.join(_ods_cell(cell, spans.get((at, place))) for place, cell in enumerate(row))}"
        "</table:table-row>"
        for at, row in enumerate(sheet.rows)
    )
    return f'<table:table table:name="{escape(sheet.name)}"{style}>{rows}</table:table>'


def _ods_cell(cell: str | float, span: tuple[int, int] | None) -> str:
    merged = ""
    if span is not None:
        merged = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
    if cell == "":
        return f"<table:table-cell{merged}/>"
    if isinstance(cell, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
        return f'<table:table-cell{merged} office:value-type="string">{lines}</table:table-cell>'
    return f'<table:table-cell{merged} office:value-type="float" office:value="{cell!r}"/>'
