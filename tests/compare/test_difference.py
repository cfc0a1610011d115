"""What one plan changes against another."""

from dataclasses import replace

from planner.compare import compare_plans
from tests.compare.toy_problem import toy_city, toy_plan

BEFORE = toy_plan()


def without_halt() -> tuple:
    """The toy city with its halted line left to run, and the exempt firm's neighbour halted in its place."""
    first, *rest = toy_city()
    swapped = [replace(source, chosen=1) if source.source_id == "g-1" else source for source in rest]
    return (replace(first, chosen=0), *swapped)


def test_a_plan_does_not_differ_from_itself() -> None:
    told = compare_plans(*BEFORE, *BEFORE)
    assert told.changes.empty
    assert told.cost_change_yuan == 0.0


def test_a_source_is_added_and_another_released() -> None:
    changes = compare_plans(*BEFORE, *toy_plan(without_halt())).changes
    assert dict(zip(changes["source_id"], changes["change"], strict=True)) == {"a-1": "released", "g-1": "added"}


def test_a_released_source_keeps_its_name_and_runs_in_full() -> None:
    row = compare_plans(*BEFORE, *toy_plan(without_halt())).changes.iloc[0]
    assert (row["enterprise_name"], row["measures_after"], row["kept_share_after"]) == ("甲厂", (), 1.0)
    assert row["measures_before"] == ("halt",)


def test_a_firm_with_another_ordered_line_is_not_released() -> None:
    told = compare_plans(*BEFORE, *toy_plan(without_halt()))
    assert (told.enterprises_added, told.enterprises_released) == (("firm-g",), ())


def test_totals_are_told_before_and_after() -> None:
    after = toy_plan(without_halt())
    told = compare_plans(*BEFORE, *after).totals
    assert [item.share_before for item in told] == [item.share for item in BEFORE[1].totals]
    assert [item.share_after for item in told] == [item.share for item in after[1].totals]


def test_another_load_under_the_same_words_is_a_change() -> None:
    city = toy_city()
    softer = replace(city[1], options=(replace(city[1].options[0], kept=0.8),))
    changes = compare_plans(*BEFORE, *toy_plan((city[0], softer, *city[2:]))).changes
    assert changes[["source_id", "change", "kept_share_after"]].to_numpy().tolist() == [["a-2", "changed", 0.8]]


def test_plans_on_different_lists_can_be_compared() -> None:
    shorter = toy_plan(toy_city()[1:])
    changes = compare_plans(*BEFORE, *shorter).changes
    assert changes[["source_id", "change"]].to_numpy().tolist() == [["a-1", "released"]]
