"""The rules page as a reader sees it: a place answered, changes, coverage, and the city's confirmations."""

from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.panel.test_pages import open_page, words_of


@pytest.fixture(autouse=True)
def _own_store(fresh_store: str) -> Iterator[None]:
    """What Streamlit keeps belongs to the store of this test."""
    assert fresh_store
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def open_tab(name: str) -> AppTest:
    app = open_page("rules", lang="en")
    app.session_state["law_tab"] = name
    return app.run()


def html_of(app: AppTest) -> str:
    return " ".join(str(item.proto.body) for item in app.get("html"))


def confirm(app: AppTest, **cells: str) -> AppTest:
    for name, value in cells.items():
        app.text_input(key=f"confirm_{name}").set_value(value)
    return app.button(key="confirm_send").click().run()


def test_a_place_is_answered_by_word_with_its_source() -> None:
    app = open_page("rules", lang="en")
    assert not app.exception
    card = html_of(app)
    assert "answer-sourced" in card
    assert "环办大气函〔2020〕340号" in card


def test_another_grade_is_answered_anew() -> None:
    app = open_page("rules", lang="en")
    app.selectbox(key="law_grade_cement_clinker").set_value("A").run()
    assert "answer-self_determined" in html_of(app)


def test_changes_between_two_days_are_listed_with_whom_they_touch() -> None:
    app = open_tab("Changes")
    assert not app.exception
    frame = app.dataframe[0].value
    assert {"change", "before", "after", "touched"} <= set(frame.columns)
    assert "rules changed" in words_of(app)


def test_days_in_the_wrong_order_are_told() -> None:
    app = open_tab("Changes")
    app.date_input(key="law_to").set_value("2020-01-01").run()
    assert "lies before the earlier one" in words_of(app)


def test_coverage_is_a_picture_and_a_table() -> None:
    app = open_tab("Coverage")
    assert not app.exception
    assert app.get("plotly_chart")
    assert len(app.dataframe[0].value) == 39


def test_a_confirmation_is_recorded_and_listed() -> None:
    app = open_tab("To be confirmed")
    before = len(app.dataframe[0].value)
    confirm(app, by="王某", role="科长", document="函〔2026〕1号")
    assert not app.exception
    assert "Recorded" in words_of(app)
    assert len(app.dataframe[0].value) == before - 1
    app.session_state["law_tab"] = "Confirmations"
    assert app.run().dataframe[0].value["document"].tolist() == ["函〔2026〕1号"]


def test_a_confirmation_without_a_paper_is_refused_with_its_repair() -> None:
    app = confirm(open_tab("To be confirmed"), by="王某", role="科长")
    assert "names no paper" in words_of(app)


def test_a_confirmation_can_be_withdrawn_and_both_stay() -> None:
    app = confirm(open_tab("To be confirmed"), by="王某", role="科长", document="函〔2026〕1号")
    app.session_state["law_tab"] = "Confirmations"
    app.run()
    for name, value in (("by", "李某"), ("role", "局长"), ("document", "函〔2026〕2号")):
        app.text_input(key=f"withdraw_{name}").set_value(value)
    app.button(key="withdraw_send").click().run()
    assert app.dataframe[0].value["state"].tolist() == ["Withdrawal", "Withdrawn"]


def test_a_city_without_a_word_says_so() -> None:
    assert "confirmed nothing yet" in words_of(open_tab("Confirmations"))
