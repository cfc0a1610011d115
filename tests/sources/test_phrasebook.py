"""A phrasebook read from the catalogue."""

from pathlib import Path

import pytest

from planner.sources.phrasebook import read_phrasebook
from tests.project import ROOT

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "{count} rules."
msgstr "{count} 条规则。"

#, fuzzy
msgid "Maybe"
msgstr "也许"
"""


def test_the_shipped_catalogue_speaks_chinese() -> None:
    assert read_phrasebook(ROOT / "locale", "zh-CN").say("Orange warning") == "橙色预警"


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    assert read_phrasebook(tmp_path, "en").say("{count} rules.", count=3) == "3 rules."


def test_a_fuzzy_translation_stays_english(tmp_path: Path) -> None:
    folder = tmp_path / "zh_CN" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "planner.po").write_text(CATALOGUE, "utf-8")
    book = read_phrasebook(tmp_path, "zh-CN")
    assert book.say("{count} rules.", count=3) == "3 条规则。"
    assert book.say("Maybe") == "Maybe"


def test_a_language_without_catalogue_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_phrasebook(tmp_path, "fr")
