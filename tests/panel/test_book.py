"""The book on the page: three levels side by side, the price of the nesting, who put which book in use."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from planner.panel import (
    BookSummary,
    approval_frame,
    book_choice,
    book_state_html,
    exception_frame,
    first_book,
    level_html,
    nesting_html,
)
from planner.plan import BookPrice, CutSummary, LevelSummary, Status, Verdict
from planner.problem import ExceptionKind, NestingException
from planner.service import ListedBook
from planner.store import BookApproval
from planner.terms import BEIJING, LEVELS, POLLUTANTS, Level, Mode, Phrasebook

NOON = datetime(2026, 11, 23, 12, tzinfo=BEIJING)


def level(code: Level = Level.ORANGE, share: float = 0.21) -> LevelSummary:
    met = share >= 0.2
    return LevelSummary(
        level=code,
        verdict=Verdict.PASSED if met else Verdict.PASSED_WITH_SHORTFALL,
        objective_yuan=2_000_000.0,
        cuts=tuple(CutSummary(pollutant=name, share=share, target_share=0.2, met=met) for name in POLLUTANTS),
        missing_points=0.0 if met else 4.0,
        touched=12,
        halted_lines=3,
        stopped_hours=216,
        alone_yuan=1_900_000.0,
        alone_bound_yuan=1_890_000.0,
    )


def summary(*exceptions: NestingException) -> BookSummary:
    return BookSummary(
        status=Status.FEASIBLE,
        mode=Mode.FILL,
        city="changzhi",
        on=date(2026, 11, 23),
        duration_days=3,
        weights=(1.0, 1.0, 1.0),
        objective_yuan=6_000_000.0,
        bound_yuan=5_990_000.0,
        gap=0.0017,
        is_nested=True,
        price=BookPrice(least_yuan=0.0, most_yuan=30_000.0, share=0.005),
        exceptions=exceptions,
        levels=tuple(level(code) for code in LEVELS),
        created_at=NOON,
    )


def listed(number: int, *, in_use: bool = False, by: str = "") -> ListedBook:
    return ListedBook(
        book_id=number,
        mode=Mode.FILL,
        status="feasible",
        book_sha256="a" * 64,
        list_sha256="b" * 64,
        created_at=NOON,
        is_in_use=in_use,
        approved_by=by,
        reason="<b>paper</b>" if by else "",
        approved_at=NOON if by else None,
    )


def test_the_book_in_use_is_shown_first_else_the_newest() -> None:
    assert first_book((listed(2), listed(1, in_use=True, by="Wang"))) == 1
    assert first_book((listed(2), listed(1))) == 0


def test_a_level_tells_cost_cuts_enterprises_hours(english: Phrasebook) -> None:
    html = level_html(level(), summary(), english)
    assert all(word in html for word in ("Orange warning", "CNY 2.00 million", "21.00%", "216", "Met · target 20%"))


def test_a_level_alone_is_compared_by_what_the_book_costs_more(english: Phrasebook) -> None:
    assert "CNY 100,000" in level_html(level(), summary(), english)


def test_a_missed_cut_is_told_in_words_and_not_by_colour_alone(english: Phrasebook) -> None:
    html = level_html(level(share=0.1), summary(), english)
    assert "✗" in html
    assert "nearest plan" in html


def test_the_price_of_the_nesting_has_two_sides(english: Phrasebook) -> None:
    html = nesting_html(summary(), english)
    assert "CNY 0 to CNY 30,000" in html
    assert "0.500%" in html


def test_weights_are_shown_where_they_differ(english: Phrasebook) -> None:
    assert "Weights" not in nesting_html(summary(), english)
    assert "20 : 10 : 2" in nesting_html(replace(summary(), weights=(20.0, 10.0, 2.0)), english)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (listed(1), "Draft"),
        (listed(1, in_use=True, by="Wang"), "In use · approved by Wang"),
        (listed(1, by="Wang"), "Retired"),
    ],
)
def test_a_book_says_whether_it_is_in_use(item: ListedBook, words: str, english: Phrasebook) -> None:
    html = book_state_html(item, english)
    assert words in html
    assert "<b>paper" not in html, "what people typed is escaped"


def test_a_book_of_a_menu_says_its_number_and_state(english: Phrasebook) -> None:
    assert book_choice(listed(4, in_use=True, by="Wang"), english).startswith("No. 4 · Top up")


def test_an_exception_names_source_levels_and_reason(english: Phrasebook) -> None:
    found = NestingException(
        laxer=Level.YELLOW,
        stricter=Level.RED,
        source_id="s1",
        kind=ExceptionKind.OBLIGED,
        laxer_kept_share=0.0,
        stricter_kept_share=0.5,
    )
    row = exception_frame(summary(found), english).iloc[0]
    assert (row["source"], row["laxer"], row["stricter"]) == ("s1", 0.0, 50.0)
    assert "less" in row["why"]


def test_approvals_are_shown_newest_first(english: Phrasebook) -> None:
    words = [
        BookApproval(city="changzhi", book_id=number, approved_by="Wang", reason="x", approved_at=NOON)
        for number in (1, 2)
    ]
    assert list(approval_frame(words, english)["book"]) == [2, 1]
