"""Filed measures that break the grade order are told."""

from planner.errors import Finding
from planner.problem import check_filed_order
from planner.terms import Level
from tests.tiny import inventory, rules_in_force, source


def found(*rows: dict[str, object]) -> tuple[Finding, ...]:
    return check_filed_order(inventory(*rows), rules_in_force(), Level.ORANGE)


def firm(name: str, grade: str, kept: float, **cells: object) -> dict[str, object]:
    measure = "limit" if kept < 1.0 else "no_measure"
    filed = {"orange_measure": measure, "orange_kept_share": kept}
    return source(name, grade=grade, value_added_yuan_per_day=1.0, pm_kg_per_day=9.0, **(filed | cells))


def test_a_worse_grade_that_files_less_is_told_with_both_cuts() -> None:
    told = found(firm("b", "B", 0.5), firm("c", "C", 0.8))
    assert [dict(item.values)["value"] for item in told] == ["虚构c"]
    assert (dict(told[0].values)["cut"], dict(told[0].values)["better"]) == ("20", "50")


def test_a_better_grade_may_file_less() -> None:
    assert not found(firm("b", "B", 0.9), firm("c", "C", 0.5))


def test_equal_grades_are_not_compared() -> None:
    assert not found(firm("b", "C", 0.5), firm("c", "C", 0.9))


def test_other_counties_and_processes_are_not_compared() -> None:
    assert not found(
        firm("b", "B", 0.5), firm("c", "C", 0.8, county_code="140404"), firm("d", "D", 0.9, sub_process="moulding")
    )


def test_who_cannot_stop_or_is_exempt_stands_outside() -> None:
    assert not found(
        firm("b", "B", 0.5), firm("c", "C", 0.8, can_stop=False), firm("d", "D", 0.9, exempt_through="red")
    )
