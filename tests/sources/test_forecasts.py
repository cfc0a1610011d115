"""Forecast files: what is read, and everything that is wrong with one told at once."""

import pytest

from planner.errors import Severity
from planner.sources import MOST_FORECAST_BYTES, read_forecast

GOOD = "time,pm25,co\n2026-12-01T00:00:00+08:00,80,1.2\n2026-12-02T00:00:00+08:00,90,1.3\n"


@pytest.fixture
def read(tmp_path):
    """Reads a forecast of the given text or bytes."""

    def read_text(content):
        path = tmp_path / "forecast.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_forecast(path)

    return read_text


def codes(findings, severity=Severity.ERROR):
    return [item.code for item in findings if item.severity is severity]


def by_hour(count, start=0, value=80):
    return [f"2026-12-{1 + at // 24:02d}T{at % 24:02d}:00:00+08:00,{value}" for at in range(start, start + count)]


def table(*lines):
    return "\n".join(["time,aqi", *lines]) + "\n"


def test_rows_a_day_apart_are_daily(read):
    forecast, findings = read(GOOD)
    assert findings == ()
    assert (forecast.step_hours, forecast.steps, forecast.quantities) == (24, 2, ("pm25", "co"))


def test_rows_an_hour_apart_are_hourly(read):
    forecast, _ = read(table(*by_hour(30)))
    assert (forecast.step_hours, forecast.steps) == (1, 30)


def test_a_single_row_is_a_day(read):
    forecast, _ = read(table("2026-12-01T00:00:00+08:00,210"))
    assert (forecast.step_hours, forecast.steps) == (24, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_common_encodings_and_line_ends_read_the_same(read, encoding, newline):
    text = "时间,pm25,成员\n2026-12-01T00:00:00+08:00,80,成员一\n".replace("\n", newline)
    forecast, _ = read(text.encode(encoding))
    assert forecast.members == ("成员一",)


def test_other_offsets_are_the_same_moments(read):
    forecast, _ = read(table("2026-11-30T16:00:00Z,210"))
    assert forecast.start.isoformat() == "2026-12-01T00:00:00+08:00"


def test_quoted_cells_and_blanks_are_read(read):
    forecast, _ = read('time, PM2.5 \n"2026-12-01T00:00:00+08:00"," 80 "\n')
    assert forecast.of("pm25").tolist() == [[80.0]]


def test_members_lie_side_by_side(read):
    rows = "".join(f"2026-12-01T00:00:00+08:00,{value},m{at}\n" for at, value in enumerate((80, 90, 210)))
    forecast, _ = read("time,aqi,member\n" + rows)
    assert forecast.of("aqi").tolist() == [[80.0], [90.0], [210.0]]


def test_all_that_is_wrong_is_told_at_once(read):
    lines = [
        "2026-12-01T00:00,80",
        "2026-12-01T01:00:00+08:00,many",
        "2026-12-01T01:00:00+08:00,-3",
        "2026-12-01T00:00:00+08:00,nan",
        "2026-12-01T02:30:00+08:00,80",
        "yesterday,80",
        "2026-12-20T00:00:00+08:00,80,9",
        "2026-12-20T00:00:00+08:00,80",
    ]
    forecast, findings = read(table(*lines))
    assert forecast is None
    assert set(codes(findings)) == {
        "forecast.time.no_offset",
        "forecast.cell.not_a_number",
        "forecast.cell.negative",
        "forecast.time.twice",
        "forecast.time.disorder",
        "forecast.time.within_hour",
        "forecast.time.unreadable",
        "forecast.row.width",
        "forecast.too_long",
    }


@pytest.mark.parametrize("cell", ["nan", "inf", "null", "1,2", "12 µg", "0x10", "1_000", "１２", "--"])
def test_what_is_no_number_is_told_with_row_and_column(read, cell):
    _, findings = read(f'time,pm25\n2026-12-01T00:00:00+08:00,"{cell}"\n')
    assert [(item.code, item.where.row, item.where.column) for item in findings] == [
        ("forecast.cell.not_a_number", 2, "pm25")
    ]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("time,foo,aqi", "forecast.header.unknown"),
        ("time,aqi,aqi", "forecast.header.twice"),
        ("date,aqi,pm25", "forecast.header.no_time"),
        ("time,member,cause", "forecast.header.no_quantity"),
    ],
)
def test_a_wrong_header_is_told(read, header, code):
    _, findings = read(f"{header}\n2026-12-01T00:00:00+08:00,1,\n")
    assert code in codes(findings)


def test_a_misspelled_column_does_not_hide_the_defects_of_the_rows(read):
    _, findings = read("time,aqi,foo\n2026-12-01T00:00,80,1\n")
    assert codes(findings) == ["forecast.header.unknown", "forecast.time.no_offset"]


def test_missing_hours_are_a_warning(read):
    forecast, findings = read(table(*by_hour(20), *by_hour(20, start=22)))
    assert forecast.steps == 42
    assert codes(findings, Severity.WARNING) == ["forecast.gap.hours"]


def test_a_missing_day_is_a_warning(read):
    forecast, findings = read(table("2026-12-01T00:00:00+08:00,80", "2026-12-03T00:00:00+08:00,80"))
    assert forecast.steps == 3
    assert codes(findings, Severity.WARNING) == ["forecast.gap.days"]


def test_hours_that_turn_into_days_are_an_error(read):
    days = [f"2026-12-0{day}T00:00:00+08:00,80" for day in (3, 4, 5)]
    _, findings = read(table(*by_hour(25), *days))
    assert codes(findings) == ["forecast.time.mixed"]


def test_rows_three_hours_apart_are_an_error(read):
    _, findings = read(table(*by_hour(48)[::3]))
    assert codes(findings) == ["forecast.time.interval"]


@pytest.mark.parametrize(("hours", "expected"), [(240, []), (241, ["forecast.too_long"])])
def test_ten_days_are_the_longest(read, hours, expected):
    _, findings = read(table(*by_hour(hours)))
    assert codes(findings) == expected


@pytest.mark.parametrize(("hours", "expected"), [(24, []), (23, ["forecast.too_short"])])
def test_a_whole_day_is_the_shortest(read, hours, expected):
    _, findings = read(table(*by_hour(hours)))
    assert codes(findings) == expected


def test_an_unknown_cause_is_an_error(read):
    _, findings = read("time,aqi,cause\n2026-12-01T00:00:00+08:00,80,sandstorm\n")
    assert codes(findings) == ["forecast.cell.cause"]


def test_co_in_the_wrong_unit_is_doubted(read):
    _, findings = read("time,co\n2026-12-01T00:00:00+08:00,2750\n")
    assert codes(findings, Severity.WARNING) == ["forecast.cell.unit"]


def test_rows_with_and_without_a_member_are_an_error(read):
    rows = "2026-12-01T00:00:00+08:00,80,\n2026-12-01T00:00:00+08:00,80,a\n"
    _, findings = read("time,aqi,member\n" + rows)
    assert codes(findings) == ["forecast.member.nameless"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "forecast.file.empty"),
        (b"time,aqi\n", "forecast.file.no_rows"),
        (b"PK\x03\x04rest", "forecast.file.not_csv"),
        ("time,aqi\n".encode("utf-16"), "forecast.file.encoding"),
        (b"time,aqi\n\xff\xfe\xff\xfe,1\n", "forecast.file.encoding"),
    ],
)
def test_what_is_no_forecast_file_is_told(read, content, code):
    forecast, findings = read(content)
    assert forecast is None
    assert code in codes(findings)


def test_a_huge_file_is_not_read(read):
    _, findings = read(b"time,aqi\n" + b"\n" * MOST_FORECAST_BYTES)
    assert codes(findings) == ["forecast.file.too_large"]


def test_an_absent_file_is_told(tmp_path):
    _, findings = read_forecast(tmp_path / "none.csv")
    assert codes(findings) == ["forecast.file.absent"]


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-12:00"])
def test_a_time_beyond_the_calendar_is_told(read, time):
    _, findings = read(table(f"{time},80"))
    assert codes(findings) == ["forecast.time.unreadable"]
