"""The page of warnings as an officer sees it: a warning led step by step, and the banner."""

from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from planner.episode import ActKind
from planner.service import Planner, open_planner
from planner.terms import Level
from tests.panel.test_pages import open_page, open_panel, words_of
from tests.service.desk.made import ask, keep_plan, opened


@pytest.fixture(autouse=True)
def store(fresh_store: str) -> Iterator[Planner]:
    """A store of its own, with the plans of a tiny city."""
    st.cache_resource.clear()
    planner = open_planner(fresh_store)
    yield planner
    planner.store.close()
    st.cache_resource.clear()


def html_of(app: AppTest) -> str:
    return " ".join(str(item.proto.body) for item in app.get("html"))


def do(app: AppTest, kind: ActKind, version: int, person: str, **cells: str) -> AppTest:
    app.text_input(key="desk_name").set_value(person).run()
    app.text_input(key=f"desk_reason_{kind}").set_value("测试")
    for name, value in cells.items():
        app.text_input(key=name).set_value(value)
    return app.button(key=f"do_{kind}_{version}").click().run()


def test_an_empty_desk_says_what_to_do_next() -> None:
    app = open_page("warning", lang="en")
    assert not app.exception
    assert "No warning yet" in words_of(app)


def test_a_warning_is_opened_and_proposed_and_only_legal_steps_are_offered(store: Planner) -> None:
    opened(store.desk("changzhi"))
    app = open_page("warning", lang="en")
    assert not app.exception
    assert "consulted" in html_of(app)
    offered = {button.key for button in app.button if str(button.key).startswith("do_")}
    assert offered == {"do_propose_1", "do_notice_1", "do_withdraw_1"}
    app = do(app, ActKind.PROPOSE, 1, "王")
    assert not app.exception
    assert "Level II emergency response" in html_of(app)


def test_a_step_without_a_reason_is_refused_in_words(store: Planner) -> None:
    opened(store.desk("changzhi"))
    app = open_page("warning", lang="en")
    app.text_input(key="desk_name").set_value("王").run()
    app = app.button(key="do_withdraw_1").click().run()
    assert "gives no reason" in words_of(app)
    assert store.desk("changzhi").trace()[-1].outcome == "refused"


def test_the_proposer_cannot_review_his_own_orange_proposal(store: Planner) -> None:
    keep_plan(store, Level.ORANGE)
    opened(store.desk("changzhi"))
    app = open_page("warning", lang="en")
    app = do(app, ActKind.PROPOSE, 1, "王")
    desk = store.desk("changzhi")
    assert ask(desk, ActKind.ATTACH, desk.warnings()[0].warning_id, plan_ids=(1,)).is_done
    app = open_page("warning", lang="en")
    app = do(app, ActKind.REVIEW, 3, "王")
    assert "need a second person" in words_of(app)
    app = do(app, ActKind.REVIEW, 3, "李")
    assert "reviewed" in html_of(app)


def test_the_banner_stands_at_the_head_and_a_live_warning_goes_before_an_exercise(store: Planner) -> None:
    opened(store.desk("changzhi"), is_exercise=True)
    app = open_panel(lang="en")
    assert 'class="alarm alarm-exercise"' in html_of(app)
    assert "EXERCISE" in html_of(app)
    opened(store.desk("changzhi"))
    app = open_panel(lang="en")
    assert 'class="alarm alarm-exercise"' not in html_of(app)
    assert 'class="alarm alarm-open"' in html_of(app)
