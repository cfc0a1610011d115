"""A workbook is checked, imported and remembered; what is estimated is marked, in the list and beside the plan."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from planner.errors import FindingsError
from planner.inventory.meaning import ESTIMATED
from planner.service.bootstrap import open_planner
from planner.service.estimate_remarks import estimate_remarks
from planner.service.list_reading import ReadingOptions
from planner.service.planner import Planner
from planner.service.reports import findings_workbook
from planner.sources.workbooks import write_mapping
from tests.workbooks.hands import TIDY
from tests.workbooks.score import make_book

CITY = "changzhi"
ESTIMATE = ReadingOptions(estimate=True)


@pytest.fixture
def planner(fresh_store: str) -> Planner:
    return open_planner(fresh_store)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return make_book(TIDY, tmp_path)[0]


def test_without_the_switch_nothing_is_estimated_and_the_gaps_are_findings(planner: Planner, book: Path) -> None:
    checked = planner.check_list(book, CITY)
    assert not checked.ok
    assert "list.header.missing" in {item.code for item in checked.findings}


def test_with_the_switch_every_estimate_is_marked(planner: Planner, book: Path) -> None:
    checked = planner.check_list(book, CITY, ESTIMATE)
    assert checked.ok
    assert checked.inventory is not None
    assert (checked.inventory.frame[ESTIMATED] != "").all()
    assert "list.estimate.activity" in {item.code for item in checked.findings}


def test_a_list_with_estimates_says_so_again_when_it_is_used(planner: Planner, book: Path) -> None:
    planner.import_list(book, CITY, ESTIMATE)
    remarks = estimate_remarks(planner.current_list(CITY).inventory)
    assert [item.code for item in remarks] == ["list.estimate.in_use"]


def test_a_version_is_the_list_as_read_and_keeps_its_workbook(planner: Planner, book: Path) -> None:
    version = planner.import_list(book, CITY, ESTIMATE)
    original = planner.store.list_original(CITY, version.version)
    assert original is not None
    assert original.content == book.read_bytes()
    assert planner.current_list(CITY).inventory.list_sha256 == version.sha256


def test_findings_point_to_the_headers_that_the_file_spells(planner: Planner, tmp_path: Path) -> None:
    checked = planner.check_list(_asked(tmp_path, grade="E"), CITY)
    places = {item.where.column for item in checked.findings if item.code == "list.code.unknown"}
    assert "企业绩效等级" in places


def test_an_answer_is_asked_once_and_remembered(planner: Planner, tmp_path: Path) -> None:
    path = _asked(tmp_path)
    reading = planner.check_list(path, CITY).reading
    assert reading is not None
    mapping = tmp_path / "map.yaml"
    text = write_mapping(reading.tables, path.name, CITY)
    mapping.write_text(
        text.replace('field: "nox_kg_per_day"\n        unit: ""', "field: nox_kg_per_day\n        unit: kg/d")
    )
    assert planner.list_reader(CITY).remember(ReadingOptions(mapping=mapping)) == 1
    assert "list.column.unit" not in {item.code for item in planner.check_list(path, CITY).findings}


def test_a_mapping_file_that_is_none_stops_the_reading(planner: Planner, book: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text("city: x\n")
    with pytest.raises(FindingsError) as told:
        planner.check_list(book, CITY, ReadingOptions(mapping=mapping))
    assert [item.code for item in told.value.findings] == ["list.mapping.shape"]


def _asked(folder: Path, grade: str = "B") -> Path:
    """A small workbook whose column of NOx has no unit."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["企业名称", "统一社会信用代码", "区县", "重点行业", "企业绩效等级", "NOx排放量"])
    sheet.append(["甲厂", "91999999000000019D", "潞州区", "焦化", grade, 3])
    path = folder / "asked.xlsx"
    book.save(path)
    return path


def test_a_list_with_gaps_can_be_used_without_importing_it_only_where_estimates_are_asked(
    planner: Planner, book: Path
) -> None:
    with pytest.raises(FindingsError):
        planner.list_in_use(CITY, book)
    assert len(estimate_remarks(planner.list_in_use(CITY, book, estimate=True).inventory)) == 1


def test_the_report_tells_each_changed_cell_with_its_reason(planner: Planner, book: Path, tmp_path: Path) -> None:
    checked = planner.check_list(book, CITY, ESTIMATE)
    content = findings_workbook(checked.findings, planner.phrasebook("en"), checked.reading)
    (tmp_path / "report.xlsx").write_bytes(content)
    sheets = load_workbook(tmp_path / "report.xlsx")
    rows = list(sheets["Changed cells"].iter_rows(min_row=3, values_only=True))
    assert ("工业源", "B4", "区县", "county_code", "潞州区", "140403", "a county's name into its code") in rows
