"""Grades in every spelling that lists know."""

import pytest

from planner.inventory.meaning import read_grade

SPELLINGS = {
    "B－": "B-",
    "B减": "B-",
    "Ｂ-级": "B-",
    "b": "B",
    "A级企业": "A",
    "引领性": "leading",
    "绩效引领性": "leading",
    "非引领性": "non_leading",
    "未评级": "ungraded",
    "非重点行业": "none",
    "绩效等级：C": "C",
    "B级（2023年）": "B",
    "绩效引领性企业": "leading",
}


@pytest.mark.parametrize(("text", "grade"), SPELLINGS.items())
def test_a_spelling_is_read_as_its_grade(text: str, grade: str) -> None:
    assert read_grade(text).grade == grade
    assert read_grade(text).is_read


@pytest.mark.parametrize("text", ["民生豁免-B", "B（民生豁免）", "豁免B级"])
def test_an_exemption_is_told_beside_the_grade(text: str) -> None:
    words = read_grade(text)
    assert (words.grade, words.exempt_through, words.is_read) == ("B", "red", True)


def test_a_long_halt_is_idle_equipment_and_no_grade() -> None:
    words = read_grade("长期停产")
    assert (words.grade, words.status, words.is_read) == (None, "idle", True)


@pytest.mark.parametrize("text", ["地方A", "地方A级", "省级A", "省定（A）"])
def test_a_local_grade_is_never_one_of_the_guide(text: str) -> None:
    assert read_grade(text).grade is None
    assert read_grade(text).local == "A"


@pytest.mark.parametrize("text", ["E", "甲级", "A/B", "B+", "良好"])
def test_what_is_no_grade_stays_unread(text: str) -> None:
    assert read_grade(text).grade is None
    assert not read_grade(text).is_read
