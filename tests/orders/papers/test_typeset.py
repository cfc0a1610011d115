"""Papers as PDF: whole pages, the same bytes, no box in the place of a character."""

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from planner.episode import ActKind, OrderKind
from planner.errors import FindingsError
from planner.orders.papers import (
    OrderSetting,
    TemplateFolder,
    approval_facts,
    board_facts,
    notice_facts,
    opinion_facts,
    paper_images,
    paper_pdf,
    public_list_facts,
    volume_pdf,
)
from planner.orders.papers.bundles import cover_facts, orders_by_county
from tests.orders.papers.made import SHIPPED, case, changed_order, drafts, facts, letterhead, long_order, told

GOLDEN = Path(__file__).parent / "golden"
TOLERANCE = 1.0
LEVEL_WORDS = (("黄色预警", "Ⅲ级应急响应"), ("红色预警", "Ⅰ级应急响应"))
AGAIN = """
import hashlib
from tests.orders.papers.made import SHIPPED, facts
from planner.orders.papers import volume_pdf, volume_docx
pair = [facts(), facts(number="x")]
made = volume_pdf("order.typ", pair, SHIPPED) + volume_docx("order.docx", pair, SHIPPED)
print(hashlib.sha256(made).hexdigest())
"""


def pages_of(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def papers() -> dict[str, tuple[str, object]]:
    return {
        "notice": ("notice.typ", notice_facts(case(ActKind.ISSUE), told(drafts()))),
        "adjustment": ("notice.typ", notice_facts(case(ActKind.ADJUST), told(drafts()))),
        "lifting": ("notice.typ", notice_facts(case(ActKind.LIFT), ())),
        "opinion": ("opinion.typ", opinion_facts(case(ActKind.PROPOSE))),
        "approval": ("approval.typ", approval_facts(case(ActKind.ISSUE))),
        "public_list": ("public_list.typ", public_list_facts(told(drafts()), ("办公室", ""))),
        "cover": ("cover.typ", cover_facts(orders_by_county(told(drafts()), letterhead())[0], letterhead())),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A list of papers as a volume's template takes it."""

    papers: tuple[object, ...]


def volumes() -> dict[str, tuple[str, object]]:
    """Orders of each kind, a draft of an exercise, a board of three levels, and one of sixty lines."""
    first = drafts()[0]
    harder = tuple(replace(line, kept_share=line.kept_share / 2) for line in first.lines)
    lifted = replace(first, kind=OrderKind.RELEASE, lines=first.lines, follows="x-01-00001")
    exercise = told(drafts(), OrderSetting(warning_id="changzhi-2026-D001", is_exercise=True))[0]
    yellow, red = (replace(facts(), level=word, response=stage) for word, stage in LEVEL_WORDS)
    board = board_facts((replace(yellow, rows=yellow.rows[:1]), facts(), red), ("办公室", "12345"))
    long_board = board_facts((long_order(60),), ("办公室", "12345"))
    return {
        "order": ("order.typ", Volume(papers=(told((first,))[0],))),
        "change_order": ("order.typ", Volume(papers=(changed_order(first.lines, harder),))),
        "lift_order": ("order.typ", Volume(papers=(told((lifted,))[0],))),
        "exercise_order": ("order.typ", Volume(papers=(exercise,))),
        "long_order": ("order.typ", Volume(papers=(long_order(60),))),
        "board": ("board.typ", Volume(papers=(board,))),
        "long_board": ("board.typ", Volume(papers=(long_board,))),
    }


def every_paper() -> dict[str, tuple[str, object]]:
    return {**papers(), **volumes()}


@pytest.mark.parametrize("name", sorted(every_paper()))
def test_each_paper_looks_as_it_was_looked_at(name: str) -> None:
    template, said = every_paper()[name]
    drawn = paper_images(template, said, SHIPPED, 40.0)[0]
    shown, kept = (
        np.asarray(Image.open(item).convert("L"), dtype=float) for item in (BytesIO(drawn), GOLDEN / f"{name}.png")
    )
    assert shown.shape == kept.shape
    assert np.abs(shown - kept).mean() < TOLERANCE


def test_a_volume_holds_each_order_on_pages_of_its_own() -> None:
    with pages_of(volume_pdf("order.typ", [facts(), facts(number="b"), facts(number="c")], SHIPPED)) as pdf:
        assert len(pdf.pages) == 3


def test_sixty_lines_and_a_long_name_take_more_pages_and_lose_none() -> None:
    with pages_of(volume_pdf("order.typ", [long_order(60)], SHIPPED)) as pdf:
        assert len(pdf.pages) >= 4
        assert all(round(float(page.mediabox[2])) == 595 for page in pdf.pages)


def test_a_notice_is_a4_with_pages_numbered_and_a_board_is_a3() -> None:
    board = volume_pdf("board.typ", [board_facts((facts(),), ("办公室", "12345"))], SHIPPED)
    with pages_of(board) as pdf:
        width, height = (float(part) for part in pdf.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (1191, 842)


def test_a_board_shows_each_line_at_each_level_side_by_side() -> None:
    yellow, orange = replace(facts(), level="黄色预警", rows=facts().rows[:1]), facts()
    board = board_facts((yellow, orange), ("办公室", ""))
    first, second = (row.measure for row in orange.rows[:2])
    assert [row.measures for row in board.rows[:2]] == [(first, first), ("", second)]


def test_lines_of_one_name_stay_lines_of_their_own_on_a_board() -> None:
    assert len(board_facts((long_order(60),), ("办公室", "")).rows) == 60


def test_a_volume_is_the_same_in_another_process_zone_and_locale() -> None:
    places = ({"TZ": "America/New_York", "LC_ALL": "C"}, {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"})
    told_twice = {
        subprocess.run(
            [sys.executable, "-c", AGAIN], capture_output=True, check=True, env={**os.environ, **place}
        ).stdout
        for place in places
    }
    assert len(told_twice) == 1


def test_a_character_that_no_font_holds_is_an_error_with_its_place() -> None:
    with pytest.raises(FindingsError) as refused:
        volume_pdf("order.typ", [facts(), facts(addressee="𪚥厂")], SHIPPED)
    found = refused.value.findings[0]
    assert (found.code, found.value, found.where.column) == ("papers.glyph.missing", "𪚥", "papers.2.addressee")


def test_names_with_rare_characters_are_drawn() -> None:
    assert volume_pdf("order.typ", [facts(contact_name="喆堃昇垚犇珺玥燊镕翀祎")], SHIPPED)


def test_no_font_of_the_system_is_used() -> None:
    with pages_of(volume_pdf("order.typ", [facts()], SHIPPED)) as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert fonts
    assert all("NotoSerifCJK" in font or "NotoSansCJK" in font for font in fonts)


def test_a_city_replaces_one_template_and_keeps_the_others(tmp_path: Path) -> None:
    (tmp_path / "cover.typ").write_text('#set page(paper: "a5")\n#json("/data.json").addressee', encoding="utf-8")
    cover = cover_facts(orders_by_county(told(drafts()), letterhead())[0], letterhead())
    with pages_of(paper_pdf("cover.typ", cover, TemplateFolder(own=tmp_path))) as pdf:
        assert round(float(pdf.pages[0].mediabox[2])) == 420
    assert volume_pdf("order.typ", [facts()], TemplateFolder(own=tmp_path))


def test_a_broken_template_is_a_finding_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "order.typ").write_text("#nonsense(", encoding="utf-8")
    with pytest.raises(FindingsError, match=r"papers\.template\.broken"):
        volume_pdf("order.typ", [facts()], TemplateFolder(own=tmp_path))


def test_progress_counts_every_paper() -> None:
    seen: list[int] = []
    volume_pdf("order.typ", [replace(facts(), number=str(place)) for place in range(25)], SHIPPED, seen.append)
    assert seen == [20, 25]
