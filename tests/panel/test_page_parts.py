"""Parts of pages."""

import pytest

from planner.panel import Names, laid_down, level_choice, upload_style, workbook_name
from planner.plan import PlanDocument
from planner.terms import Phrasebook


def test_a_level_is_chosen_by_shape_and_word(chinese: Phrasebook) -> None:
    assert level_choice(chinese, "red") == "■ 红色预警"


def test_a_workbook_is_named_a_draft_with_city_level_and_day(
    document: PlanDocument, names: Names, chinese: Phrasebook
) -> None:
    assert workbook_name(document, names, chinese) == "减排通知草案_长治市_橙色预警_2026-11-24.xlsx"


@pytest.mark.parametrize("name", ["list.csv", "../../list.csv", "C:\\\\lists\\\\list.csv"])
def test_an_uploaded_file_stays_in_its_own_folder(name: str) -> None:
    with laid_down(name, b"a") as path:
        assert path.name == "list.csv"
        assert path.read_bytes() == b"a"
    assert not path.exists()


def test_the_upload_button_speaks_chinese(chinese: Phrasebook) -> None:
    assert "选择文件" in upload_style(chinese)
