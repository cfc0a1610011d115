"""The demo city is calibrated like a real one, and its plans meet every cut with a proven gap."""

import numpy as np
import pytest

from planner.audit import audit_against_list, audit_plan
from planner.plan import Status, Verdict
from planner.problem import PlanProblem
from planner.problem.records import Floats, Indices
from planner.terms import Level, Mode
from tests.solve.demo import demo_list, demo_problem, demo_result
from tests.tiny import rules_in_force

PLANNED = [(mode, level) for mode in (Mode.FILL, Mode.DESIGN) for level in Level]


def reached(problem: PlanProblem, chosen: Indices) -> Floats:
    """How far options go toward the three cuts (PM, VOCs, SO2 + NOx): 1 is the target."""
    base = problem.sources.base_kg_per_day.sum(axis=0)
    so2, nox, pm, vocs = problem.options.reduction_kg_per_day[chosen].sum(axis=0) / base
    level = problem.targets.level_share
    return np.array([pm / level, vocs / level, (so2 + nox) / problem.targets.exchange_sum_share])


@pytest.mark.parametrize("level", list(Level))
def test_the_filed_measures_alone_reach_half_to_nine_tenths_of_two_cuts(level: Level) -> None:
    problem = demo_problem(Mode.FILED, level)
    share = reached(problem, problem.sources.first_option[:-1])
    assert ((share >= 0.5) & (share <= 0.9)).sum() >= 2, share


@pytest.mark.parametrize("level", list(Level))
def test_everything_permitted_reaches_a_fifth_more_than_every_cut(level: Level) -> None:
    problem = demo_problem(Mode.DESIGN, level)
    assert reached(problem, problem.sources.first_option[1:] - 1).min() >= 1.2


@pytest.mark.parametrize(("mode", "level"), PLANNED)
def test_every_cut_is_met_with_a_proven_gap(mode: Mode, level: Level) -> None:
    result = demo_result(mode, level)
    assert result.plan is not None
    assert result.report is not None
    assert result.status in (Status.OPTIMAL, Status.FEASIBLE)
    assert (result.plan.shortfalls, all(item.met for item in result.plan.totals)) == ((), True)
    assert result.report.gap <= 1e-4


@pytest.mark.parametrize(("mode", "level"), PLANNED)
def test_the_referee_passes_the_plan(mode: Mode, level: Level) -> None:
    problem, result = demo_problem(mode, level), demo_result(mode, level)
    assert result.plan is not None
    assert result.report is not None
    assert audit_plan(problem, result.plan, result.report).verdict is Verdict.PASSED


@pytest.mark.parametrize(("mode", "level"), PLANNED)
def test_the_second_check_against_the_list_finds_nothing(mode: Mode, level: Level) -> None:
    problem, result = demo_problem(mode, level), demo_result(mode, level)
    assert result.plan is not None
    checks = audit_against_list(demo_list(), rules_in_force(), problem.header, result.plan)
    assert [check for check in checks if not check.passed] == []


@pytest.mark.parametrize("level", list(Level))
def test_design_is_never_dearer_than_fill(level: Level) -> None:
    fill, design = (demo_result(mode, level).plan for mode in (Mode.FILL, Mode.DESIGN))
    assert fill is not None
    assert design is not None
    assert design.objective_yuan * (1.0 - 1e-4) <= fill.objective_yuan


@pytest.mark.parametrize("level", list(Level))
def test_filed_is_told_as_a_shortfall_and_passes_the_referee(level: Level) -> None:
    problem, result = demo_problem(Mode.FILED, level), demo_result(Mode.FILED, level)
    assert result.plan is not None
    assert result.report is not None
    assert result.status is Status.INFEASIBLE
    assert audit_plan(problem, result.plan, result.report).verdict is Verdict.PASSED_WITH_SHORTFALL


@pytest.mark.parametrize("mode", list(Mode))
def test_nothing_that_cannot_stop_is_told_to_stop(mode: Mode) -> None:
    problem, frame = demo_problem(mode, Level.RED), demo_list().frame
    cannot = set(frame["source_id"][(~frame["can_stop"].astype(bool)) | (frame["guarantee"] != "none")])
    stops = problem.options.halts | (problem.options.kept_share <= 0.0)
    told = {problem.sources.source_id[index] for index in problem.options.source[stops].tolist()}
    assert told & cannot == set()
