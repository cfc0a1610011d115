"""What an order says, and what it does not."""

from dataclasses import replace

from planner.episode import OrderKind
from tests.orders.papers.made import START, changed_order, drafts, facts, told


def test_an_unsigned_order_is_a_draft_and_a_signed_one_is_not() -> None:
    assert facts().draft_mark
    assert told(drafts())[0].draft_mark == ""


def test_an_order_names_warning_level_and_response_level() -> None:
    order = facts()
    assert (order.level, order.response) == ("橙色预警", "Ⅱ级应急响应")


def test_an_order_numbers_its_clauses_and_counts_those_to_be_confirmed() -> None:
    order = facts()
    assert all(row.clauses.startswith("[") for row in order.rows)
    assert order.open_count == sum("待确认" in clause for clause in order.clauses) > 0


def test_a_changed_order_says_only_what_changes() -> None:
    first, second = drafts()[0].lines[:2]
    order = changed_order((first, second), (first, replace(second, kept_share=0.5)))
    assert [row.source for row in order.rows] == ["2# 生产线"]
    assert "70%" in order.rows[0].before
    assert "50%" in order.rows[0].measure


def test_a_line_that_a_change_drops_is_told_to_resume() -> None:
    first, second = drafts()[0].lines[:2]
    order = changed_order((first, second), (second,))
    assert [row.clauses for row in order.rows] == ["—"]
    assert order.rows[0].before.startswith("停产")


def test_a_release_names_the_moment_of_resumption() -> None:
    base = drafts()[0]
    lines = tuple(replace(line, end=START) for line in base.lines)
    order = told((replace(base, kind=OrderKind.RELEASE, lines=lines, follows="x"),))[0]
    assert order.resumed == "2026年12月1日12时"


def test_the_code_holds_number_version_plan_and_trace() -> None:
    order = told((replace(drafts()[0], trace_sha256="cd" * 32),))[0]
    assert order.qr_text == f"33333333-00001/V1/PLAN:{'3' * 64}/TRACE:{'CD' * 32}"
