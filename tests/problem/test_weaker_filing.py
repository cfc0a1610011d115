"""Filed measures against the floors of the rules in force."""

from planner.inventory import Inventory
from planner.problem import check_weaker_than_rule
from planner.terms import Level
from tests.tiny import inventory, rules_in_force, source


def cement(kept_share: float, measure: str = "limit") -> Inventory:
    """A clinker line of grade B, of which the rules ask a cut at orange."""
    line = source("s1", key_industry="cement", sub_process="clinker", grade="B", industry_code="3011")
    quantities = {"actual_output_t_per_day": 5000.0, "capacity_t_per_day": 5000.0, "permit_capacity_t_per_day": 5000.0}
    return inventory(line | quantities | {"orange_measure": measure, "orange_kept_share": kept_share})


def told(filed: Inventory) -> list[tuple[str, str, str]]:
    """(code, filed cut, asked cut) of the findings."""
    found = check_weaker_than_rule(filed, rules_in_force(), Level.ORANGE)
    return [(item.code, dict(item.values)["filed"], dict(item.values)["asked"]) for item in found]


def test_a_smaller_cut_than_the_rule_asks_is_told() -> None:
    assert told(cement(0.9)) == [("plan.filed_weaker_than_rule", "10", "20")]


def test_the_same_cut_and_a_stronger_one_are_silent() -> None:
    assert told(cement(0.8)) == []
    assert told(cement(0.0, "halt")) == []


def test_nothing_filed_where_a_rule_asks_is_told() -> None:
    assert told(cement(1.0, "no_measure")) == [("plan.filed_weaker_than_rule", "0", "20")]


def clinker_firm(*measures: str) -> Inventory:
    """A firm of grade C with a line for each measure filed at yellow, of which a rule asks half to halt."""
    cells = {"enterprise_id": "E", "key_industry": "cement", "sub_process": "clinker"}
    kept = {"halt": 0.0, "limit": 0.5, "no_measure": 1.0}
    lines = [
        source(f"s{at}", yellow_measure=measure, yellow_kept_share=kept[measure]) | cells
        for at, measure in enumerate(measures)
    ]
    return inventory(*lines)


def fewer(filed: Inventory) -> list[tuple[str, str, str]]:
    """(lines, filed share, asked share) of the firms that file fewer halted lines than the rule asks."""
    found = check_weaker_than_rule(filed, rules_in_force(), Level.YELLOW)
    told = [dict(item.values) for item in found if item.code == "plan.filed_fewer_lines_than_rule"]
    return [(item["lines"], item["filed"], item["asked"]) for item in told]


def test_a_firm_that_files_fewer_halted_lines_than_the_share_is_told_once() -> None:
    assert fewer(clinker_firm("halt", "no_measure", "no_measure")) == [("3", "33.33", "66.67")]


def test_lines_at_a_lower_load_are_no_halted_lines() -> None:
    assert fewer(clinker_firm("limit", "limit")) == [("2", "0", "50")]


def test_as_many_halted_lines_as_asked_and_more_are_silent() -> None:
    assert fewer(clinker_firm("halt", "no_measure")) == []
    assert fewer(clinker_firm("halt", "halt", "halt")) == []
