"""An old plan on the same and on changed data, without a new search."""

from dataclasses import replace

import numpy as np
import pytest

from planner.problem import HardRule
from planner.solve import SolveSettings, price_again, same_options
from tests.audit.made import case


def test_a_plan_on_its_own_data_holds_at_its_cost() -> None:
    made = case()
    again = price_again(made.problem, made.plan.chosen, SolveSettings())
    assert again.holds
    assert again.cost_yuan == pytest.approx(made.plan.objective_yuan)
    assert again.bound_yuan <= again.cost_yuan + 1e-6


def test_a_menu_that_costs_more_makes_the_plan_dearer_and_keeps_it_permitted() -> None:
    made = case()
    options = made.problem.options
    dearer = replace(made.problem, options=replace(options, cost_yuan=2.0 * options.cost_yuan))
    chosen = same_options(made.problem, made.plan.chosen, dearer)
    again = price_again(dearer, chosen, SolveSettings())
    assert again.cost_yuan == pytest.approx(2.0 * made.plan.objective_yuan)
    assert again.broken == ()


def test_a_measure_that_no_menu_holds_any_more_breaks_the_menu() -> None:
    made = case()
    chosen = np.full_like(made.plan.chosen, -1)
    assert price_again(made.problem, chosen, SolveSettings()).broken == (HardRule.MENU,)
