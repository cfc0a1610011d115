"""A list given back: marked cells, comments, a sheet of findings, everything else as it was."""

from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from planner.errors import Finding, Place, Severity, finding
from planner.orders.finding_marks import finding_mark
from planner.orders.marked import FINDINGS_SHEET, MarkedFinding, SheetCells, mark_workbook, plain_workbook
from planner.terms import Phrasebook


def a_list() -> bytes:
    """Headers in row 2 under a merged title, one row of data, a sheet of notes."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "工业源"
    for row in (["某市清单", None], ["企业名称", "SO2日排放量"], ["甲厂", -1]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet["A3"].comment = Comment("原批注", "某人")
    book.create_sheet("说明").append(["保留"])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def at(row: int, column: str, code: str = "list.cell.empty") -> Finding:
    return finding(code, Severity.ERROR, Place(file="a.xlsx", sheet="工业源", row=row, column=column), value="x")


def marked(*findings: MarkedFinding, content: bytes | None = None) -> Workbook:
    return load_workbook(BytesIO(mark_workbook(content or a_list(), findings, Phrasebook())))


def test_the_cell_below_its_header_is_filled_and_commented() -> None:
    cell = marked(MarkedFinding(finding=at(3, "SO2日排放量"), key="k"))["工业源"]["B3"]
    assert cell.fill.fgColor.rgb == "00F8CBAD"
    assert "is empty" in cell.comment.text


def test_the_rest_of_the_workbook_stays() -> None:
    book = marked(MarkedFinding(finding=at(3, "企业名称"), key="k"))
    assert book.sheetnames == [FINDINGS_SHEET, "工业源", "说明"]
    assert book["说明"]["A1"].value == "保留"
    assert [str(span) for span in book["工业源"].merged_cells.ranges] == ["A1:B1"]
    assert book["工业源"]["A3"].comment.text.startswith("原批注")


def test_a_letter_that_the_reader_knows_goes_before_the_text_of_the_header() -> None:
    told = (MarkedFinding(finding=at(3, "so2_kg_per_day"), key="k"),)
    content = mark_workbook(a_list(), told, Phrasebook(), {("工业源", "so2_kg_per_day"): "B"})
    assert load_workbook(BytesIO(content))["工业源"]["B3"].comment is not None


def test_a_merged_cell_is_marked_where_its_value_stands() -> None:
    book = load_workbook(
        BytesIO(
            mark_workbook(a_list(), (MarkedFinding(finding=at(1, "x"), key=""),), Phrasebook(), {("工业源", "x"): "B"})
        )
    )
    assert book["工业源"]["A1"].comment is not None


def test_an_answered_finding_is_listed_and_marks_nothing() -> None:
    book = marked(MarkedFinding(finding=at(3, "SO2日排放量"), key="k", answer="无误"))
    assert book["工业源"]["B3"].comment is None
    assert [row[7] for row in book[FINDINGS_SHEET].iter_rows(min_row=2, values_only=True)] == ["无误"]


def test_earlier_marks_are_taken_off_when_it_is_marked_again() -> None:
    first = mark_workbook(a_list(), (MarkedFinding(finding=at(3, "SO2日排放量"), key="k"),), Phrasebook())
    again = marked(content=first)
    assert (again["工业源"]["B3"].comment, again.sheetnames.count(FINDINGS_SHEET)) == (None, 1)


def test_a_value_that_looks_like_a_formula_is_inert() -> None:
    told = finding(
        "list.cell.formula", Severity.ERROR, Place(sheet="工业源", row=3, column="企业名称"), value="=1+1", sign="="
    )
    row = next(marked(MarkedFinding(finding=told, key="k"))[FINDINGS_SHEET].iter_rows(min_row=2))
    assert row[3].data_type == "s"


def test_a_mark_follows_the_source_and_changes_with_the_cell() -> None:
    assert finding_mark(at(3, "a"), "S1") == finding_mark(at(9, "a"), "S1")
    assert finding_mark(at(3, "a"), "S1") != finding_mark(at(3, "a"), "S2")


def test_a_csv_becomes_a_workbook_of_its_values() -> None:
    book = load_workbook(BytesIO(plain_workbook((SheetCells(title="表", rows=(("a", "b"), ("1", "2"))),))))
    assert list(book["表"].iter_rows(values_only=True)) == [("a", "b"), ("1", "2")]
