"""Checks across the columns of a row and the rows of an enterprise."""

import numpy as np
import pandas as pd
import pytest

from planner.errors import Severity
from planner.inventory.checked_list import CheckedList
from planner.inventory.column_checks import CheckedColumn
from planner.inventory.list_columns import ListPlaces, ReadColumn
from planner.sources import read_field_dictionary
from tests.inventory.rows import built, changed, told
from tests.sources.good_list import Row, credit_code, good_rows

EMPTY = pd.Series([], dtype="str")
PLACES = ListPlaces(file="", sheet=np.array([], dtype=object), row=np.array([], dtype=np.int64))
CASES: list[tuple[int, Row, list[tuple[str, int, str]]]] = [
    (3, {"source_id": "S001"}, [("list.source.duplicate", 3, "source_id")]),
    (3, {"line_id": "1#"}, [("list.line.duplicate", 3, "line_id")]),
    (3, {"enterprise_name": "他厂"}, [("list.enterprise.other_name", 3, "enterprise_name")]),
    (3, {"county_code": "140403"}, [("list.enterprise.other_county", 3, "county_code")]),
    (2, {"permit_id": f"{credit_code(2)}001P"}, [("list.permit.other_enterprise", 2, "permit_id")]),
    (2, {"sub_process": "packaging"}, [("list.industry.other_process", 2, "sub_process")]),
    (2, {"grade": "leading"}, [("list.industry.other_grade", 2, "grade")]),
    (2, {"grade": "none"}, [("list.industry.other_grade", 2, "grade")]),
    (2, {"grade": "ungraded"}, []),
    (10, {"sector": "dust"}, [("list.sector.other_kind", 10, "sector")]),
    (2, {"sector": "mobile"}, [("list.sector.other_kind", 2, "sector")]),
    (2, {"pm10_kg_per_day": "340.1"}, [("list.quantity.pm10_above_pm", 2, "pm10_kg_per_day")]),
    (2, {"pm25_kg_per_day": "201"}, [("list.quantity.pm25_above_pm10", 2, "pm25_kg_per_day")]),
    (2, {"red_kept_share": "0.05"}, []),
    (2, {"red_kept_share": "0.06"}, [("list.measure.halt_that_keeps", 2, "red_kept_share")]),
    (2, {"yellow_kept_share": "1"}, [("list.measure.limit_without_share", 2, "yellow_kept_share")]),
    (2, {"red_kept_share": "0.6", "red_measure": "limit"}, [("list.measure.weaker_above", 2, "red_kept_share")]),
    (8, {"orange_kept_share": "0.9"}, [
        ("list.measure.share_without_limit", 8, "orange_kept_share"),
        ("list.measure.weaker_above", 8, "red_kept_share"),
    ]),
    (10, {"yellow_measure": "odd_even", "yellow_kept_share": "1"}, []),
    (12, {"red_measure": "self"}, [("list.measure.of_rest", 12, "red_measure")]),
    (9, {"red_measure": "self"}, [("list.measure.of_resting_line", 9, "red_measure")]),
    (3, {"orange_kept_share": "0.3"}, [("list.measure.below_minimum_load", 3, "orange_kept_share")]),
    (3, {"red_measure": "halt", "red_kept_share": "0"}, [("list.measure.below_minimum_load", 3, "red_kept_share")]),
    (2, {"red_duties": "truck_ban_cn4;coking_time:36"}, []),
    (2, {"red_duties": "truck_ban_cn4;truck_ban"}, [("list.measure.unknown_duty", 2, "red_duties")]),
    (2, {"red_duties": "halt"}, [("list.measure.unknown_duty", 2, "red_duties")]),
    (2, {"red_duties": "truck_entries_cut:half"}, [("list.measure.duty_number", 2, "red_duties")]),
    (3, {"minimum_load_share": "0"}, [("list.load.no_minimum", 3, "minimum_load_share")]),
    (8, {"minimum_load_share": "0"}, [("list.load.no_minimum", 8, "minimum_load_share")]),
    (2, dict.fromkeys((f"{name}_kg_per_day" for name in ("so2", "nox", "pm", "vocs", "pm10", "pm25")), "0"), [
        ("list.quantity.no_emission", 2, "pm_kg_per_day"),
    ]),
    (2, {"operating_hours": "24.5"}, [("list.number.out_of_bounds", 2, "operating_hours")]),
]  # fmt: skip


@pytest.mark.parametrize(("row", "cells", "expected"), CASES, ids=lambda case: str(case)[:60])
def test_a_row_that_contradicts_itself_is_told(row: int, cells: Row, expected: list[tuple[str, int, str]]) -> None:
    assert told(changed(row, **cells)) == expected


def test_a_warning_lets_the_list_in() -> None:
    inventory, findings = built(changed(3, enterprise_name="他厂"))
    assert inventory is not None
    assert [item.severity for item in findings] == [Severity.WARNING]


def test_a_column_of_text_has_no_numbers() -> None:
    read = ReadColumn(field=read_field_dictionary().field("grade"), header="grade", texts=EMPTY, places=PLACES)
    rows = CheckedList(columns={"grade": CheckedColumn(read=read, texts=EMPTY)}, rows=0)
    with pytest.raises(TypeError):
        rows.number("grade")


def test_two_firms_may_call_their_lines_alike() -> None:
    assert {row["line_id"] for row in good_rows()[2:5]} == {"1#"}
    assert built()[1] == ()


def test_a_duplicate_names_the_first_row_however_often_it_comes() -> None:
    rows = [*good_rows(), *(row | {"line_id": f"{at}"} for at, row in enumerate([good_rows()[0]] * 2))]
    found = [item for item in built(rows)[1] if item.code == "list.source.duplicate"]
    assert [(item.where.row, dict(item.values)["first_row"]) for item in found] == [(14, "2"), (15, "2")]
