"""The doctor's checks across rows: each fires where it should, none on the shipped list."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from planner.inventory import GradeScheme, ListCodes, ListRows, build_inventory
from planner.inventory.doctor import check_city_totals
from planner.sources import read_field_dictionary, read_list
from planner.terms import Pollutant
from tests.inventory.rows import built, changed, list_rows, told
from tests.project import ROOT
from tests.sources.good_list import CODES, Row, credit_code, good_rows

CASES: list[tuple[int, Row, str]] = [
    (4, {"enterprise_name": f"{good_rows()[0]['enterprise_name']} 有限公司"}, "list.enterprise.twin"),
    (3, {"line_id": "１号", "line_name": good_rows()[0]["line_name"]}, "list.line.twin"),
    (3, {"source_id": "s001"}, "list.source.twin"),
    (2, {"line_name": "备用窑"}, "list.status.counted_in_words"),
    (2, {"line_name": "中频炉8用4备"}, "list.status.counted_in_words"),
    (2, {"operating_hours": "0"}, "list.status.counted_without_work"),
    (2, {"actual_output_t_per_day": "0"}, "list.status.counted_without_work"),
    (2, {"capacity_t_per_day": "4600"}, "list.capacity.above_permit"),
    (2, {"actual_output_t_per_day": "4600"}, "list.capacity.above_permit"),
    (2, {"lowest_output_t_per_day": "4200"}, "list.output.lowest_above_mean"),
    (2, {"red_measure_text": "7#窑停产"}, "list.measure.other_line"),
    (2, {"longitude": "113.1", "latitude": ""}, "list.place.half"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "cells", "code"), CASES, ids=lambda case: str(case)[:50])
def test_what_contradicts_itself_across_rows_is_told(row: int, cells: Row, code: str) -> None:
    assert code in [item for item, at, _ in told(changed(row, **cells)) if at == row]


@pytest.mark.parametrize(
    "cells",
    [
        {"line_name": "3号备料线"},
        {"red_measure_text": "1#窑停产，国四及以下货车停用"},
        {"red_measure_text": "按环办大气函〔2020〕340号文执行"},
        {"capacity_t_per_day": "4500.9"},
    ],
    ids=str,
)
def test_what_only_looks_like_a_contradiction_is_left_alone(cells: Row) -> None:
    assert not [code for code, _, _ in told(changed(2, **cells)) if not code.startswith("measures")]


def test_a_meter_of_two_firms_is_told_at_the_second_one() -> None:
    rows = good_rows()
    rows[0]["meter_id"], rows[5]["meter_id"] = "M1", "M1"
    found = [item for item in built(rows)[1] if item.code == "list.meter.shared"]
    assert [(item.where.row, dict(item.values)["first_row"]) for item in found] == [(7, "2")]


def test_a_ban_of_the_milder_level_may_not_vanish_at_the_graver_one() -> None:
    rows = changed(2, yellow_duties="truck_ban_cn4", orange_duties="", red_duties="road_haulage_stop")
    found = [item for item in built(rows)[1] if item.code == "list.measure.duty_dropped"]
    assert [(item.where.column, dict(item.values)["lost"]) for item in found] == [("orange_measure", "truck_ban_cn4")]


def with_column(header: str, cells: dict[int, str]) -> ListRows:
    """The good rows with a column that the dictionary does not know; `cells` by row of the file."""
    rows = list_rows()
    texts = [cells.get(int(at), "") for at in rows.row]
    frame = rows.frame.assign(**{header: pd.array(texts, dtype="str")})
    return ListRows(file=rows.file, sha256="0", frame=frame, sheet=rows.sheet, row=rows.row)


def codes_of(rows: ListRows) -> list[tuple[str, int]]:
    return [(item.code, item.where.row) for item in build_inventory(rows, read_field_dictionary(), CODES)[1]]


def test_a_remark_about_spare_equipment_is_told() -> None:
    assert codes_of(with_column("备注", {2: "8用4备"})) == [("list.status.counted_in_words", 2)]


def test_a_firm_whose_lines_do_not_add_up_is_told_once() -> None:
    rows = with_column("企业SO2日排放量（kg/d）", {2: "999", 3: "999"})
    assert codes_of(rows) == [("list.firm.total_differs", 2)]


def test_a_firm_whose_lines_add_up_is_not_told() -> None:
    frame = list_rows().frame
    own = frame[(frame["enterprise_id"] == credit_code(1)) & (frame["status"] == "running")]
    kilograms = pd.to_numeric(own["so2_kg_per_day"]) * pd.to_numeric(own["operating_days_per_year"])
    assert codes_of(with_column("企业SO2年排放量（吨/年）", {2: str(kilograms.sum() / 1000)})) == []


def test_a_firm_with_fewer_rows_than_lines_is_told() -> None:
    assert codes_of(with_column("生产线数量", {2: "9"})) == [("list.firm.other_line_count", 2)]


def many(count: int, **cells: str) -> list[Row]:
    """Firms of one line each, alike but for names and codes; `cells` are those of the last one."""
    plain = good_rows()[0]
    rows = [
        plain
        | {"source_id": f"M{at:03}", "enterprise_id": credit_code(at), "enterprise_name": f"企业{at}", "permit_id": ""}
        | {"longitude": "113.1", "latitude": f"{36 + at / 1000}"}
        for at in range(1, count + 1)
    ]
    rows[-1] |= cells
    return rows


def test_kilograms_that_no_peer_comes_near_are_told() -> None:
    assert ("list.quantity.unlike_peers", 13, "so2_kg_per_day") in told(many(12, so2_kg_per_day="210000"))


def test_a_firm_far_from_its_county_is_told_and_few_firms_say_nothing() -> None:
    assert ("list.place.far", 13, "longitude") in told(many(12, longitude="114.1"))
    assert not [code for code, _, _ in told(many(5, longitude="114.1")) if code == "list.place.far"]


def test_a_grade_of_another_process_is_told() -> None:
    scheme = GradeScheme(key_industry="cement", sub_process="grinding", grades=("A", "B"))
    codes = ListCodes(county_codes=CODES.county_codes, industries=CODES.industries, schemes=(scheme,))
    rows = changed(2, sub_process="grinding")
    assert ("list.industry.grade_of_other_process", 2, "grade") in told(rows, codes)


def test_more_kilograms_than_the_city_are_told() -> None:
    inventory = built()[0]
    assert inventory is not None
    found = list(check_city_totals(inventory, ((Pollutant.SO2, 1.0), (Pollutant.PM, 1e9))))
    assert [(item.code, item.where.column) for item in found] == [("list.total.above_city", "so2_kg_per_day")]


def test_the_shipped_list_has_no_finding_of_the_doctor() -> None:
    rows, _ = read_list(Path(ROOT / "data" / "enterprises.csv"))
    assert rows is not None
    found = build_inventory(rows, read_field_dictionary(), ListCodes())[1]
    assert not [item.code for item in found if np.isin(str(item.severity), ["warning", "error"])]
