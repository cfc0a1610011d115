"""The pages of orders and of checks as an officer sees them: empty, with receipts, visits, a daily report."""

from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from planner.panel import moment_now
from planner.panel.papers import PAPER_KINDS
from planner.service import Planner, open_planner
from planner.service.desk import WarningDesk, latest_orders
from planner.service.paper_maker import paper_maker
from planner.terms import Level
from tests.panel.test_pages import open_page, words_of
from tests.service.desk.made import issued, keep_plan, terms


@pytest.fixture(autouse=True)
def store(fresh_store: str) -> Iterator[Planner]:
    """A store of its own, with the yellow plan of a tiny city."""
    st.cache_resource.clear()
    planner = open_planner(fresh_store)
    yield planner
    planner.store.close()
    st.cache_resource.clear()


@pytest.fixture
def number(store: Planner) -> str:
    """A yellow warning in force since this morning."""
    return issued(store.desk("changzhi"), keep_plan(store, Level.YELLOW), terms(start=moment_now()))


def desk_of(store: Planner) -> WarningDesk:
    return store.desk("changzhi")


def named(app: AppTest, key: str) -> AppTest:
    return app.text_input(key=key).set_value("王").run()


@pytest.mark.parametrize("page", ["orders", "checks"])
def test_an_empty_page_leads_to_the_warnings(page: str) -> None:
    app = open_page(page, lang="en")
    assert not app.exception
    assert "page of warnings" in words_of(app)


def test_receipts_of_many_orders_are_entered_at_once(store: Planner, number: str) -> None:
    app = named(open_page("orders", lang="en"), "orders_name")
    assert not app.exception
    count = len(latest_orders(desk_of(store).view(number).orders))
    assert len(app.dataframe[0].value) == count
    app.toggle(key="receipt_all").set_value(True).run()
    app = app.button(key="receipt_enter").click().run()
    assert not app.exception
    assert {item.state for item in desk_of(store).receipts(number)} == {"acknowledged"}
    assert "Everybody has acknowledged" in words_of(app)


def test_a_contest_without_a_reason_is_refused_in_words(store: Planner, number: str) -> None:
    app = named(open_page("orders", lang="en"), "orders_name")
    rows = app.multiselect(key="receipt_orders").options
    app.multiselect(key="receipt_orders").set_value([rows[0]]).run()
    app.segmented_control(key="receipt_state").set_value("contested").run()
    app = app.button(key="receipt_enter").click().run()
    assert "without a reason" in words_of(app)
    assert desk_of(store).receipts(number) == ()


def test_filters_narrow_the_orders_and_say_when_nothing_is_left(number: str) -> None:
    assert number
    app = open_page("orders", lang="en")
    app.text_input(key="orders_words").set_value("no such firm").run()
    assert "No order fits the filter" in words_of(app)


def test_a_visit_is_entered_and_shown(store: Planner, number: str) -> None:
    app = named(open_page("checks", lang="en"), "checks_name")
    assert not app.exception
    app.text_input(key="visit_inspector").set_value("孙")
    app.text_input(key="visit_note").set_value("窑在运行")
    app = app.button(key="visit_enter").click().run()
    assert not app.exception
    (kept,) = desk_of(store).visits(number)
    assert (kept.inspector, kept.entered_by, kept.note) == ("孙", "王", "窑在运行")


def test_a_daily_report_is_made_and_kept(store: Planner, number: str) -> None:
    app = named(open_page("checks", lang="en"), "checks_name")
    assert "No daily report yet" in words_of(app)
    app = app.date_input(key="daily_day").set_value(terms().start.date()).run()
    app = app.button(key="daily_make").click().run()
    assert "has not begun" in words_of(app)
    assert desk_of(store).dailies(number) == ()


@pytest.mark.parametrize("kind", sorted(PAPER_KINDS))
def test_every_paper_on_the_page_of_orders_is_made_by_its_button(store: Planner, number: str, kind: str) -> None:
    make = paper_maker(store, desk_of(store).view(number).warning, moment_now())
    assert make(kind, "pdf").startswith(b"%PDF")
    assert make(kind, "docx").startswith(b"PK")


def test_the_page_of_orders_offers_the_papers_of_a_warning(store: Planner, number: str) -> None:
    app = open_page("orders", lang="en")
    app.selectbox(key="paper_kind").set_value("board").run()
    assert not app.exception
    labels = [item.proto.label for item in app.get("download_button")]
    assert {"Download PDF", "Download Word"} <= set(labels)
