"""The ledger file: what is read, and every way in which a row cannot be."""

from datetime import date

import pytest

from planner.sources import read_off_peak

HEADER = "source_id,enterprise_id,line_id,from,until,kept_share,document,note\n"
ROW = "s1,,,2026-11-15,2027-03-15,0,某市错峰生产通知,\n"


def read(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "ledger.csv"
    path.write_bytes(text.encode(encoding))
    return read_off_peak(path)


def test_a_row_is_read_as_it_stands(tmp_path):
    ledger, findings = read(tmp_path, HEADER + ROW)
    assert findings == ()
    assert (ledger.rows[0].row, ledger.rows[0].first_day) == (2, date(2026, 11, 15))


def test_chinese_headers_in_gb18030_are_read_as_the_same(tmp_path):
    chinese = "排放源编号,起始日期,截止日期,保留负荷,依据文件\ns1,2026-11-15,2027-03-15,0.5,通知\n"
    ledger, findings = read(tmp_path, chinese, "gb18030")
    assert (findings, ledger.rows[0].kept_share) == ((), 0.5)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("s1,,,", ",E1,,", "season.source.unnamed"),
        ("2026-11-15", "15.11.2026", "season.day.unreadable"),
        ("2026-11-15", "20261115", "season.day.unreadable"),
        ("2027-03-15", "2026-11-14", "season.day.order"),
        (",0,", ",1,", "season.share.unreadable"),
        (",0,", ",50%,", "season.share.unreadable"),
        (",0,", ",nan,", "season.share.unreadable"),
        ("某市错峰生产通知", "", "season.document.missing"),
    ],
)
def test_a_cell_that_cannot_be_used_is_found(tmp_path, old, new, code):
    ledger, findings = read(tmp_path, HEADER + ROW.replace(old, new))
    assert ledger is None
    assert [(item.code, item.where.row) for item in findings] == [(code, 2)]


def test_all_offences_are_told_at_once(tmp_path):
    _, findings = read(tmp_path, HEADER + "s1,,,x,y,z,,\n" + ",,,2026-11-15,2027-03-15,0,通知,\n")
    assert [item.where.row for item in findings] == [2, 2, 2, 2, 3]


def test_a_ledger_without_its_columns_is_refused(tmp_path):
    _, findings = read(tmp_path, "line_id,from,from,until\n1#,2026-11-15,2026-11-15,2027-03-15\n")
    codes = [(item.code, item.value) for item in findings]
    assert ("season.header.missing", "source_id") in codes
    assert ("season.header.missing", "kept_share") in codes
    assert ("season.header.twice", "from") in codes


def test_an_empty_ledger_and_a_missing_file_are_told(tmp_path):
    assert [item.code for item in read(tmp_path, HEADER)[1]] == ["season.ledger.empty"]
    assert [item.code for item in read_off_peak(tmp_path / "none.csv")[1]] == ["request.file_unreadable"]
