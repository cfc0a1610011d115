"""A firm in several industries takes its lowest grade as a whole: told where the list says otherwise."""

from datetime import date

from planner.problem import check_one_grade
from planner.rules import in_force
from planner.sources import read_rulebook
from tests.tiny import ROOT, inventory, rules_in_force, source

STEEL = {"enterprise_id": "E1", "key_industry": "integrated_steel", "sub_process": "sinter"}
CEMENT = {"enterprise_id": "E1", "key_industry": "cement", "sub_process": "clinker"}


def told(*rows, rules=None):
    found = check_one_grade(inventory(*rows), rules or rules_in_force())
    return [(item.where.row, dict(item.values)["grade"], dict(item.values)["lowest"]) for item in found]


def test_a_firm_better_in_one_industry_than_in_another_is_told_once() -> None:
    rows = [source("s1", grade="B", **STEEL), source("s2", grade="B", **STEEL), source("s3", grade="D", **CEMENT)]
    assert told(*rows) == [(2, "B", "D")]


def test_one_grade_in_all_industries_is_nothing_to_tell() -> None:
    assert told(source("s1", grade="C", **STEEL), source("s2", grade="C", **CEMENT)) == []


def test_two_grades_inside_one_industry_are_another_matter() -> None:
    assert told(source("s1", grade="B", **STEEL), source("s2", grade="C", **STEEL)) == []


def test_before_the_rule_nothing_is_told() -> None:
    rulebook, _ = read_rulebook(ROOT / "rules")
    before = in_force(rulebook, date(2026, 1, 12), "changzhi")
    assert told(source("s1", grade="B", **STEEL), source("s2", grade="D", **CEMENT), rules=before) == []
