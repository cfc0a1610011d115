"""The season's account: hours of every ledger line by line, and how even they are among equals."""

from planner.season import account_of, groups_of
from tests.tiny import inventory, rest, source

LIST = inventory(
    source("a", enterprise_id="E", line_id="1#"),
    source("b", enterprise_id="E", line_id="2#"),
    source("c", enterprise_id="F", line_id="1#"),
    source("d", enterprise_id="G", line_id="1#", grade="B"),
    source("e", enterprise_id="H", line_id="1#", status="idle"),
    rest(pm=10.0),
)


def test_hours_of_warnings_and_of_an_imported_ledger_add_up_and_rests_stand_apart():
    lines = account_of(LIST, {"a": 10.0}, {"a": 5.0, "b": 2.0}, {"a": 48.0}).lines.set_index("source_id")
    assert lines.loc["a", ["stopped", "rested", "added"]].tolist() == [15.0, 48.0, 0.0]
    assert lines.loc["b", "stopped"] == 2.0


def test_idle_lines_and_the_rest_of_society_stand_in_no_account_unless_they_have_hours():
    assert account_of(LIST, {}, {}, {}).lines["source_id"].tolist() == ["a", "b", "c", "d"]
    assert "e" in account_of(LIST, {}, {"e": 3.0}, {}).lines["source_id"].tolist()


def test_equals_are_lines_of_one_county_process_and_grade():
    groups = groups_of(account_of(LIST, {"a": 30.0, "b": 10.0}, {}, {}))
    assert groups[["firms", "lines", "mean", "least", "most", "spread"]].to_numpy().tolist() == [
        [2, 3, 40.0 / 3.0, 0.0, 30.0, 30.0]
    ]


def test_a_plan_that_stops_those_who_rested_least_narrows_the_gap():
    groups = groups_of(account_of(LIST, {"a": 30.0, "b": 30.0}, {}, {}, {"c": 24.0}))
    assert groups[["spread", "spread_after"]].to_numpy().tolist() == [[30.0, 6.0]]
