"""Lines that a list says depend on each other: unknown names, loops, figures without their other half."""

import pytest

from planner.inventory import build_inventory
from planner.sources import read_field_dictionary
from tests.inventory.rows import changed, list_rows
from tests.sources.good_list import CODES, Row, good_rows

FEED = "upstream_source_ids"
OURS = ("list.feed.", "list.heat.", "list.output.", "list.stack.")
CASES: list[tuple[Row, list[tuple[str, int, str]]]] = [
    ({FEED: "S002", "fed_share": "0.8"}, []),
    ({FEED: "S002; S999", "fed_share": "0.8"}, [("list.feed.unknown_source", 2, FEED)]),
    ({FEED: "S001", "fed_share": "0.8"}, [("list.feed.loop", 2, FEED)]),
    ({FEED: "S002"}, [("list.feed.no_share", 2, "fed_share")]),
    ({"fed_share": "0.8"}, [("list.feed.no_source", 2, FEED)]),
    ({"heat_supply_gj_per_day": "80"}, [("list.heat.no_load", 2, "heat_load_share")]),
    ({"heat_supply_gj_per_day": "80", "heat_load_share": "0.7"}, []),
    ({"guaranteed_output_t_per_day": "9999999"}, [("list.output.above_actual", 2, "guaranteed_output_t_per_day")]),
    ({"stack_id": "P1"}, [("list.stack.alone", 2, "stack_id")]),
]


def told(rows: list[Row]) -> list[tuple[str, int, str]]:
    """(code, row, column) of each finding of these checks."""
    _, findings = build_inventory(list_rows(rows), read_field_dictionary(), CODES)
    return [(item.code, item.where.row, item.where.column) for item in findings if item.code.startswith(OURS)]


@pytest.mark.parametrize(("cells", "findings"), CASES)
def test_what_a_row_says_of_others_is_told_in_its_place(cells: Row, findings: list[tuple[str, int, str]]) -> None:
    assert told(changed(2, **cells)) == findings


def test_lines_that_feed_each_other_in_a_ring_are_all_told() -> None:
    rows = good_rows()
    rows[0] |= {FEED: "S002", "fed_share": "1"}
    rows[1] |= {FEED: "S001", "fed_share": "1"}
    assert [item[:2] for item in told(rows)] == [("list.feed.loop", 2), ("list.feed.loop", 3)]


def test_a_line_behind_a_ring_is_told_too_and_one_before_it_is_not() -> None:
    rows = good_rows()
    rows[0] |= {FEED: "S001", "fed_share": "1"}
    rows[1] |= {FEED: "S001", "fed_share": "1"}
    assert [row for code, row, _ in told(rows) if code == "list.feed.loop"] == [2, 3]
