"""Lists of any shape: what is sure is read, what is not is told or asked, and nothing is guessed."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from planner.errors import Severity
from planner.sources import read_field_dictionary
from planner.sources.workbooks import WorkbookList, read_mapping, read_workbook_list, write_mapping
from tests.sources.good_list import write_csv
from tests.workbooks.hands import TIDY
from tests.workbooks.names import context
from tests.workbooks.score import make_book
from tests.workbooks.sheet import Sheet
from tests.workbooks.writers import write_book

A, B = "91999999000000019D", "91999999000012722N"
HEAD = ["企业名称", "统一社会信用代码", "区县", "重点行业", "绩效等级"]
FIRM = ["甲厂", A, "潞州区", "焦化", "B－"]


def read(
    tmp_path: Path, rows: Iterable[Sequence[object]], merges: Sequence[str] = (), **answers: object
) -> WorkbookList:
    """The reading of a workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for span in merges:
        sheet.merge_cells(span)
    path = tmp_path / "list.xlsx"
    book.save(path)
    found = read_workbook_list(path, context(), answers)  # type: ignore[arg-type]
    assert found is not None
    return found


def cells(reading: WorkbookList, field: str) -> list[str]:
    assert reading.meaning is not None
    return [str(text) for text in reading.meaning.rows.frame[field]]


def codes(reading: WorkbookList) -> set[str]:
    assert reading.meaning is not None
    told = (*reading.findings, *reading.meaning.findings)
    return {item.code for item in told if item.severity is not Severity.NOTE}


def test_a_list_under_the_dictionarys_own_headers_is_left_to_the_strict_reader(tmp_path: Path) -> None:
    assert read_workbook_list(write_csv(tmp_path / "list.csv"), context()) is None


def test_an_amount_without_a_unit_is_asked_and_not_used(tmp_path: Path) -> None:
    reading = read(tmp_path, [[*HEAD, "SO2排放量"], [*FIRM, 3]])
    assert "list.column.unit" in codes(reading)
    assert cells(reading, "SO2排放量") == ["3"]


def test_what_was_asked_is_read_by_the_answer(tmp_path: Path) -> None:
    rows = [[*HEAD, "SO2排放量"], [*FIRM, 33]]
    text = write_mapping(read(tmp_path, rows).tables, "list.xlsx", "changzhi")
    assert "ask: true" in text
    said = text.replace('field: "so2_kg_per_day"\n        unit: ""', 'field: so2_kg_per_day\n        unit: "t/a"')
    answers, findings = read_mapping(said, "map.yaml", read_field_dictionary())
    assert not findings
    reading = read(tmp_path, rows, **{item.template: item for item in answers})
    assert cells(reading, "so2_kg_per_day") == ["100"]


def test_a_mapping_given_back_as_it_was_written_changes_nothing(tmp_path: Path) -> None:
    rows = [[*HEAD, "年产能（万吨）", "经纬度"], [*FIRM, 33, "113.1，36.2"]]
    before = read(tmp_path, rows)
    text = write_mapping(before.tables, "list.xlsx", "changzhi")
    answers, findings = read_mapping(text, "map.yaml", read_field_dictionary())
    assert not findings
    after = read(tmp_path, rows, **{item.template: item for item in answers})
    assert cells(after, "capacity_t_per_day") == cells(before, "capacity_t_per_day") == ["1000"]
    assert cells(after, "longitude") == ["113.1"]


def test_an_answer_whose_unit_names_no_period_is_asked_again(tmp_path: Path) -> None:
    rows = [[*HEAD, "SO2排放量"], [*FIRM, 33]]
    text = write_mapping(read(tmp_path, rows).tables, "list.xlsx", "changzhi")
    said = text.replace('field: "so2_kg_per_day"\n        unit: ""', 'field: so2_kg_per_day\n        unit: "吨"')
    answers, _ = read_mapping(said, "map.yaml", read_field_dictionary())
    assert "list.column.unit" in codes(read(tmp_path, rows, **{item.template: item for item in answers}))


def test_an_amount_merged_behind_an_empty_column_is_no_lines_own(tmp_path: Path) -> None:
    head, firm = ["", *HEAD, "SO2（kg/d）"], ["", *FIRM, 3]
    reading = read(tmp_path, [head, firm, ["", *FIRM, None]], ["G2:G3"])
    assert "list.cell.merged_amount" in codes(reading)


def test_a_mapping_with_a_field_that_is_none_is_refused(tmp_path: Path) -> None:
    text = write_mapping(read(tmp_path, [HEAD, FIRM]).tables, "list.xlsx", "changzhi")
    _, findings = read_mapping(text.replace('"grade"', '"grad"'), "map.yaml", read_field_dictionary())
    assert [item.code for item in findings] == ["list.mapping.field"]


def test_one_amount_merged_over_two_lines_is_no_lines_own(tmp_path: Path) -> None:
    rows = [[*HEAD, "生产线", "SO2（t/a）"], [*FIRM, "1#窑", 10], [*FIRM, "2#窑", None]]
    reading = read(tmp_path, rows, merges=["G2:G3"])
    assert "list.cell.merged_amount" in codes(reading)
    assert cells(reading, "so2_kg_per_day")[1] == ""


@pytest.mark.parametrize("file", ["ods", "xlsb", "xls", "xlsx"])
def test_a_merged_amount_is_told_in_every_kind_of_file(file: str, tmp_path: Path) -> None:
    rows = [[*HEAD, "SO2（kg/d）"], [*FIRM, 3], [*FIRM, ""]]
    sheet = Sheet(name="工业源", rows=rows, merges=[(1, 5, 2, 5)])
    reading = read_workbook_list(write_book(replace(TIDY, file=file), [sheet], tmp_path), context())
    assert reading is not None
    assert "list.cell.merged_amount" in codes(reading)


def test_two_columns_of_one_meaning_are_both_asked(tmp_path: Path) -> None:
    reading = read(tmp_path, [[*HEAD, "联系电话", "联系电话"], [*FIRM, "138", "139"]])
    assert "list.column.twice" in codes(reading)
    assert reading.meaning is not None
    assert "contact_phone" not in reading.meaning.rows.frame


def test_a_years_amount_is_divided_by_the_rows_days_else_by_the_rules(tmp_path: Path) -> None:
    rows = [[*HEAD, "年运行天数", "SO2（t/a）"], [*FIRM, 100, 1], ["乙厂", B, "沁县", "焦化", "C", None, 1]]
    reading = read(tmp_path, rows)
    assert cells(reading, "so2_kg_per_day") == ["10", "3.0303030303"]
    assert reading.meaning is not None
    reasons = {str(item.reason): item.detail.tolist() for item in reading.meaning.changes if "year" in item.reason}
    assert reasons == {"year_by_row": ["100"], "year_by_rule": ["330"]}


def test_county_names_of_old_are_todays_codes(tmp_path: Path) -> None:
    names = ["城区", "郊区", "长治县", "屯留县", "潞城市", "140481", "长治市襄垣县"]
    reading = read(tmp_path, [HEAD, *([f"厂{at}", "", name, "焦化", "C"] for at, name in enumerate(names))])
    found = cells(reading, "county_code")
    assert found == ["140403", "140403", "140404", "140405", "140406", "140406", "140423"]


def test_sums_notes_and_headings_are_no_sources_and_a_heading_gives_the_county(tmp_path: Path) -> None:
    rows = [
        ["序号", "企业名称", "绩效等级", "黄色", "橙色", "红色"],
        ["一、郊区（1家）"],
        [1, "甲厂", "A级", "自主减排", "自主减排", "自主减排"],
        ["合 计", 1],
        ["注：由各县区填报"],
    ]
    reading = read(tmp_path, rows)
    assert cells(reading, "enterprise_name") == ["甲厂"]
    assert cells(reading, "county_code") == ["140403"]


def test_the_published_shape_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    rows = [
        ["序号", "企业名称", "县区", "等级", "红色预警", "橙色预警", "黄色预警"],
        [1, "甲厂", "潞城市", "民生豁免-B", "停产", "限产30%", "/"],
        [2, "乙厂", "沁县", "长期停产", "停产", "停产", "停产"],
    ]
    reading = read(tmp_path, rows)
    assert cells(reading, "grade")[0] == "B"
    assert cells(reading, "exempt_through")[0] == "red"
    assert cells(reading, "status")[1] == "idle"
    assert cells(reading, "yellow_measure_text") == ["无措施", "停产"]
    assert {"list.grade.exempt_words", "list.grade.halted"} <= codes(reading)


@pytest.mark.parametrize("text", ["<0.5", "三百", "10-12"])
def test_what_is_no_number_stays_as_written_for_the_checks(text: str, tmp_path: Path) -> None:
    rows = [[*HEAD, "SO2（t/a）"], [*FIRM, 1], [*FIRM, 2], [*FIRM, text]]
    assert cells(read(tmp_path, rows), "so2_kg_per_day")[2] == text


def test_columns_of_no_field_are_kept_in_the_list(tmp_path: Path) -> None:
    reading = read(tmp_path, [[*HEAD, "包联干部"], [*FIRM, "王五"]])
    assert cells(reading, "包联干部") == ["王五"]
    assert reading.meaning is not None
    table = list(csv.DictReader(io.StringIO(reading.meaning.content.decode())))
    assert (table[0]["包联干部"], table[0]["原表"], table[0]["原行"]) == ("王五", "Sheet", "2")


def test_a_name_that_a_spreadsheet_made_a_day_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, [[*HEAD, "生产线编号"], [*FIRM, "2026-01-02"]])
    assert cells(reading, "line_id") == ["1-2"]
    assert "list.cell.made_a_date" in codes(reading)


@pytest.mark.parametrize("file", ["xls", "xlsb", "ods", "xlsx"])
def test_half_a_workbook_is_told_and_ends_nothing(file: str, tmp_path: Path) -> None:
    path, _ = make_book(replace(TIDY, file=file), tmp_path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    reading = read_workbook_list(path, context())
    told = [item.code for item in reading.findings] if reading else ["list.file.wrong_kind"]
    assert told in (["list.workbook.damaged"], ["list.file.wrong_kind"])
