"""Whatever bytes come: no exception, and either a whole list or none."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.errors import Place, has_errors
from planner.sources import lists_csv
from tests.sources.good_list import HEADERS, csv_text, good_rows, table, write_workbook
from tests.sources.reading import import_list

GOOD = csv_text(table(good_rows()[:3])).encode()
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=12)


def workbook_bytes() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write_workbook(Path(folder) / "list.xlsx", 清单=table(good_rows()[:2])).read_bytes()


WORKBOOK = workbook_bytes()


def imported(raw: bytes) -> bool:
    """Whether the bytes make an inventory; it is never made beside an error."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        path.write_bytes(raw)
        inventory, findings = import_list(path)
    assert (inventory is None) == has_errors(findings)
    return inventory is not None


@given(st.binary(max_size=300))
def test_random_bytes_are_no_list_and_never_raise(raw: bytes) -> None:
    assert not imported(raw)


@settings(max_examples=60)
@given(st.integers(0, len(GOOD)), st.integers(0, 40), st.binary(max_size=12))
def test_a_list_with_bytes_exchanged_never_raises(start: int, length: int, other: bytes) -> None:
    imported(GOOD[:start] + other + GOOD[start + length :])


@settings(max_examples=60)
@given(st.integers(0, len(WORKBOOK)), st.integers(0, 40), st.binary(max_size=12))
def test_a_workbook_with_bytes_exchanged_never_raises(start: int, length: int, other: bytes) -> None:
    imported(WORKBOOK[:start] + other + WORKBOOK[start + length :])


@settings(max_examples=60)
@given(st.sampled_from(HEADERS), CELLS)
def test_any_text_in_any_cell_never_raises(column: str, text: str) -> None:
    rows = good_rows()[:3]
    rows[1][column] = text
    imported(csv_text(table(rows)).encode())


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=2, max_size=6))
def test_the_plain_way_and_the_careful_way_read_the_same(records: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(records)
    place = Place(file="list.csv", row=1)
    headers = tuple(records[0])
    plain = lists_csv._read_plain(text.getvalue(), headers, place)
    careful = lists_csv._read_any(text.getvalue(), headers, place)
    if plain is not None:
        assert careful.findings == ()
        assert plain.row.tolist() == careful.row.tolist()
        assert plain.frame.to_numpy().tolist() == careful.frame.to_numpy().tolist()
