"""The demo city, read through the real sources, and its problems and plans, each made once a test run."""

from dataclasses import replace
from functools import cache

from planner.inventory import Inventory
from planner.plan import Result
from planner.problem import PlanProblem, build_problem
from planner.service.lists import DEMO_CITY, check_list, list_codes
from planner.solve import SolveSettings, solve_problem
from planner.sources import read_rulebook
from planner.terms import Level, Mode
from tests.tiny import ROOT, alert, dictionary, rules_in_force, with_share

MIDDLE_SHARE = 0.08
EVERY = 8


@cache
def demo_list() -> Inventory:
    """The shipped list."""
    rulebook, findings = read_rulebook(ROOT / "rules")
    assert rulebook is not None, findings
    checked = check_list(ROOT / "data" / "enterprises.csv", dictionary(), list_codes(rulebook, DEMO_CITY))
    assert checked.inventory is not None, checked.findings[:5]
    return checked.inventory


@cache
def demo_problem(mode: Mode, level: Level) -> PlanProblem:
    """The question of the demo city."""
    return build_problem(demo_list(), rules_in_force(), alert(level), mode)


@cache
def demo_result(mode: Mode, level: Level) -> Result:
    """Its answer."""
    return solve_problem(demo_problem(mode, level), SolveSettings())


@cache
def middle_problem() -> PlanProblem:
    """Every eighth firm of the demo city, about 600 lines, with the whole society around them and a smaller cut."""
    frame = demo_list().frame
    firms = sorted(set(frame["enterprise_id"]) - {""})[::EVERY]
    kept = frame["enterprise_id"].isin(["", *firms])
    fewer = replace(demo_list(), frame=frame[kept].reset_index(drop=True))
    rules = with_share(rules_in_force(), Level.ORANGE, MIDDLE_SHARE)
    return build_problem(fewer, rules, alert(Level.ORANGE), Mode.FILL)
