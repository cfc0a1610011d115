"""The door of the panel: who is let in by which way, for how long, and what each role finds behind it."""

import runpy
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from planner.episode import Role
from planner.panel import moment_now
from planner.service import Planner, open_planner
from planner.service.desk import Accounts, NewAccount, Person
from planner.service.entrance import Session
from tests.panel.test_pages import open_page, open_panel, words_of
from tests.service.desk.made import opened

RIGHT = "four quiet words here"
ADMIN = Person(name="周", role=Role.ADMIN)
OTHERS = (("王", Role.ISSUER), ("冯", Role.VIEWER), ("审", Role.AUDITOR))


@pytest.fixture(autouse=True)
def _as_the_server_runs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest forgets between two runs that app.py names its pages itself, and would run the page without app.py."""
    monkeypatch.setattr(script_runner, "_mpa_v1", lambda path: runpy.run_path(path, run_name="__main__"))


@pytest.fixture(autouse=True)
def store(fresh_store: str) -> Iterator[Planner]:
    """A store with an account of several roles."""
    st.cache_resource.clear()
    planner = open_planner(fresh_store)
    accounts = Accounts(planner.store)
    for name, role in (("周", Role.ADMIN), *OTHERS):
        accounts.add(NewAccount(name=name, role=role, password=RIGHT), ADMIN, moment_now())
    yield planner
    planner.store.close()
    st.cache_resource.clear()


def signed_in(name: str, page: str = "") -> AppTest:
    app = open_panel(lang="en")
    app.text_input(key="sign_in_name").set_value(name)
    app.text_input(key="sign_in_password").set_value(RIGHT)
    app = next(item for item in app.button if item.label == "Sign in").click().run()
    return app.switch_page(f"pages/{page}.py").run() if page else app


def test_nothing_is_shown_before_somebody_signs_in(store: Planner) -> None:
    opened(store.desk("changzhi"), person=Person(name="王", role=Role.ISSUER))
    app = open_panel(lang="en")
    assert not app.exception
    assert not app.metric
    assert not app.dataframe
    assert "changzhi-2026" not in str(app.get("html"))


def test_a_wrong_password_is_told_and_traced(store: Planner) -> None:
    app = open_panel(lang="en")
    app.text_input(key="sign_in_name").set_value("王")
    app.text_input(key="sign_in_password").set_value("wrong")
    app = next(item for item in app.button if item.label == "Sign in").click().run()
    assert "do not fit together" in words_of(app)
    last = store.store.look_at_desk(lambda desk: desk.trace())[-1]
    assert (last.action, last.outcome, last.person) == ("account.sign_in", "refused", "王")


def test_who_signs_in_acts_under_that_name_and_can_leave(store: Planner) -> None:
    app = signed_in("王", "warning")
    assert not app.exception
    assert "**王** · issuer" in words_of(app)
    assert not [item for item in app.text_input if item.key == "desk_name"]
    app = app.button(key="sign_out").click().run()
    assert app.text_input(key="sign_in_name").value == ""
    assert store.store.look_at_desk(lambda desk: desk.trace())[-1].action == "account.sign_out"


@pytest.mark.parametrize(("idle", "is_in"), [(29, True), (31, False)])
def test_a_session_ends_after_half_an_hour_without_a_step(idle: int, is_in: bool) -> None:
    app = signed_in("王")
    session: Session = app.session_state["session"]
    then = moment_now() - timedelta(minutes=idle)
    app.session_state["session"] = Session(person=session.person, began=then, seen=then)
    app.run()
    assert ("after a time without a step" in words_of(app)) is not is_in


def test_a_disabled_account_is_outside_at_its_next_step(store: Planner) -> None:
    app = signed_in("王")
    Accounts(store.store).disable("王", ADMIN, moment_now())
    app.run()
    assert app.text_input(key="sign_in_name").value == ""


@pytest.mark.parametrize(("name", "may"), [("冯", False), ("审", True), ("周", True)])
def test_the_trace_is_for_those_who_oversee(store: Planner, name: str, may: bool) -> None:
    app = signed_in(name, "trace")
    assert not app.exception
    assert bool(app.dataframe) is may
    last = store.store.look_at_desk(lambda desk: desk.trace())[-1]
    assert ((last.action, last.outcome) == ("trace.read", "refused")) is not may


def test_the_trace_is_searched_checked_and_exported() -> None:
    app = signed_in("审", "trace")
    whole = len(app.dataframe[0].value)
    app.selectbox(key="trace_action").set_value("account.add").run()
    assert 0 < len(app.dataframe[0].value) == 4 < whole
    app.toggle(key="trace_refused").set_value(True).run()
    assert len(app.dataframe[0].value) == 0
    app.button(key="trace_check").click().run()
    assert "The trace is whole" in words_of(app)
    app.text_input(key="trace_head").set_value("f" * 64).run()
    app.button(key="trace_check").click().run()
    assert "broken at entry" in words_of(app)


def test_an_admin_adds_and_disables_accounts(store: Planner) -> None:
    app = signed_in("周", "settings")
    assert not app.exception
    app.text_input(key="account_name").set_value("新")
    app.text_input(key="account_password").set_value(RIGHT)
    app.selectbox(key="account_role").set_value(Role.PLANNER)
    next(item for item in app.button if item.label == "Add account").click()
    app = app.run()
    accounts = {item.name: item for item in Accounts(store.store).all()}
    assert accounts["新"].role == Role.PLANNER
    app.selectbox(key="account_chosen").set_value("新").run()
    app = app.button(key="account_disable").click().run()
    assert {item.name: item.is_disabled for item in Accounts(store.store).all()}["新"]


def test_settings_are_kept_by_admins_and_seen_by_auditors(store: Planner) -> None:
    app = signed_in("审", "settings")
    app.number_input(key="setting_idle.minutes").set_value(45)
    app = next(item for item in app.button if item.label == "Save").click().run()
    assert "does not allow" in words_of(app)
    app = signed_in("周", "settings")
    app.number_input(key="setting_idle.minutes").set_value(45)
    app = next(item for item in app.button if item.label == "Save").click().run()
    assert app.number_input(key="setting_idle.minutes").value == 45
    assert store.store.look_at_desk(lambda desk: desk.trace())[-1].action == "settings.set"


def test_a_viewer_finds_the_own_password_and_nothing_else_in_the_settings() -> None:
    app = signed_in("冯", "settings")
    assert [item.value for item in app.subheader] == ["My password"]
    app.text_input(key="own_old").set_value(RIGHT)
    app.text_input(key="own_new").set_value("another four quiet words")
    app = next(item for item in app.button if item.label == "Change password").click().run()
    assert "The password is changed." in words_of(app)


def test_half_a_configuration_lets_nobody_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLANNER_SIGN_IN", "proxy")
    monkeypatch.setenv("PLANNER_PROXY_SECRET_FILE", str(tmp_path / "absent"))
    app = open_page("warning", lang="en")
    assert "PLANNER_PROXY_HEADER is missing" in words_of(app)
    assert not app.dataframe
