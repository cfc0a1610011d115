"""What differs between two versions of a list: each kind of change, by firm and row, with its kilograms."""

from dataclasses import replace

import pandas as pd

from planner.inventory import Inventory
from planner.inventory.list_differences import ListChange, compare_lists
from tests.inventory.rows import built
from tests.sources.good_list import credit_code


def good() -> Inventory:
    inventory = built()[0]
    assert inventory is not None
    return inventory


def changes(frame: pd.DataFrame) -> list[tuple[str, str, str]]:
    """(change, source_id, column) of each difference from the good list to these rows."""
    found = compare_lists(good(), replace(good(), frame=frame.reset_index(drop=True))).frame
    return list(zip(found["change"], found["source_id"], found["column"], strict=True))


def with_cell(source: str, **cells: object) -> pd.DataFrame:
    frame = good().frame.copy()
    for name, value in cells.items():
        frame.loc[frame["source_id"] == source, name] = value
    return frame


def test_a_list_does_not_differ_from_itself() -> None:
    assert compare_lists(good(), good()).frame.empty


def test_a_firm_that_left_is_one_row_with_all_its_kilograms() -> None:
    frame = good().frame
    found = compare_lists(good(), replace(good(), frame=frame[frame["enterprise_id"] != credit_code(1)]))
    assert [(found.count(ListChange.LEFT), found.count(ListChange.ROW_REMOVED))] == [(1, 0)]
    lost = -frame.loc[frame["enterprise_id"] == credit_code(1), "so2_kg_per_day"].sum()
    assert found.frame["so2_kg_per_day"].tolist() == [lost]


def test_a_firm_that_came_in_is_told_the_other_way_round() -> None:
    frame = good().frame
    found = compare_lists(replace(good(), frame=frame[frame["enterprise_id"] != credit_code(1)]), good())
    assert found.frame["change"].tolist() == ["entered"]


def test_a_line_that_goes_while_its_firm_stays_is_a_row_removed() -> None:
    frame = good().frame
    assert [item[0] for item in changes(frame[frame["source_id"] != "S002"])] == ["row_removed"]


def test_better_and_worse_grades_are_told_apart() -> None:
    assert changes(with_cell("S001", grade="B"))[0][0] == "promoted"
    assert changes(with_cell("S001", grade="D"))[0][0] == "demoted"
    assert changes(with_cell("S001", grade="ungraded"))[0][0] == "regraded"


def test_kilograms_status_name_and_measures_have_kinds_of_their_own() -> None:
    assert changes(with_cell("S001", so2_kg_per_day=1.0)) == [("kilograms", "S001", "")]
    assert changes(with_cell("S001", status="idle")) == [("status", "S001", "status")]
    assert changes(with_cell("S003", enterprise_name="新名"))[0] == ("renamed", "S003", "enterprise_name")
    assert changes(with_cell("S001", red_measure_text="全厂停产")) == [("measures", "S001", "red_measure_text")]


def test_a_new_number_of_a_source_is_no_change_where_firm_and_line_stay() -> None:
    assert changes(with_cell("S001", source_id="X001")) == []
