"""The workbook as a file: stamped, printable, without formulas, the same bytes every time."""

import hashlib
import os
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from planner.errors import FindingsError
from planner.orders.sheets import Sheet
from planner.orders.styles import Style, Styles
from planner.terms import Phrasebook
from tests.orders.toy_orders import named, reopened, written
from tests.project import ROOT

SHEETS = [
    "1 Summary",
    "2 Counties",
    "3 Enterprises",
    "4 Fleets and sites",
    "5 Exempt and untouched",
    "6 Register of bases",
]
BOOK = reopened()
TRAPS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "{=1+1}", "http://a.example", '=HYPERLINK("x")', "007"]
PRINT = (
    "import hashlib; from tests.orders.toy_orders import written; print(hashlib.sha256(written()).hexdigest(), end='')"
)


@pytest.fixture(params=SHEETS)
def sheet(request: pytest.FixtureRequest) -> Worksheet:
    return BOOK[request.param]


def test_the_workbook_has_six_sheets_in_order() -> None:
    assert BOOK.sheetnames == SHEETS


def test_every_sheet_is_stamped_at_its_top(sheet: Worksheet) -> None:
    assert sheet["A1"].value == "DRAFT · NOT SIGNED"


def test_every_printed_page_is_stamped(sheet: Worksheet) -> None:
    assert sheet.oddHeader.center.text == "DRAFT · NOT SIGNED"


def test_every_sheet_says_to_ensure_safe_production(sheet: Worksheet) -> None:
    assert sheet["A3"].value.startswith("Ensure safe production")


def test_every_sheet_prints_on_landscape_a4_one_page_wide(sheet: Worksheet) -> None:
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (setup.fitToWidth or 1, setup.fitToHeight) == (1, 0)


def test_every_sheet_keeps_its_header_in_sight(sheet: Worksheet) -> None:
    last = sheet.freeze_panes.removeprefix("A")
    assert sheet.print_title_rows.endswith(f"${int(last) - 1}")


def test_the_font_is_named() -> None:
    assert BOOK["3 Enterprises"]["A1"].font.name == "宋体"


@pytest.mark.parametrize("text", TRAPS)
def test_a_name_that_looks_like_a_formula_stays_text(text: str) -> None:
    cells = [cell for sheet in reopened(written(named(text))) for row in sheet.iter_rows() for cell in row]
    told = [cell for cell in cells if cell.value in (text, text.replace("\r", "_x000D_"))]
    assert len(told) == 2
    assert {cell.data_type for cell in told} == {"s"}
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


@pytest.mark.parametrize("text", TRAPS)
def test_no_sheet_holds_a_formula_or_a_link(text: str) -> None:
    with ZipFile(BytesIO(written(named(text)))) as parts:
        texts = [parts.read(name).decode() for name in parts.namelist() if "worksheets" in name]
    assert not [text for text in texts if "<f>" in text or "<f " in text or "<hyperlink" in text]


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "\uffff", "喆堃𠮷", "<&>\"'"])
def test_odd_characters_do_not_break_the_file(text: str) -> None:
    assert reopened(written(named(text))).sheetnames == SHEETS


def test_a_city_with_an_ampersand_prints_it() -> None:
    header = reopened(written(city_name_en="A & B"))["1 Summary"].oddHeader
    assert header.right.text.strip().startswith("A && B")


def test_writing_twice_gives_the_same_bytes() -> None:
    assert written() == written()


@pytest.mark.parametrize(("zone", "seed"), [("America/New_York", "1"), ("Asia/Shanghai", "2")])
def test_another_process_zone_and_hash_seed_give_the_same_bytes(zone: str, seed: str) -> None:
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
    told = subprocess.run([sys.executable, "-c", PRINT], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert told.stdout.decode() == hashlib.sha256(written()).hexdigest()


def test_no_part_of_the_file_carries_a_clock() -> None:
    with ZipFile(BytesIO(written())) as parts:
        assert {item.date_time for item in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_is_dated_by_the_plans_start() -> None:
    assert BOOK.properties.created == BOOK.properties.modified == datetime(2026, 11, 23, 16)  # noqa: DTZ001 - openpyxl's UTC


def test_a_text_too_long_for_a_cell_is_a_finding() -> None:
    with pytest.raises(FindingsError) as refused:
        written(named("长" * 32_768))
    assert [(item.code, item.where.sheet) for item in refused.value.findings] == [
        ("orders.cell.too_long", "3 Enterprises")
    ]


def test_more_rows_than_a_sheet_holds_are_a_finding() -> None:
    book = Workbook(BytesIO())
    sheet = Sheet(book, Styles(book), Phrasebook(), "Long", 2)
    sheet.row = 1_048_576
    with pytest.raises(FindingsError) as refused:
        sheet.line(["one too many"], Style.TEXT)
    assert refused.value.findings[0].code == "orders.sheet.too_many_rows"
