"""The chances of a plan: against closed forms, the same for the same seed, and told by the right enterprises."""

import math
from dataclasses import replace

import numpy as np
import pytest

from planner.plan import Plan
from planner.problem import PlanProblem, with_cut
from planner.scenario import Doubt, margins, weigh_doubt
from planner.solve import SolveSettings, solve_problem
from planner.terms import Level, Mode
from tests.tiny import problem as problem_of
from tests.tiny import rest, source

FIRMS = 4


def answered(**cuts: float) -> tuple[PlanProblem, Plan]:
    """Four equal firms of 10 kg PM that may all be halted, beside 60 kg of others; PM cut as asked, no other."""
    rows = [source(f"f{at}", pm_kg_per_day=10.0, value_added_yuan_per_day=100.0) for at in range(FIRMS)]
    problem = problem_of(*rows, rest(pm=60.0), level=Level.ORANGE, mode=Mode.DESIGN)
    for row in ("vocs", "so2_nox", "so2", "nox"):
        problem = with_cut(problem, row, 0.0)
    for row, share in cuts.items():
        problem = with_cut(problem, row, share)
    result = solve_problem(problem, SolveSettings())
    assert result.plan is not None
    return problem, result.plan


def doubt(problem: PlanProblem, **given: float) -> Doubt:
    rate = np.full(problem.sources.count, given.get("rate", 1.0))
    activity = given.get("activity", 0.0)
    return Doubt(activity_deviation=activity, pollutant_deviation=0.0, rate=rate, draws=4000, seed=3)


def test_without_doubt_a_cut_that_is_met_is_sure() -> None:
    problem, plan = answered(pm=0.2)
    answer = weigh_doubt(problem, plan, doubt(problem))
    assert [cut.chance for cut in answer.cuts] == [1.0, 1.0, 1.0]
    assert margins(answer, 0.95) == (("pm", 0.0), ("vocs", 0.0), ("so2_nox", 0.0))


def test_the_chance_that_all_comply_is_the_product_of_their_rates() -> None:
    problem, plan = answered(pm=0.4)
    answer = weigh_doubt(problem, plan, doubt(problem, rate=0.9))
    pm = answer.cuts[0]
    assert math.isclose(pm.planned_share, 0.4)
    assert pm.chance == pytest.approx(0.9**FIRMS, abs=4 * pm.error)


def test_the_same_seed_draws_the_same_worlds() -> None:
    problem, plan = answered(pm=0.2)
    given = doubt(problem, activity=0.3, rate=0.9)
    assert weigh_doubt(problem, plan, given) == weigh_doubt(problem, plan, given)
    assert weigh_doubt(problem, plan, replace(given, seed=4)) != weigh_doubt(problem, plan, given)


def test_who_emits_most_without_being_ordered_decides_by_the_list() -> None:
    problem, plan = answered(pm=0.2)
    part = weigh_doubt(problem, plan, doubt(problem, activity=0.2)).parts[0]
    assert (part.row, part.first, part.complies_part) == ("pm", "zz-rest", 0.0)
    assert 0.5 < part.listed_part < 1.0


def test_the_parts_of_a_cut_sum_up_to_the_whole() -> None:
    problem, plan = answered(pm=0.2)
    parts = [
        item for item in weigh_doubt(problem, plan, doubt(problem, activity=0.2, rate=0.8)).parts if item.row == "pm"
    ]
    assert sum(item.listed_part + item.complies_part for item in parts) == pytest.approx(1.0)
