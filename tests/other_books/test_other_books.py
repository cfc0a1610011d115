"""Workbooks of the second writer are read: 99 % of their values right, and none wrong without a finding."""

from pathlib import Path

import pytest

from tests.other_books.book import make_book
from tests.other_books.reading import score

LEAST_RIGHT = 0.99


@pytest.mark.parametrize("seed", range(1, 25))
def test_a_workbook_of_the_second_writer_is_read_right(seed: int, tmp_path: Path) -> None:
    found = score(seed, tmp_path, answered=True)
    assert not found.silent
    assert found.right >= LEAST_RIGHT * found.values, (found.missing[:5], found.told[:5])


def test_the_seeds_hold_every_layout_and_every_kind_of_file() -> None:
    books = [make_book(seed) for seed in range(1, 25)]
    assert {book.layout for book in books} == {"system", "template", "board", "text_list", "appraisal", "folded"}
    assert {book.file for book in books} == {"xlsx", "xls", "xlsb", "ods", "csv", "csv_gb18030"}
