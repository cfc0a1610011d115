"""The page of the book runs as a reader sees it: empty, with a book, and after its approval."""

from collections.abc import Iterator
from datetime import date

import pytest
import streamlit as st

from planner.service import BookRequest, Books, open_planner
from planner.terms import Mode
from tests.panel.test_pages import open_page, words_of


@pytest.fixture(autouse=True)
def _own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANNER_DATABASE_URL", f"sqlite:///{tmp_path_factory.mktemp('books') / 'planner.db'}")
        patch.setattr("planner.panel.work.PATIENCE_SECONDS", 60)
        st.cache_resource.clear()
        yield
        st.cache_resource.clear()


def test_an_empty_page_says_what_to_do_next() -> None:
    app = open_page("book", lang="en")
    assert not app.exception
    assert "There is no book yet" in words_of(app)


def test_a_book_is_approved_on_the_page_with_name_and_reason() -> None:
    books = Books(planner=open_planner())
    books.make(BookRequest(city="changzhi", mode=Mode.DESIGN, on=date(2026, 11, 23), gap=0.01))
    app = open_page("book", lang="en")
    app.text_input(key="approve_by_1").set_value("Wang")
    app.text_input(key="approve_reason_1").set_value("paper 12")
    app.button[-1].click().run()
    assert not app.exception
    word = books.in_use("changzhi")
    assert word is not None
    assert (word.approved_by, word.reason) == ("Wang", "paper 12")
