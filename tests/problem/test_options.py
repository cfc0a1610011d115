"""What an option takes away and what it costs."""

import pytest

from planner.problem import PlanProblem, build_problem
from planner.terms import Mode
from tests.problem.reading import offers
from tests.tiny import alert, inventory, problem, rules_in_force, source

KILOGRAMS = {"so2_kg_per_day": 10.0, "nox_kg_per_day": 20.0, "pm_kg_per_day": 30.0, "vocs_kg_per_day": 40.0}
MONEY = {"value_added_yuan_per_day": 1000.0, "restart_cost_yuan": 500.0}


def line(**cells: object) -> PlanProblem:
    return problem(source("s", **KILOGRAMS, **MONEY) | cells)


def test_a_limit_takes_its_share_of_every_pollutant() -> None:
    limited = offers(line(), "s")[2]
    assert (limited.kept, limited.kilograms) == (0.8, pytest.approx((2.0, 4.0, 6.0, 8.0)))


def test_a_halt_takes_everything() -> None:
    assert offers(line(), "s")[-1].kilograms == pytest.approx((10.0, 20.0, 30.0, 40.0))


def test_a_line_held_hot_goes_on_with_its_share_of_emissions() -> None:
    assert offers(line(hold_hot_share=0.1), "s")[-1].kilograms == pytest.approx((9.0, 18.0, 27.0, 36.0))


def test_the_hot_share_does_not_touch_a_limit() -> None:
    assert offers(line(hold_hot_share=0.1), "s")[2].kilograms == pytest.approx((2.0, 4.0, 6.0, 8.0))


def test_a_limit_costs_value_added_and_no_restart() -> None:
    assert offers(line(), "s")[4].cost == pytest.approx(0.5 * 1000.0 * 3)


def test_a_halt_costs_value_added_and_one_restart() -> None:
    assert offers(line(), "s")[-1].cost == pytest.approx(1000.0 * 3 + 500.0)


def test_a_line_held_hot_costs_as_much_as_a_halted_one() -> None:
    assert offers(line(hold_hot_share=0.1), "s")[-1].cost == pytest.approx(3500.0)


@pytest.mark.parametrize(("days", "cost"), [(1, 1500.0), (3, 3500.0), (10, 10500.0)])
def test_value_added_is_lost_every_day_and_the_restart_paid_once(days: int, cost: float) -> None:
    question = build_problem(inventory(source("s", **MONEY)), rules_in_force(), alert(days=days), Mode.DESIGN)
    assert offers(question, "s")[-1].cost == pytest.approx(cost)


def test_staying_as_it_is_costs_nothing() -> None:
    assert offers(line(), "s")[0].cost == 0.0
