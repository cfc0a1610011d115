"""Files that are no list, broken encodings, broken shapes: what is wrong, in which row, and nothing imported."""

import codecs
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from planner.sources import lists, lists_table, read_list
from tests.sources.good_list import csv_text, good_rows, table, write_csv, write_workbook
from tests.sources.reading import codes_of, errors_of, import_list

GOOD = csv_text(table())


def refused(path: Path, raw: bytes) -> list[tuple[str, int]]:
    """(code, row) of the errors of a file that is not imported."""
    path.write_bytes(raw)
    inventory, findings = import_list(path)
    assert inventory is None
    return [(item.code, item.where.row) for item in errors_of(findings)]


def old_workbook(*, encrypted: bool) -> bytes:
    stream = "EncryptedPackage" if encrypted else "Workbook"
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + stream.encode("utf-16-le")


def archive(**members: bytes) -> bytes:
    raw = BytesIO()
    with ZipFile(raw, "w", ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return raw.getvalue()


def workbook_bytes() -> bytes:
    raw = BytesIO()
    workbook = Workbook()
    workbook.active.append(["说明"])
    workbook.save(raw)
    return raw.getvalue()


FILES = {
    "empty": (b"", "list.file.empty"),
    "blank": (b" \r\n \n", "list.file.empty"),
    "a mark alone": (codecs.BOM_UTF8 + b"\n", "list.header.absent"),
    "utf-16": (GOOD.encode("utf-16"), "list.file.utf16"),
    "utf-16 without mark": (GOOD.encode("utf-16-le"), "list.file.binary"),
    "zeros": (bytes(1000), "list.file.binary"),
    "pdf": (b"%PDF-1.7\n" + bytes(99), "list.file.wrong_kind"),
    "gzip": (b"\x1f\x8b" + bytes(99), "list.file.wrong_kind"),
    "xls": (old_workbook(encrypted=False), "list.file.wrong_kind"),
    "locked xlsx": (old_workbook(encrypted=True), "list.file.wrong_kind"),
    "ods": (archive(content_dot_xml=b"<x/>"), "list.file.wrong_kind"),
    "xlsb": (archive(xl__workbook_dot_bin=b"x"), "list.file.wrong_kind"),
    "a zip of csv": (archive(list_dot_csv=GOOD.encode()), "list.file.wrong_kind"),
    "half a zip": (workbook_bytes()[:900], "list.file.wrong_kind"),
    "not a workbook": (archive(xl__workbook_dot_xml=b"<x/>"), "list.workbook.damaged"),
    "a zip bomb": (archive(xl__workbook_dot_xml=b" " * (20 * 1024**2)), "list.workbook.bomb"),
    "a workbook without a list": (workbook_bytes(), "list.workbook.no_list"),
    "semicolons": (GOOD.replace(",", ";").encode(), "list.file.separator"),
    "tabs": (GOOD.replace(",", "\t").encode(), "list.file.separator"),
    "full-width commas": (GOOD.replace(",", "，").encode(), "list.file.separator"),
    "header only": (csv_text(table()[:1]).encode(), "list.file.no_rows"),
    "no header": (csv_text(table()[1:]).encode(), "list.header.none_known"),
    "a title above": (f"长治市清单\n{GOOD}".encode(), "list.header.none_known"),
    "an empty line above": (f"\n{GOOD}".encode(), "list.header.absent"),
    "an open quote in the header": (f'"{GOOD}'.encode(), "list.header.absent"),
    "html": (b"<html><body>404</body></html>", "list.header.none_known"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_list_is_told_why(name: str, tmp_path: Path) -> None:
    raw, code = FILES[name]
    assert [found for found, _ in refused(tmp_path / "list.csv", raw)] == [code]


def damaged_line(number: int, change: str) -> bytes:
    """The good list with `change` in place of {line} in its physical line `number`."""
    lines = GOOD.splitlines()
    lines[number - 1] = change.format(line=lines[number - 1])
    return "\n".join(lines).encode()


SHAPES = {
    "a cell too many": ("{line},x", "list.row.longer"),
    "a comma too many": ("{line},", "list.row.longer"),
    "a word alone": ("合计", "list.row.shorter"),
    "nothing": ("", "list.row.empty"),
    "commas alone": ("," * 53, "list.row.empty"),
    "fewer commas": ("," * 20, "list.row.empty"),
    "an open quote": ('"{line}', "list.row.quotes"),
    "text behind a quote": ('"a"b,{line}', "list.row.quotes"),
}


@pytest.mark.parametrize("row", [2, 7, 12])
@pytest.mark.parametrize("name", SHAPES)
def test_a_row_of_the_wrong_shape_is_told(name: str, row: int, tmp_path: Path) -> None:
    change, code = SHAPES[name]
    assert (code, row) in refused(tmp_path / "list.csv", damaged_line(row, change))


def test_a_row_cut_off_in_the_middle_is_too_short(tmp_path: Path) -> None:
    raw = GOOD.encode()
    assert ("list.row.shorter", 13) in refused(tmp_path / "list.csv", raw[: raw.rstrip().rfind(b",mobile,")])


def test_other_rows_are_still_checked_beside_a_row_of_the_wrong_shape(tmp_path: Path) -> None:
    raw = damaged_line(3, "{line},x").replace(b"DB0001", b"nan", 1)
    assert set(refused(tmp_path / "list.csv", raw)) == {("list.row.longer", 3), ("list.cell.placeholder", 2)}


@pytest.mark.parametrize("row", [2, 8])
@pytest.mark.parametrize("damage", [b"\xff", b"\xe6\xb5", b"\x80", b"\xc0\xaf", b"\xed\xa0\x80"])
def test_a_byte_that_is_no_text_is_told_with_its_row_and_column(damage: bytes, row: int, tmp_path: Path) -> None:
    raw = GOOD.encode()
    line = raw.splitlines()[row - 1]
    name = line.split(b",")[4]
    path = tmp_path / "list.csv"
    path.write_bytes(raw.replace(line, line.replace(name, name + damage)))
    inventory, (finding,) = import_list(path)
    assert inventory is None
    assert (finding.code, finding.where.row, finding.where.column) == ("list.file.encoding", row, "enterprise_name")


def test_a_broken_byte_of_a_gb18030_list_is_told_with_its_row(tmp_path: Path) -> None:
    raw = GOOD.encode("gb18030").replace("居民散煤".encode("gb18030"), "居民散".encode("gb18030") + b"\xc3")
    assert refused(tmp_path / "list.csv", raw) == [("list.file.encoding", 12)]


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert codes_of(read_list(tmp_path / "none.csv")[1]) == {"list.file.absent"}
    assert codes_of(read_list(tmp_path)[1]) == {"list.file.absent"}


def test_a_path_that_cannot_be_a_path_is_told() -> None:
    assert codes_of(read_list(Path("a\0b"))[1]) <= {"list.file.absent", "list.file.unreadable"}


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST_BYTES", 100)
    assert codes_of(read_list(write_csv(tmp_path / "list.csv"))[1]) == {"list.file.too_large"}


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_list_with_too_many_rows_is_refused(quote: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.sources.lists_csv.MOST_ROWS", 5)
    raw = GOOD.replace("DB0001", f"{quote}DB0001{quote}").encode()
    assert ("list.file.too_many_rows", 1) in refused(tmp_path / "list.csv", raw)


def test_a_workbook_with_too_many_rows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.sources.lists_workbook.MOST_ROWS", 5)
    inventory, findings = import_list(write_workbook(tmp_path / "list.xlsx", 清单=table()))
    assert inventory is None
    assert "list.file.too_many_rows" in codes_of(findings)


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    raw = bytearray(workbook_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert refused(tmp_path / "list.xlsx", bytes(raw)) == [("list.file.wrong_kind", 0)]


def test_a_file_that_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = write_csv(tmp_path / "list.csv")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [dict(item.values)["reason"] for item in read_list(path)[1]] == ["Permission denied"]


def test_a_duplicate_row_is_told_with_the_row_it_repeats(tmp_path: Path) -> None:
    rows = good_rows()
    path = write_csv(tmp_path / "list.csv", table([*rows, rows[3]]))
    found = [item for item in import_list(path)[1] if item.code == "list.source.duplicate"]
    assert [(item.where.row, dict(item.values)["first_row"]) for item in found] == [(14, "5")]


def test_the_limit_of_rows_leaves_room_for_the_largest_list() -> None:
    assert lists_table.MOST_ROWS >= 100_000


def test_a_name_of_a_folder_never_stands_in_a_finding(tmp_path: Path) -> None:
    folder = tmp_path / "secret"
    folder.mkdir()
    shutil.copy(write_csv(tmp_path / "list.csv", table()[:1]), folder / "list.csv")
    assert {item.where.file for item in read_list(folder / "list.csv")[1]} == {"list.csv"}
