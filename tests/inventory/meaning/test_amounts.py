"""Numbers and units as people write them."""

import pytest

from planner.inventory.meaning.amounts import read_amount
from planner.inventory.meaning.units import factor_between, read_unit, target_unit

NUMBERS = {"１２，３４５.6": 12345.6, "1,200": 1200, "1.2万": 12000, "-3": -3, " 5 ": 5, "2.5e3": 2500, "约3": 3}
NUMBERS |= {"113°22′54.48″": 113.3818, "东经112度30分36秒": 112.51}


@pytest.mark.parametrize(("text", "number"), NUMBERS.items())
def test_a_number_is_read_whatever_its_signs(text: str, number: float) -> None:
    assert read_amount(text).number == pytest.approx(number)


@pytest.mark.parametrize("text", ["/", "—", "无", "－", "不涉及"])
def test_a_word_for_nothing_is_nothing_and_no_number(text: str) -> None:
    assert read_amount(text).is_nothing
    assert read_amount(text).number is None


@pytest.mark.parametrize("text", ["<0.5", "10~12", "三百", "3 或 4", "2026-01-02", "12箱", "1.2.3"])
def test_what_is_no_sure_number_is_none(text: str) -> None:
    assert read_amount(text).number is None


FACTORS = {
    ("吨/年", "kg/d"): 1000 / 330,
    ("万吨/年", "t/d"): 10000 / 330,
    ("kg/d", "kg/d"): 1,
    ("千克/天", "kg/d"): 1,
    ("t/a", "t/d"): 1 / 330,
    ("万元/年", "yuan/d"): 10000 / 330,
    ("万元", "yuan"): 10000,
    ("%", "share"): 0.01,
    ("万度/年", "kWh/d"): 10000 / 330,
}


@pytest.mark.parametrize(("units", "factor"), FACTORS.items())
def test_a_unit_becomes_the_dictionarys(units: tuple[str, str], factor: float) -> None:
    unit, target = read_unit(units[0]), target_unit(units[1])
    assert unit is not None
    assert target is not None
    assert factor_between(unit, target, 330) == pytest.approx(factor)


def test_units_of_different_kinds_do_not_go_together() -> None:
    unit, target = read_unit("万元/年"), target_unit("kg/d")
    assert unit is not None
    assert target is not None
    assert factor_between(unit, target, 330) is None
