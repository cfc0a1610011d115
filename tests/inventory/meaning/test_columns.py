"""What a header names: by aliases, by the parts of a stacked header, never by a guess."""

import pytest

from planner.inventory.meaning import guess_column
from planner.sources import read_field_dictionary

HEADERS = {
    ("污染物排放量（吨/年）", "SO2"): ("so2_kg_per_day", "吨/年"),
    ("二氧化硫年排放量（t）",): ("so2_kg_per_day", "t"),
    ("黄色预警", "减排措施"): ("yellow_measure_text", ""),
    ("重污染天气应急减排措施", "Ⅰ级响应"): ("red_measure_text", ""),
    ("Ⅲ级预警措施",): ("yellow_measure_text", ""),
    ("企业基本信息", "统一社会信用代码（18位）"): ("enterprise_id", ""),
    ("产能（万吨/年）",): ("capacity_t_per_day", "万吨/年"),
    ("县（市、区）",): ("county_code", ""),
    ("2024年绩效定级",): ("grade", ""),
    ("2024年SO2排放量（吨）",): ("so2_kg_per_day", "吨"),
    ("粉尘（kg/d）",): ("pm_kg_per_day", "kg/d"),
    ("红色预警", "减排量(kg/d)", "NOx"): ("-", "kg/d"),
    ("SO2许可排放量（吨/年）",): ("-", "吨/年"),
    ("年产值（万元）",): ("-", "万元"),
}


@pytest.mark.parametrize(("parts", "expected"), HEADERS.items())
def test_a_header_names_its_column(parts: tuple[str, ...], expected: tuple[str, str]) -> None:
    guess = guess_column(parts, read_field_dictionary())
    assert (guess.field, guess.unit_text, guess.sureness) == (*expected, "sure")


@pytest.mark.parametrize("parts", [("SO2、NOx排放量（t/a）",), ("黄橙红预警措施",), ("企业名秤",)])
def test_a_header_of_several_meanings_or_a_misspelt_one_is_not_sure(parts: tuple[str, ...]) -> None:
    assert guess_column(parts, read_field_dictionary()).sureness != "sure"
