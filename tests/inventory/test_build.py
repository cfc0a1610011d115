"""The checked inventory: dtypes, order, places, and when there is none."""

import numpy as np
import pandas as pd
import pytest

from planner.errors import Severity
from planner.inventory import FieldKind, ListCodes, ListRows, build_inventory
from planner.inventory.list_columns import MOST_FINDINGS
from planner.sources import read_field_dictionary
from tests.inventory.rows import built, changed, list_rows, told
from tests.sources.good_list import Row, credit_code, good_rows

DICTIONARY = read_field_dictionary()


def frame_of(rows: list[Row] | None = None) -> pd.DataFrame:
    inventory, _ = built(rows)
    assert inventory is not None
    return inventory.frame


def test_a_good_list_has_no_finding() -> None:
    assert built()[1] == ()


def test_every_column_has_the_type_of_its_field() -> None:
    wanted = {FieldKind.NUMBER: "float64", FieldKind.FLAG: "bool"}
    frame = frame_of()
    assert [str(frame[item.name].dtype) for item in DICTIONARY] == [
        wanted.get(item.dtype, "str") for item in DICTIONARY
    ]


def test_the_columns_are_those_of_the_dictionary_and_the_place_in_the_file() -> None:
    assert tuple(frame_of().columns) == (*DICTIONARY.names, "list_sheet", "list_row")


def test_rows_are_sorted_by_source_and_remember_their_row() -> None:
    frame = frame_of(good_rows()[::-1])
    assert frame["source_id"].is_monotonic_increasing
    assert frame["list_row"].tolist() == list(range(13, 1, -1))


def test_text_is_never_missing_and_an_empty_optional_number_is_nan() -> None:
    frame = frame_of()
    texts = frame.select_dtypes(include=["str"])
    assert not texts.isna().to_numpy().any()
    assert frame["capacity_t_per_day"].isna().tolist() == [False] * 8 + [True] * 4


def test_minus_zero_is_zero() -> None:
    assert not np.signbit(frame_of(changed(2, so2_kg_per_day="-0"))["so2_kg_per_day"].iloc[0])


@pytest.mark.parametrize(("text", "number"), [("1e3", 1000.0), ("1.5E-2", 0.015), ("0007", 7.0), (" 12.5\u3000", 12.5)])
def test_plain_numbers_are_read(text: str, number: float) -> None:
    assert frame_of(changed(2, vocs_kg_per_day=text))["vocs_kg_per_day"].iloc[0] == number


def test_blanks_around_cells_are_noted_once_a_column_and_taken_away() -> None:
    rows = [row | {"enterprise_name": f" {row['enterprise_name']}\t"} for row in good_rows()]
    inventory, (note,) = built(rows)
    assert inventory is not None
    assert (note.code, note.severity, dict(note.values)["count"]) == ("list.cell.blanks", Severity.NOTE, "12")
    assert inventory.frame["enterprise_name"].iloc[0] == "测试第1水泥有限公司"


def test_chinese_text_of_any_plane_is_normal() -> None:
    assert built(changed(2, line_name="𠮷林（一期）·窑头Ⅱ—é"))[1] == ()


def test_rows_that_are_not_whole_make_no_inventory() -> None:
    inventory, findings = build_inventory(list_rows(whole=False), DICTIONARY, ListCodes())
    assert inventory is None
    assert findings == ()


def test_rows_without_a_needed_column_make_no_inventory() -> None:
    rows = list_rows()
    short = ListRows(file="", sha256="", frame=rows.frame.drop(columns="grade"), sheet=rows.sheet, row=rows.row)
    inventory, findings = build_inventory(short, DICTIONARY, ListCodes())
    assert inventory is None
    assert [(item.code, item.where.column) for item in findings] == [("list.header.missing", "grade")]


def test_an_optional_column_left_out_reads_as_empty() -> None:
    rows = list_rows()
    short = ListRows(
        file="", sha256="", frame=rows.frame.drop(columns=["meter_id", "longitude"]), sheet=rows.sheet, row=rows.row
    )
    inventory, findings = build_inventory(short, DICTIONARY, ListCodes())
    assert inventory is not None
    assert findings == ()
    assert inventory.frame["meter_id"].eq("").all()
    assert inventory.frame["longitude"].isna().all()


def test_codes_that_nobody_hands_in_are_not_checked() -> None:
    rows = changed(2, county_code="999999", key_industry="made_up", sub_process="any", grade="B-")
    assert told(rows, ListCodes()) == [("list.enterprise.other_county", 3, "county_code")]


def test_findings_beyond_the_limit_are_counted_in_one() -> None:
    count = MOST_FINDINGS + 3
    body = good_rows()[10]
    rows = [body | {"source_id": f"S{at}", "latitude": "north"} for at in range(count)]
    findings = built(rows)[1]
    assert len(findings) == MOST_FINDINGS + 1
    assert (findings[-1].code, dict(findings[-1].values)["count"]) == ("list.cell.more", "3")


def test_findings_stand_in_the_order_of_the_file() -> None:
    rows = changed(4, county_code="1", monitored="x")
    rows[0]["latitude"] = "x"
    assert [place[1:] for place in told(rows)] == [(2, "latitude"), (4, "county_code"), (4, "monitored")]


def test_a_list_of_none_is_an_empty_inventory() -> None:
    empty = list_rows().frame.iloc[:0]
    rows = ListRows(file="", sha256="", frame=empty, sheet=np.array([], dtype=object), row=np.array([], dtype=np.int64))
    inventory, findings = build_inventory(rows, DICTIONARY, ListCodes())
    assert inventory is not None
    assert findings == ()
    assert inventory.frame.empty


def test_an_enterprise_is_needed_for_lines_only() -> None:
    rows = changed(2, enterprise_id="", line_id="", industry_code="", permit_id="")
    assert set(told(rows)) == {("list.cell.empty", 2, name) for name in ("enterprise_id", "line_id", "industry_code")}
    assert told(changed(10, enterprise_id=credit_code(9), line_id="1#")) == []
