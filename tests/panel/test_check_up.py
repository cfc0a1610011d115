"""The page of the list doctor: it opens, examines, and tells what it found in the reader's words."""

from tests.panel.test_pages import _one_store, open_page, words_of

__all__ = ["_one_store"]


def test_the_page_opens_with_its_four_ways() -> None:
    app = open_page("check_up")
    assert not app.exception
    assert len(app.tabs) == 4


def test_an_examination_shows_levels_carriers_and_visits() -> None:
    app = open_page("check_up")
    app.button(key="examine").click().run(timeout=120)
    assert not app.exception
    assert len(app.dataframe) >= 4
    assert "黄色预警" in words_of(app)
