"""The list page: columns answered, findings at their cells, versions compared; and what its tables are made of."""

from pathlib import Path

import pytest
import streamlit as st

from planner.panel import list_balance, list_grid, list_mapping
from planner.service import CheckedUpload, ListUpload, Planner
from planner.terms import Phrasebook
from tests.browser.spoilt_lists import ASKED, spoilt_list
from tests.panel.test_pages import DEMO, _one_store, open_page, words_of

__all__ = ["_one_store"]


@pytest.fixture
def spoilt(planner: Planner, tmp_path: Path) -> ListUpload:
    path = spoilt_list(tmp_path)
    return ListUpload(planner=planner, city="changzhi", name=path.name, content=path.read_bytes())


@pytest.fixture
def found(spoilt: ListUpload) -> CheckedUpload:
    return spoilt.check()


def table_of(found: CheckedUpload, planner: Planner, phrasebook: Phrasebook) -> list_mapping.MappingTable:
    assert found.checked.reading is not None
    return list_mapping.mapping_table(found.checked.reading.tables, planner.dictionary, phrasebook)


def test_asked_columns_stand_first_with_samples_and_a_reason(
    found: CheckedUpload, planner: Planner, chinese: Phrasebook
) -> None:
    table = table_of(found, planner, chinese)
    assert table.asked == len(ASKED)
    assert table.frame["letter"].tolist()[: len(ASKED)] == ["O", "P", "Q", "R"]
    assert (table.frame["samples"][: len(ASKED)] != "").all()
    assert (table.frame["why"][: len(ASKED)] != "").all()


def test_a_column_that_is_left_open_stays_asked_and_the_answered_one_is_read(
    found: CheckedUpload, spoilt: ListUpload, planner: Planner, chinese: Phrasebook
) -> None:
    table = table_of(found, planner, chinese)
    units = ["t/a", *table.frame["unit"].tolist()[1:]]
    said = list_mapping.mapping_answers(table, table.frame["field"].tolist(), units)
    again = ListUpload(planner=planner, city=spoilt.city, name=spoilt.name, content=spoilt.content, said=said).check()
    assert table_of(again, planner, chinese).asked == len(ASKED) - 1


def test_a_finding_stands_beside_its_row_and_marks_its_cell(found: CheckedUpload, english: Phrasebook) -> None:
    view = list_grid.grid_view(found.grids[0], found.checked.findings, english, only_marked=True)
    assert view.rows == 3
    cells = view.frame.iloc[0]
    assert cells["区县"] == "✖ 潞洲区"
    assert "潞洲区" in cells.iloc[1]
    assert view.marks.iloc[0]["区县"] == "error"
    assert "background-color" in list_grid.grid_style(view).to_html()


def test_all_rows_are_shown_a_page_at_a_time(found: CheckedUpload, english: Phrasebook) -> None:
    view = list_grid.grid_view(found.grids[0], found.checked.findings, english, only_marked=False, page=99)
    assert (view.rows, view.pages, len(view.frame)) == (24, 1, 24)


def test_more_kilograms_than_the_city_has_are_told(planner: Planner, english: Phrasebook) -> None:
    inventory = planner.current_list("changzhi").inventory
    told = list_balance.balance_sentences(inventory, {"so2": 1.0, "nox": 1e9}, english)
    assert [sentence.startswith("✖") for sentence in told] == [True, False]


def test_the_page_asks_columns_and_shows_findings_at_their_cells(tmp_path: Path) -> None:
    app = open_page("lists")
    app.file_uploader(key="upload").upload("list.xlsx", spoilt_list(tmp_path).read_bytes(), "application/xlsx").run()
    assert not app.exception
    assert f"{len(ASKED)} 列待确认" in " ".join(item.label for item in app.expander)
    assert "潞洲区" in str(app.dataframe[1].value.to_dict())
    assert not [button for button in app.button if button.key == "import"]


def test_two_versions_are_compared(fresh_store: str) -> None:
    st.cache_resource.clear()
    app = open_page("lists")
    rows = DEMO.read_text("utf-8").splitlines()
    for name, lines in (("one.csv", rows), ("two.csv", rows[:-3])):
        content = "\n".join(lines).encode() + b"\n"
        app.file_uploader(key="upload").upload(name, content, "text/csv").run()
        app.button(key="import").click().run()
    app.button(key="compare_versions").click().run()
    assert not app.exception
    assert "两个版本的差异" in words_of(app)
    assert any("3723" in item.value.to_string().replace(",", "") for item in app.dataframe)
    st.cache_resource.clear()
