"""Amounts and dates read as the reader writes them."""

from datetime import UTC, date, datetime

import pytest

from planner.panel.amounts import day_text, kilograms_text, moment_text, money_text, points_text, share_text
from planner.terms import Phrasebook


@pytest.mark.parametrize(
    ("yuan", "said"), [(96_879_770.8, "9,688.0 万元"), (149_120_340.7, "1.49 亿元"), (9_876.4, "9,876 元")]
)
def test_chinese_money_is_counted_in_ten_thousands(chinese: Phrasebook, yuan: float, said: str) -> None:
    assert money_text(chinese, yuan) == said


def test_english_money_is_counted_in_millions(english: Phrasebook) -> None:
    assert money_text(english, 96_879_770.8) == "CNY 96.88 million"


def test_a_share_is_rounded_down_so_that_a_missed_target_never_looks_met(english: Phrasebook) -> None:
    assert share_text(english, 0.19999, 2) == "19.99%"
    assert share_text(english, 0.3, 0) == "30%"


def test_a_missing_share_is_rounded_up(english: Phrasebook) -> None:
    assert points_text(english, 0.000011) == "0.01%"


def test_kilograms_have_thousands_separators(chinese: Phrasebook) -> None:
    assert kilograms_text(chinese, 21_372.57) == "21,373 千克/日"
    assert kilograms_text(chinese, 3.14) == "3.1 千克/日"


def test_dates_follow_the_language(chinese: Phrasebook, english: Phrasebook) -> None:
    assert day_text(chinese, date(2026, 11, 3)) == "2026年11月3日"
    assert day_text(english, date(2026, 11, 3)) == "3 Nov 2026"


def test_moments_are_told_in_beijing_time(chinese: Phrasebook) -> None:
    assert moment_text(chinese, datetime(2026, 11, 23, 16, tzinfo=UTC)) == "2026年11月24日 00:00"
    assert moment_text(chinese, None) == "另行通知"
