"""A list whose measures are words alone."""

from dataclasses import replace

import pytest

from planner.inventory import ListCodes, ListRows, build_inventory
from planner.measures import read_filed
from planner.sources import read_list
from tests.inventory.rows import built, list_rows
from tests.sources.good_list import CODES, good_rows
from tests.tiny import ROOT, dictionary

CODED = ("measure", "kept_share", "duties")


def words_alone() -> ListRows:
    """The good list without its codes."""
    rows = list_rows(good_rows())
    dropped = [f"{level}_{name}" for level in ("yellow", "orange", "red") for name in CODED]
    return replace(rows, frame=rows.frame.drop(columns=dropped, errors="ignore"))


def test_the_columns_of_codes_may_be_absent_where_the_texts_are_there() -> None:
    inventory, findings = build_inventory(words_alone(), dictionary(), CODES)
    assert inventory is not None, findings


def test_the_columns_of_codes_are_needed_where_the_texts_are_absent_too() -> None:
    rows = words_alone()
    inventory, _ = build_inventory(
        replace(rows, frame=rows.frame.drop(columns="red_measure_text")), dictionary(), CODES
    )
    assert inventory is None


def test_its_measures_are_those_of_the_same_list_with_codes() -> None:
    words, _ = build_inventory(words_alone(), dictionary(), CODES)
    coded, _ = built()
    assert words is not None
    assert coded is not None
    filled = read_filed(words).inventory.frame
    lines = coded.frame["source_kind"].isin(["line", "boiler"]) & (coded.frame["orange_measure_text"] != "")
    assert (filled["orange_measure"] == coded.frame["orange_measure"])[lines].all()


@pytest.mark.parametrize("cell", ["orange_measure", "orange_kept_share"])
def test_an_empty_code_without_a_text_is_still_told(cell: str) -> None:
    rows = good_rows()
    rows[0] |= {cell: "", "orange_measure_text": ""}
    assert ("list.cell.empty", cell) in {(item.code, item.where.column) for item in built(rows)[1]}


def test_the_demo_list_is_read_whole_and_agrees_with_its_codes() -> None:
    rows, _ = read_list(ROOT / "data" / "enterprises.csv")
    assert rows is not None
    inventory, _ = build_inventory(rows, dictionary(), ListCodes())
    assert inventory is not None
    reading = read_filed(inventory)
    assert (reading.counts.share, reading.findings) == (1.0, ())
