"""The season's account as a reader sees it: empty, with a warning's hours, with ledgers that were brought."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from planner.panel import make_names, moment_now
from planner.panel.season_account import account_sheets
from planner.panel.season_figure import BY, by_alt, by_figure
from planner.season import account_of
from planner.service import Planner, open_planner
from planner.service.season_accounts import SeasonFiles, account_now, hours_file
from planner.terms import Phrasebook
from tests.panel.test_pages import open_page, words_of

FIRM = "91999999000000182L"


@pytest.fixture
def store(fresh_store: str) -> Iterator[Planner]:
    """A store of its own, with nothing in it."""
    st.cache_resource.clear()
    planner = open_planner(fresh_store)
    yield planner
    planner.store.close()
    st.cache_resource.clear()


def lines_of(store: Planner) -> list[str]:
    """Ids of the lines of a firm of the list."""
    frame = store.current_list("changzhi").inventory.frame
    return frame.loc[frame["enterprise_id"] == FIRM, "source_id"].tolist()


def brought(app: AppTest, kind: str, text: str) -> AppTest:
    return app.file_uploader(key=f"season_{kind}_changzhi").upload(f"{kind}.csv", text.encode(), "text/csv").run()


def test_an_empty_season_says_what_to_do_next(store: Planner) -> None:
    app = open_page("season", lang="en")
    assert not app.exception
    assert "No line has stood still this season yet" in words_of(app)
    assert [item.value for item in app.metric][:3] == ["0", "0 h", "0 h"]


def test_ledgers_that_were_brought_are_counted_each_in_its_place(store: Planner) -> None:
    first, second, *_ = lines_of(store)
    app = brought(open_page("season"), "hours", f"source_id,stopped_hours\n{first},120\n{second},12\n")
    assert not app.exception
    since = (moment_now() - timedelta(days=9)).date()
    rests = f"source_id,from,until,kept_share,document\n{first},{since},2027-03-15,0,某市错峰生产通知\n"
    app = brought(app, "rests", rests)
    assert [item.value for item in app.metric][:2] == ["1", "132 小时"]
    assert app.metric[2].value != "0 小时"


def test_a_ledger_that_cannot_be_read_is_told_with_its_repair_and_not_counted(store: Planner) -> None:
    app = brought(open_page("season"), "hours", "source_id,stopped_hours\nx,viele\n")
    assert not app.exception
    assert app.error
    assert "viele" in app.error[0].value


def test_the_table_is_searched_and_narrowed_to_lines(store: Planner) -> None:
    first, *_ = lines_of(store)
    app = brought(open_page("season", lang="en"), "hours", f"source_id,stopped_hours\n{first},120\n")
    app.text_input(key="season_words").set_value(FIRM).run()
    assert app.dataframe[0].value["stopped"].tolist() == [120.0]
    app.text_input(key="season_words").set_value("nobody").run()
    assert "No line fits" in words_of(app)


def test_the_account_goes_out_as_the_planner_reads_it_and_as_a_workbook(store: Planner, chinese: Phrasebook) -> None:
    inventory = store.current_list("changzhi").inventory
    first, *_ = lines_of(store)
    account = account_of(inventory, {first: 12.0}, {}, {})
    assert hours_file(account) == f"source_id,stopped_hours\n{first},12.00\n"
    names = make_names(store.city("changzhi"), store.rulebook.industries, chinese)
    lines, firms, groups = account_sheets(account, names, chinese)
    assert (lines.rows[0][5], firms.rows[0][3], groups.rows[0][8]) == (12.0, 12.0, 12.0)


def test_the_chart_says_the_same_in_words_and_keeps_rests_out_of_the_bars(store: Planner, chinese: Phrasebook) -> None:
    first, *_ = lines_of(store)
    account = account_of(store.current_list("changzhi").inventory, {first: 12.0}, {}, {first: 48.0}, {first: 72.0})
    names = make_names(store.city("changzhi"), store.rulebook.industries, chinese)
    figure = by_figure(account, BY[0], names, chinese)
    assert [(item.type, list(item.x)) for item in figure.data] == [
        ("bar", [12.0]),
        ("bar", [72.0]),
        ("scatter", [48.0]),
    ]
    assert "预警停产 12 小时" in by_alt(account, BY[0], names, chinese)


def test_nothing_brought_counts_nothing(store: Planner) -> None:
    account = account_now(store, "changzhi", moment_now(), SeasonFiles())
    assert account.lines["stopped"].sum() == 0.0
    assert not account.has_plan
