"""Every hand of the corpus is read: 99 % of its values right, and none wrong without a finding."""

from pathlib import Path

import pytest

from tests.workbooks.hands import HANDS, Hand
from tests.workbooks.score import score

LEAST_RIGHT = 0.99


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.name)
def test_a_workbook_of_the_corpus_is_read_right(hand: Hand, tmp_path: Path) -> None:
    found = score(hand, tmp_path)
    assert not found.silent
    assert found.right >= LEAST_RIGHT * found.values, (found.missing[:5], found.told[:5])


def test_the_corpus_holds_more_than_forty_hands_and_every_kind_of_file() -> None:
    assert len(HANDS) > 40
    assert {hand.file for hand in HANDS} == {"xlsx", "xls", "xlsb", "ods", "csv", "csv_bom", "csv_gb18030"}
