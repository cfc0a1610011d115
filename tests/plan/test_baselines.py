"""What a plan is compared with: the filed list as written, a greedy by yuan a kilogram, the grade rule alone."""

from dataclasses import replace

import pytest

from planner.plan import Baseline, BaselineName, find_baselines
from planner.plan.greedy import greedy_choice
from planner.problem import HardRule, PlanProblem, broken_rules
from planner.solve import SolveSettings, solve_problem
from planner.terms import Level, Mode
from tests.solve.brute_force import best_by_looking
from tests.tiny import problem, random_rows, rest, source

FILED_HALT = {"orange_measure": "halt", "orange_kept_share": 0.0}
MONEY = {"value_added_yuan_per_day": 1000.0, "restart_cost_yuan": 500.0}


def baseline(found: PlanProblem, name: BaselineName) -> Baseline:
    return next(item for item in find_baselines(found) if item.name is name)


@pytest.mark.parametrize("mode", list(Mode))
def test_the_filed_list_costs_the_same_in_every_mode(mode: Mode) -> None:
    rows = [source("a", **FILED_HALT, **MONEY, pm_kg_per_day=40.0), source("b", **MONEY), rest(pm=60.0)]
    filed = baseline(problem(*rows, mode=mode, share=0.2), BaselineName.FILED)
    assert (filed.objective_yuan, filed.enterprises, filed.meets) == (3500.0, 1, True)


@pytest.mark.parametrize("seed", range(8))
def test_the_filed_list_is_what_the_mode_filed_finds(seed: int) -> None:
    rows = [row | (FILED_HALT if place % 3 == 1 else {}) for place, row in enumerate(random_rows(seed))]
    found = solve_problem(problem(*rows, mode=Mode.FILED), SolveSettings(gap=0.0))
    assert found.plan is not None
    told = [baseline(problem(*rows, mode=mode), BaselineName.FILED).objective_yuan for mode in Mode]
    assert told == pytest.approx([found.plan.objective_yuan] * len(told))


def test_a_filed_list_that_misses_a_cut_says_by_how_much() -> None:
    filed = baseline(problem(source("a", pm_kg_per_day=40.0), rest(pm=60.0), share=0.2), BaselineName.FILED)
    assert not filed.meets
    (missing,) = filed.shortfalls
    assert (missing.pollutant, round(missing.missing_kg_per_day, 6)) == ("pm", 20.0)


def test_the_greedy_takes_the_cheaper_kilogram_first() -> None:
    dear = source("a", grade="B", pm_kg_per_day=40.0, value_added_yuan_per_day=9000.0)
    cheap = source("b", grade="B", county_code="140404", pm_kg_per_day=40.0, value_added_yuan_per_day=1000.0)
    found = problem(dear, cheap, rest(pm=120.0), share=0.1)
    assert found.options.kept_share[greedy_choice(found)].tolist() == [1.0, 0.5, 1.0]


@pytest.mark.parametrize("seed", range(40))
def test_the_greedy_keeps_every_hard_rule_and_is_never_cheaper_than_the_best_plan(seed: int) -> None:
    found = problem(*random_rows(seed), share=0.25)
    missing, cost = best_by_looking(found)
    greedy = baseline(found, BaselineName.GREEDY)
    assert greedy.is_permitted
    assert greedy.meets <= (missing == 0.0)
    assert not greedy.meets or greedy.objective_yuan >= cost - 1e-4


@pytest.mark.parametrize("seed", range(40))
def test_the_greedy_meets_the_cuts_wherever_they_can_be_met(seed: int) -> None:
    """Nothing is out of its reach: with every step taken each source does the most that the order lets it."""
    found = problem(*random_rows(seed, firms=3), share=0.2)
    assert baseline(found, BaselineName.GREEDY).meets == (best_by_looking(found)[0] == 0.0)


def test_the_greedy_halts_whole_lines_for_a_share_rule() -> None:
    clinker = {"enterprise_id": "EK", "key_industry": "cement", "sub_process": "clinker", **MONEY}
    lines = [source(f"k{line}", pm_kg_per_day=10.0, **clinker) for line in range(3)]
    found = problem(*lines, rest(pm=10.0), level=Level.YELLOW, share=0.1)
    assert found.share_rules.count > 0
    assert broken_rules(found, greedy_choice(found)) == ()


def test_the_grade_rule_halts_d_a_line_of_c_and_limits_b() -> None:
    lines = [source(f"c{line}", enterprise_id="EC", pm_kg_per_day=10.0, **MONEY) for line in range(2)]
    rows = [*lines, source("b", grade="B", pm_kg_per_day=10.0), source("d", grade="D", pm_kg_per_day=10.0)]
    rule = baseline(problem(*rows, rest(pm=60.0), share=0.2), BaselineName.GRADE_RULE)
    assert rule.totals[2].reduction_kg_per_day == pytest.approx(10.0 + 10.0 + 1.0)
    assert rule.enterprises == 3


def test_the_grade_rule_limits_what_cannot_stop_and_leaves_grade_a_alone() -> None:
    rows = [source("a", grade="A", pm_kg_per_day=10.0), source("d", grade="D", can_stop=False, pm_kg_per_day=10.0)]
    rule = baseline(problem(*rows, share=0.2), BaselineName.GRADE_RULE)
    assert rule.totals[2].reduction_kg_per_day == pytest.approx(1.0)


def test_a_grade_rule_that_undoes_a_filed_halt_breaks_an_obligation() -> None:
    row = source("b", grade="B", pm_kg_per_day=10.0, **FILED_HALT, **MONEY)
    rule = baseline(problem(row, mode=Mode.FILL, share=0.2), BaselineName.GRADE_RULE)
    assert HardRule.OBLIGATIONS in rule.breaks


def test_a_problem_that_tells_of_no_references_has_the_greedy_all_the_same() -> None:
    found = replace(problem(source("a", pm_kg_per_day=10.0), share=0.2), references=())
    assert [item.name for item in find_baselines(found)] == [BaselineName.GREEDY]
