"""Texts of a list laid on their rows."""

import numpy as np
import pytest

from planner.errors import Severity
from planner.measures import FiledReading, read_filed
from tests.tiny import inventory, source


def filed(text: str, **cells: object) -> FiledReading:
    """One line whose orange measure is text alone."""
    row = source("s1", orange_measure="", orange_kept_share=np.nan, orange_measure_text=text)
    return read_filed(inventory(row | cells))


def orange(reading: FiledReading) -> tuple[str, float, str]:
    """Code, kept share and duties of the first row."""
    row = reading.inventory.frame.iloc[0]
    return row["orange_measure"], float(row["orange_kept_share"]), row["orange_duties"]


def codes(reading: FiledReading) -> list[str]:
    """The codes of the findings."""
    return [item.code for item in reading.findings]


@pytest.mark.parametrize("text", ["烧成周期由48小时延长至72小时", "日生产时间由24小时缩短至16小时", "另1条线限产50%"])
def test_what_is_no_measured_load_of_the_line_files_none_and_is_told(text: str) -> None:
    reading = filed(text)
    assert orange(reading)[0] == "no_measure"
    assert codes(reading)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("停产", ("halt", 0.0, "")),
        ("1#线停产，环保设施在停产后关停", ("halt", 0.0, "treatment_last")),
        ("停产保温", ("hold_hot", 0.0, "")),
        ("限产30%；停止使用国四及以下重型载货车辆（含燃气）", ("limit", 0.7, "truck_ban_cn4")),
        ("日投料量由960吨降低到768吨", ("limit", 0.8, "")),
        ("限产20%，日投料量由960吨降低到768吨", ("limit", 0.8, "")),
        ("停止公路运输", ("road_haulage_stop", 1.0, "")),
        ("自主减排", ("self", 1.0, "")),
        ("1#线停48小时开12小时", ("cycle", 0.2, "cycle:48:12")),
        ("黄色预警：限产20%；橙色及以上预警：限产50%", ("limit", 0.5, "")),
        ("2#线停产", ("no_measure", 1.0, "")),
        ("", ("no_measure", 1.0, "")),
    ],
)
def test_an_empty_code_is_filled_from_the_text(text: str, expected: tuple[str, float, str]) -> None:
    assert orange(filed(text)) == expected


@pytest.mark.parametrize(
    ("text", "cells", "code"),
    [
        ("1#线限产50%", {"can_stop": False, "minimum_load_share": 0.6}, "measures.list.below_minimum_load"),
        ("1#线停产", {"guarantee": "heat", "minimum_load_share": 0.4}, "measures.list.below_minimum_load"),
        ("1#线停产", {"orange_kept_share": 0.3}, "measures.list.halt_that_keeps"),
        ("自主减排", {"orange_kept_share": 0.5}, "measures.list.share_without_limit"),
        ("1#线停产", {"status": "idle"}, "measures.list.of_resting_line"),
    ],
)
def test_what_a_text_fills_is_checked_against_the_other_cells(text: str, cells: dict[str, object], code: str) -> None:
    told = next(item for item in filed(text, **cells).findings if item.code == code)
    assert (told.where.column, dict(told.values)["value"]) == ("orange_measure_text", text)


def test_a_stricter_level_that_keeps_more_by_its_text_is_told() -> None:
    red = {"red_measure": "", "red_kept_share": np.nan, "red_measure_text": "限产20%"}
    assert codes(filed("限产50%", **red)) == ["measures.list.weaker_above"]
    assert codes(filed("限产50%", red_kept_share=0.8, red_measure="limit")) == ["measures.list.weaker_above"]


def test_a_text_that_agrees_with_its_row_is_silent() -> None:
    red = {"red_measure": "limit", "red_kept_share": 0.6}
    assert codes(filed("1#线限产30%", can_stop=False, minimum_load_share=0.6, **red)) == []


def test_fewer_trips_and_fewer_machines_are_no_share_of_the_lines_own_load() -> None:
    assert codes(filed("烧结机由3台减至2台")) == ["measures.list.of_enterprise"]


def test_coking_hours_become_a_share_by_the_normal_ones() -> None:
    assert orange(filed("结焦时间延长至36小时", coking_hours=24.0)) == ("coking_time", 0.666667, "coking_time:36")
    assert codes(filed("结焦时间延长至36小时")) == ["measures.list.number_missing"]


def test_a_text_that_is_not_read_files_nothing_and_is_told() -> None:
    reading = filed("限产20%或停产")
    assert orange(reading)[0] == "no_measure"
    told = reading.findings[0]
    assert (told.code, told.severity, told.where.column) == (
        "measures.list.unread",
        Severity.WARNING,
        "orange_measure_text",
    )


def test_a_count_of_several_lines_is_nobodys_own() -> None:
    rows = [source(f"s{at}", enterprise_id="E1", line_id=f"{at}#") for at in (1, 2)]
    texts = {"orange_measure": "", "orange_kept_share": np.nan, "orange_measure_text": "停产1条生产线"}
    reading = read_filed(inventory(*(row | texts for row in rows)))
    assert codes(reading) == ["measures.list.of_enterprise"] * 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("原则上停产", "measures.list.soft"),
        ("参照B级企业执行", "measures.list.doubtful"),
        ("减排30%", "measures.list.not_load"),
        ("禁止渣土车上路行驶", "measures.list.no_code"),
        ("停产；限产30%", "measures.list.two_loads"),
    ],
)
def test_a_text_that_needs_a_person_says_why(text: str, code: str) -> None:
    assert codes(filed(text)) == [code]


def test_equipment_of_another_name_is_not_this_line() -> None:
    rows = [source(f"s{at}", enterprise_id="E1", line_id=f"{at}#", line_name="造型线") for at in (1, 2)]
    texts = {"orange_measure": "", "orange_kept_share": np.nan, "orange_measure_text": "中频炉停产"}
    reading = read_filed(inventory(*(row | texts for row in rows)))
    assert codes(reading) == ["measures.list.other_equipment"] * 2


def test_a_code_that_stands_is_kept_and_its_disagreement_told() -> None:
    reading = filed("停产", orange_measure="limit", orange_kept_share=0.8)
    assert orange(reading)[:2] == ("limit", 0.8)
    assert codes(reading) == ["measures.list.disagrees"]


def test_a_code_that_agrees_is_silent_and_takes_the_duties() -> None:
    reading = filed("限产20%；停止公路运输", orange_measure="limit", orange_kept_share=0.8)
    assert (orange(reading), codes(reading)) == (("limit", 0.8, "road_haulage_stop"), [])


def test_the_share_read_counts_cells() -> None:
    counts = filed("限产20%或停产", red_measure_text="停产", red_measure="", red_kept_share=np.nan).counts
    assert (counts.texts, counts.distinct, counts.read, counts.share) == (2, 2, 1, 0.5)
