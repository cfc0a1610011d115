"""The page of what-ifs: empty, with a scenario by form and by hand, and what it says of one that cannot be asked."""

import time
from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from planner.service import open_planner
from tests.panel.test_pages import open_page, words_of

SECONDS = 120.0


@pytest.fixture(autouse=True)
def store(fresh_store: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A store of its own, over which sweeps run too."""
    monkeypatch.setenv("PLANNER_DATABASE_URL", fresh_store)
    st.cache_resource.clear()
    planner = open_planner(fresh_store)
    yield
    planner.store.close()
    st.cache_resource.clear()


def button(app: AppTest, label: str) -> AppTest:
    return next(item for item in app.button if item.label == label).click().run()


def answered(app: AppTest) -> AppTest:
    """The page once its work is over."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and any(str(item.key).startswith("call_off_") for item in app.button):
        time.sleep(0.5)
        app = app.run()
    return app


def test_an_empty_page_says_what_to_do_first() -> None:
    app = open_page("scenarios", lang="en")
    assert not app.exception
    assert "No scenario yet" in words_of(app)


def test_a_scenario_of_the_form_stands_in_the_text_and_is_answered() -> None:
    app = open_page("scenarios", lang="en", level="yellow")
    next(item for item in app.text_input if item.label == "What if …").set_value("forty")
    next(item for item in app.selectbox if item.label == "else: those of grade").set_value("C")
    app = button(app, "Add the scenario")
    assert "largest: 40" in app.session_state["scenario_text"]
    app = answered(button(app, "Answer the scenarios"))
    assert not app.exception
    assert "Differences (1)" in {item.label for item in app.expander}


def test_what_is_wrong_with_the_text_is_told_with_its_line() -> None:
    app = open_page("scenarios", lang="en")
    text = app.session_state["scenario_text"] + "  - name: a\n    enterprises: [{where: {grad: C}, close: true}]\n"
    app.text_area(key="scenario_text").set_value(text).run()
    app = answered(button(app, "Answer the scenarios"))
    assert not app.exception
    assert "line 6: a list has no column grad" in words_of(app)
