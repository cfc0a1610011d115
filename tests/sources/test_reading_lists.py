"""Good lists in every shape that is read: encodings, Chinese headers, workbooks of several sheets."""

from datetime import date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart
from openpyxl.utils import get_column_letter

from planner.errors import Severity
from planner.sources import read_field_dictionary, read_list
from planner.sources.lists_workbook_cells import cell_text
from tests.sources.good_list import HEADERS, csv_text, table, write_csv, write_workbook
from tests.sources.reading import codes_of, errors_of, import_list

CHINESE = [field.header_zh for field in read_field_dictionary()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
def test_a_good_list_has_no_finding_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    inventory, findings = import_list(write_csv(tmp_path / "list.csv", encoding=encoding))
    assert inventory is not None
    assert findings == ()
    assert inventory.frame["enterprise_name"].iloc[0] == "测试第1水泥有限公司"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_any_line_end_is_read(end: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_text(table()).replace("\n", end).encode())
    assert import_list(path)[1] == ()


def test_empty_lines_at_the_end_are_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(f"{csv_text(table())}\n\r\n\n".encode())
    assert import_list(path)[1] == ()


def test_chinese_headers_are_read_and_stay_as_spelled_in_findings(tmp_path: Path) -> None:
    cells = [CHINESE, *table()[1:]]
    assert import_list(write_csv(tmp_path / "good.csv", cells))[1] == ()
    cells[1][HEADERS.index("grade")] = "E"
    (finding,) = import_list(write_csv(tmp_path / "bad.csv", cells))[1]
    assert finding.where.column == "绩效等级"


def test_the_digest_is_over_the_bytes_of_the_file(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "list.csv")
    rows, _ = read_list(path)
    assert rows is not None
    assert rows.sha256 == sha256(path.read_bytes()).hexdigest()


def test_rows_are_counted_from_one_with_the_header(tmp_path: Path) -> None:
    rows, _ = read_list(write_csv(tmp_path / "list.csv"))
    assert rows is not None
    assert rows.row.tolist() == list(range(2, 14))


def test_a_row_that_spans_lines_counts_as_one(tmp_path: Path) -> None:
    cells = table()
    cells[1][HEADERS.index("line_name")] = "一\n二"
    cells[2][HEADERS.index("grade")] = "E"
    _, findings = import_list(write_csv(tmp_path / "list.csv", cells))
    assert [(item.code, item.where.row) for item in findings] == [
        ("list.cell.control_character", 2),
        ("list.code.unknown", 3),
    ]


def test_quoted_cells_keep_their_commas_and_quotes(tmp_path: Path) -> None:
    cells = table()
    cells[1][HEADERS.index("line_name")] = '甲,"乙"'
    inventory, findings = import_list(write_csv(tmp_path / "list.csv", cells))
    assert inventory is not None
    assert findings == ()
    assert inventory.frame["line_name"].iloc[0] == '甲,"乙"'


def test_an_unknown_column_is_kept_with_a_warning(tmp_path: Path) -> None:
    cells = [[*row, "备注" if at == 0 else "x"] for at, row in enumerate(table())]
    rows, (finding,) = read_list(write_csv(tmp_path / "list.csv", cells))
    assert rows is not None
    assert (finding.code, finding.severity) == ("list.header.unknown", Severity.WARNING)
    assert set(rows.frame["备注"]) == {"x"}


@pytest.mark.parametrize("column", [field.name for field in read_field_dictionary()])
def test_a_column_left_out_is_named(column: str, tmp_path: Path) -> None:
    at = HEADERS.index(column)
    inventory, findings = import_list(write_csv(tmp_path / "list.csv", [row[:at] + row[at + 1 :] for row in table()]))
    needed = read_field_dictionary().field(column).is_missed([name for name in HEADERS if name != column])
    assert [item.where.column for item in findings] == [column]
    assert [item.code for item in findings] == ["list.header.missing" if needed else "list.header.not_given"]
    assert (inventory is None) == needed


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("source_id", "list.header.duplicate"),
        ("排放源编号", "list.header.duplicate"),
        ("", "list.header.empty"),
        ("pm_kg_per_dya", "list.header.misspelt"),
        ("全厂颗粒物", "list.header.unknown"),
    ],
)
def test_a_spoiled_header_is_told(header: str, code: str, tmp_path: Path) -> None:
    cells = table()
    cells[0][HEADERS.index("pm_kg_per_day")] = header
    inventory, findings = import_list(write_csv(tmp_path / "list.csv", cells))
    assert inventory is None
    assert codes_of(findings) == {code, "list.header.missing"}


def test_a_plain_workbook_reads_as_the_same_list(tmp_path: Path) -> None:
    of_csv, _ = import_list(write_csv(tmp_path / "list.csv"))
    of_workbook, findings = import_list(write_workbook(tmp_path / "list.xlsx", 清单=table()))
    assert of_csv is not None
    assert of_workbook is not None
    assert findings == ()
    pd.testing.assert_frame_equal(of_csv.frame.drop(columns="list_sheet"), of_workbook.frame.drop(columns="list_sheet"))


def typed(cell: str) -> object:
    """The cell as a spreadsheet holds it once somebody has typed it."""
    try:
        return float(cell)
    except ValueError:
        return cell or None


def test_numbers_of_a_workbook_read_as_people_see_them(tmp_path: Path) -> None:
    cells: list[list[object]] = [[typed(cell) for cell in row] for row in table()]
    assert import_list(write_workbook(tmp_path / "list.xlsx", 清单=cells))[1] == ()


def test_sheets_are_stacked_and_other_sheets_are_noted(tmp_path: Path) -> None:
    cells = table()
    sheets = {"说明": [["填表说明"]], "工业源": cells[:9], "其他源": [CHINESE, *cells[9:]]}
    inventory, findings = import_list(write_workbook(tmp_path / "list.xlsx", **sheets))
    assert inventory is not None
    assert [(item.code, item.where.sheet) for item in findings] == [("list.sheet.no_list", "说明")]
    places = inventory.frame.groupby("list_sheet")["list_row"].agg(["min", "max"])
    assert places.loc["其他源"].tolist() == [2, 5]


def test_columns_of_a_second_sheet_may_stand_in_another_order(tmp_path: Path) -> None:
    cells = table()
    sheets = {"甲": cells[:7], "乙": [row[::-1] for row in [cells[0], *cells[7:]]]}
    assert import_list(write_workbook(tmp_path / "list.xlsx", **sheets))[1] == ()


def test_the_same_source_in_two_sheets_is_told(tmp_path: Path) -> None:
    cells = table()
    path = write_workbook(tmp_path / "list.xlsx", 甲=cells, 乙=[cells[0], cells[10]])
    (finding,) = errors_of(import_list(path)[1])
    assert (finding.code, finding.where.sheet, finding.where.row) == ("list.source.duplicate", "乙", 2)


def changed_workbook(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """The workbook with a text of one part replaced."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_sheet_that_lies_about_its_size_is_read_whole(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", 清单=table())
    last = get_column_letter(len(HEADERS)).encode()
    changed_workbook(path, "xl/worksheets/sheet1.xml", b'ref="A1:%s13"' % last, b'ref="A1:%s3"' % last)
    inventory, _ = import_list(path)
    assert inventory is not None
    assert len(inventory.frame) == 12


def test_a_hidden_sheet_is_noted_and_left_out(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", 清单=table(), 旧清单=table())
    workbook = load_workbook(path)
    workbook["旧清单"].sheet_state = "hidden"
    workbook.save(path)
    inventory, findings = import_list(path)
    assert inventory is not None
    assert [item.code for item in findings] == ["list.sheet.hidden"]


def test_merged_cells_are_told(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", 清单=table())
    workbook = load_workbook(path)
    workbook["清单"].merge_cells("E2:E3")
    workbook.save(path)
    found = [item for item in import_list(path)[1] if item.code == "list.sheet.merged"]
    assert [(item.where.row, item.where.column, item.value) for item in found] == [(2, "enterprise_name", "E2:E3")]


def test_a_formula_that_was_never_calculated_is_told(tmp_path: Path) -> None:
    cells = table()
    cells[1][HEADERS.index("capacity_t_per_day")] = "=4000+500"
    (finding,) = import_list(write_workbook(tmp_path / "list.xlsx", 清单=cells))[1]
    assert (finding.code, finding.where.column) == ("list.cell.formula_without_value", "capacity_t_per_day")


def test_a_formula_counts_as_the_value_saved_with_it(tmp_path: Path) -> None:
    cells = table()
    cells[1][HEADERS.index("capacity_t_per_day")] = "=4000+500"
    path = write_workbook(tmp_path / "list.xlsx", 清单=cells)
    changed_workbook(path, "xl/worksheets/sheet1.xml", b"<f>4000+500</f><v />", b"<f>4000+500</f><v>4500</v>")
    inventory, findings = import_list(path)
    assert inventory is not None
    assert findings == ()
    assert inventory.frame["capacity_t_per_day"].iloc[0] == 4500


def test_an_empty_row_inside_a_sheet_is_told_and_one_behind_it_is_not(tmp_path: Path) -> None:
    cells = table()
    path = write_workbook(tmp_path / "list.xlsx", 清单=[*cells[:4], [], *cells[4:], ["", None, " "]])
    assert [(item.code, item.where.row) for item in import_list(path)[1]] == [("list.row.empty", 5)]


def test_a_cell_beyond_the_header_of_a_sheet_is_told(tmp_path: Path) -> None:
    cells = table()
    path = write_workbook(tmp_path / "list.xlsx", 清单=[*cells[:4], [*cells[4], "备注"], *cells[5:]])
    assert [(item.code, item.where.row) for item in errors_of(import_list(path)[1])] == [("list.row.longer", 5)]


def test_a_sheet_with_a_header_and_no_row_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", 清单=table()[:1])
    assert codes_of(import_list(path)[1]) == {"list.file.no_rows"}


def test_an_entity_bomb_in_a_workbook_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", 清单=table())
    bomb = b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><workbook '
    changed_workbook(path, "xl/workbook.xml", b"<workbook ", bomb)
    assert codes_of(import_list(path)[1]) == {"list.workbook.doctype"}


def test_a_workbook_with_a_chart_sheet_is_read(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", 清单=table())
    workbook: Workbook = load_workbook(path)
    workbook.create_chartsheet("图").add_chart(BarChart())
    workbook.save(path)
    assert import_list(path)[0] is not None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (0.1, "0.1"),
        (1e-7, "1e-07"),
        (1e20, "1e+20"),
        (12, "12"),
        (True, "1"),
        (False, "0"),
        (None, ""),
        (datetime(2026, 1, 2), "2026-01-02"),  # noqa: DTZ001 - a spreadsheet knows no zone
        (datetime(2026, 1, 2, 3, 4), "2026-01-02T03:04:00"),  # noqa: DTZ001
        (date(2026, 1, 2), "2026-01-02"),
        (time(3, 4), "03:04:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        ("限产", "限产"),
    ],
)
def test_a_cell_of_a_workbook_reads_as_people_see_it(value: object, text: str) -> None:
    assert cell_text(value) == text
