"""A scenario laid upon a list changes the rows it means and no other, and is judged as every list is."""

import pandas as pd

from planner.inventory import Inventory, ListCodes
from planner.scenario import NewRow, RowChange, Scenario, lay_on_list
from tests.tiny import dictionary, inventory, source

ONE, TWO = "919999990000000278", "91999999000000019D"


def line(source_id: str, **cells: object) -> dict[str, object]:
    """A line that every check of a list passes."""
    unsaid = dict.fromkeys(("longitude", "latitude", "actual_output_t_per_day"), float("nan"))
    return source(source_id, **({"operating_hours": 24.0, "minimum_load_share": 0.2} | unsaid | cells))


def city() -> Inventory:
    return inventory(
        line("a", enterprise_id=ONE, nox_kg_per_day=10.0, pm_kg_per_day=1.0, pm10_kg_per_day=0.5),
        line("b", enterprise_id=ONE, line_id="2#", nox_kg_per_day=5.0, orange_measure="halt", orange_kept_share=0.0),
        line("c", enterprise_id=TWO, nox_kg_per_day=40.0),
    )


def laid(*rows: RowChange, added: tuple[NewRow, ...] = ()) -> tuple[pd.DataFrame | None, list[str]]:
    scenario = Scenario(name="made", rows=rows, added=added)
    changed, found = lay_on_list(city(), scenario, dictionary(), ListCodes())
    return (None if changed is None else changed.frame.set_index("source_id")), [item.code for item in found]


def test_only_the_rows_meant_are_changed() -> None:
    frame, _ = laid(RowChange(where=(("enterprise_id", (TWO,)),), put=(("grade", "B"),)))
    assert frame is not None
    assert frame["grade"].to_dict() == {"a": "C", "b": "C", "c": "B"}
    assert frame.drop(columns="grade").equals(city().frame.set_index("source_id").drop(columns="grade"))


def test_a_factor_scales_numbers() -> None:
    frame, _ = laid(RowChange(where=(("grade", ("C",)),), scale=(("nox_kg_per_day", 1.5),)))
    assert frame is not None
    assert frame["nox_kg_per_day"].tolist() == [15.0, 7.5, 60.0]


def test_the_largest_enterprises_are_found_by_all_their_rows() -> None:
    frame, _ = laid(RowChange(largest=1, close=True))
    assert frame is not None
    assert frame["status"].tolist() == ["running", "running", "dismantled"]


def test_a_filed_measure_taken_back_leaves_nothing_filed() -> None:
    frame, _ = laid(RowChange(where=(("enterprise_id", (ONE,)),), refile=True))
    assert frame is not None
    assert (frame.loc["b", "orange_measure"], frame.loc["b", "orange_kept_share"]) == ("no_measure", 1.0)


def test_a_filed_text_is_read_as_in_any_list() -> None:
    cells = (("orange_measure", ""), ("orange_kept_share", ""), ("orange_measure_text", "停产"))
    frame, found = laid(RowChange(where=(("source_id", ("c",)),), put=cells))
    assert frame is not None, found
    assert (frame.loc["c", "orange_measure"], frame.loc["c", "orange_kept_share"]) == ("halt", 0.0)


def test_a_new_row_is_like_its_model_but_for_what_is_said() -> None:
    frame, found = laid(added=(NewRow(like="c", put=(("source_id", "d"), ("line_id", "9#"), ("nox_kg_per_day", "7"))),))
    assert frame is not None, found
    assert (frame.loc["d", "nox_kg_per_day"], frame.loc["d", "enterprise_id"]) == (7.0, TWO)


def test_a_cell_that_no_list_may_hold_stops_the_scenario() -> None:
    frame, found = laid(RowChange(where=(("source_id", ("c",)),), put=(("nox_kg_per_day", "-3"),)))
    assert frame is None
    assert found == ["list.number.negative"]


def test_nobody_meant_and_an_id_taken_are_told_together() -> None:
    row = NewRow(like="c", put=(("source_id", "a"),))
    _, found = laid(RowChange(where=(("grade", ("A",)),), close=True), added=(row,))
    assert found == ["scenario.nobody", "scenario.row.taken"]


def test_the_hash_of_the_list_tells_a_what_if_from_the_list() -> None:
    change = RowChange(where=(("source_id", ("c",)),), put=(("grade", "B"),))
    changed, _ = lay_on_list(city(), Scenario(name="made", rows=(change,)), dictionary(), ListCodes())
    assert changed is not None
    assert changed.list_sha256 != city().list_sha256
