"""The fonts hold what names are written with, and the check reads fonts rightly."""

from pathlib import Path

import pytest

from planner.errors import FindingsError
from planner.orders.papers.folder import FONTS
from planner.orders.papers.glyphs import check_glyphs, coverage


def test_the_fonts_hold_the_signs_of_papers_and_of_rare_names() -> None:
    held = coverage([FONTS])
    assert not [sign for sign in "〔2026〕号ⅠⅡⅢ喆堃昇垚犇珺玥燊镕翀祎㎡μ³℃□■" if ord(sign) not in held]
    assert len([point for point in held if 0x4E00 <= point <= 0x9FFF]) > 7_000


def test_every_missing_character_is_told_at_once() -> None:
    with pytest.raises(FindingsError) as refused:
        check_glyphs({"a": "𪚥", "b": ["好", "😀"]}, coverage([FONTS]), "x.typ")
    assert [(item.value, item.where.column) for item in refused.value.findings] == [("𪚥", "a"), ("😀", "b.2")]


def test_small_figures_are_drawn_by_the_templates() -> None:
    check_glyphs({"a": "PM₂.₅"}, coverage([FONTS]), "x.typ")


def test_a_file_that_is_no_font_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "x.otf").write_bytes(b"no font")
    with pytest.raises(FindingsError, match=r"papers\.font\.unreadable"):
        coverage([tmp_path])
