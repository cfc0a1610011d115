"""Tables sent to the desk: any office format, everything wrong at once with its cell."""

from datetime import date, datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from planner.errors import Finding
from planner.execution import EmissionReading, MeterReading, VisitOutcome
from planner.sources import read_emissions, read_meters, read_receipts, read_visits
from planner.terms import BEIJING, Pollutant

NOW = datetime(2026, 12, 6, 8, tzinfo=BEIJING)
READING = MeterReading(meter_id="SYN-1", day=date(2026, 12, 6), kwh=1012.5, row=2)


def places(findings: tuple[Finding, ...]) -> list[tuple[str, int, str]]:
    return [(item.code, item.where.row, item.where.column) for item in findings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_readings_are_read_as_power_companies_write_them(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "readings.csv"
    path.write_text('电表编号,日期,用电量（kWh）\nSYN-1,2026年12月6日,"1,012.5"\n', encoding)
    assert read_meters(path) == ((READING,), ())


def test_readings_of_a_workbook_may_stand_below_a_title(tmp_path: Path) -> None:
    path = tmp_path / "readings.xlsx"
    book = Workbook(path)
    sheet = book.add_worksheet("用电")
    for at, row in enumerate((["某市用电情况"], ["表号", "用电日期", "日用电量"], ["SYN-1", "2026/12/6", 1012.5])):
        sheet.write_row(at, 0, row)
    book.close()
    readings, findings = read_meters(path)
    assert findings == ()
    assert [(item.meter_id, item.day, item.kwh, item.row) for item in readings] == [("SYN-1", READING.day, 1012.5, 3)]


def test_everything_wrong_with_readings_is_told_with_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "readings.csv"
    path.write_text("meter_id,日期,kwh\n,昨天,-1\nm,2026-12-06,nan\n", "utf-8")
    readings, findings = read_meters(path)
    assert readings == ()
    assert places(findings) == [
        ("warning.reading.no_meter", 2, "meter_id"),
        ("warning.reading.day", 2, "日期"),
        ("warning.reading.kwh", 2, "kwh"),
        ("warning.reading.kwh", 3, "kwh"),
    ]


def test_missing_columns_are_told_with_the_names_they_may_have(tmp_path: Path) -> None:
    path = tmp_path / "readings.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    _, findings = read_meters(path)
    assert [item.value for item in findings] == ["meter_id", "day", "kwh"]
    assert "用电量" in dict(findings[2].values)["known"]
    assert read_meters(tmp_path / "absent.csv")[1][0].code == "list.file.unreadable"


def test_emissions_are_read_by_the_names_of_pollutants(tmp_path: Path) -> None:
    path = tmp_path / "cems.csv"
    path.write_text("排放源编号,监测日期,污染物,排放量\nS1,20261206,氮氧化物,12\nS1,2026-12-06,臭氧,x\n", "gb18030")
    _, findings = read_emissions(path)
    assert places(findings) == [
        ("warning.reading.pollutant", 3, "污染物"),
        ("warning.reading.kilograms", 3, "排放量"),
    ]
    path.write_text("排放源编号,监测日期,污染物,排放量\nS1,20261206,氮氧化物,12\n", "gb18030")
    expected = EmissionReading(source_id="S1", day=READING.day, pollutant=Pollutant.NOX, kilograms=12.0, row=2)
    assert read_emissions(path) == ((expected,), ())


def test_receipts_are_read_in_the_words_of_the_counties(tmp_path: Path) -> None:
    path = tmp_path / "receipts.csv"
    path.write_text("统一社会信用代码,回执状态,时间,理由\nEK,签收,2026-12-05 9:00,\nEU,异议,,检修\n", "gb18030")
    (one, two), findings = read_receipts(path, NOW)
    assert findings == ()
    assert (one.owner, one.state, one.at) == ("EK", "acknowledged", datetime(2026, 12, 5, 9, tzinfo=BEIJING))
    assert (two.state, two.at, two.reason) == ("contested", NOW, "检修")


def test_a_table_without_rows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "receipts.csv"
    path.write_text("owner,state\n", "utf-8")
    assert places(read_receipts(path, NOW)[1]) == [("desk.table.empty", 0, "")]


def test_visits_are_read_and_what_is_no_finding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    head = "信用代码,核查时间,核查人,核查结果,备注\n"
    path.write_text(head + "EK,2026/12/6 10:30,李,未停产,磨机运行\n", "gb18030")
    (visit,), findings = read_visits(path)
    assert findings == ()
    assert (visit.owner, visit.outcome, visit.at.hour, visit.note) == ("EK", VisitOutcome.NOT_STOPPED, 10, "磨机运行")
    path.write_text(head + ",晚上,李,很好,\n", "utf-8")
    assert [item.code for item in read_visits(path)[1]] == [
        "desk.cell.nobody",
        "desk.cell.time",
        "warning.visit.outcome",
    ]
