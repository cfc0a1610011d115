"""Prices along points follow from their costs and bounds; savings tell city, enterprise and all others apart."""

import pandas as pd
import pytest

from planner.scenario import (
    BASE,
    ScenarioOutcome,
    add_savings,
    curve_slopes,
    front_scenarios,
    front_slopes,
    saving_of,
)


def outcome(name: str, cost: float, bound: float, **more: object) -> ScenarioOutcome:
    given = {"base_kg_per_day": (100.0, 200.0, 300.0, 400.0), "duration_days": 3, "answer_sha256": "a"}
    text = {"title": name, "status": "feasible", "level": "orange", "mode": "fill", "on": "2026-12-01"}
    return ScenarioOutcome(name=name, cost_yuan=cost, bound_yuan=bound, **(text | given | more))


def firms(**cost: float) -> pd.DataFrame:
    return pd.DataFrame({"enterprise_id": list(cost), "cost_yuan": list(cost.values())})


def test_a_kilogram_more_costs_what_lies_between_two_points() -> None:
    points = (outcome("a", 100.0, 90.0, asked=(("pm", 0.1),)), outcome("b", 1000.0, 980.0, asked=(("pm", 0.2),)))
    (slope,) = curve_slopes(points, "pm")
    assert (slope.low, slope.high) == (0.1, 0.2)
    assert [slope.yuan, slope.least, slope.most] == pytest.approx([900 / 90, 880 / 90, 910 / 90])


def test_the_price_of_the_sum_is_told_in_kilograms_of_nox() -> None:
    points = (outcome("a", 0.0, 0.0), outcome("b", 60.0, 60.0, asked=(("so2_nox", 0.1),)))
    assert curve_slopes(points, "so2_nox")[0].yuan == pytest.approx(60.0 / (0.1 * 200.0 * 3))


def test_an_enterprise_spared_has_a_price_and_limits_broken_have_none() -> None:
    points = (
        outcome("x", 500.0, 490.0, most_told=5, beyond=2),
        outcome("a", 300.0, 290.0, most_told=10),
        outcome("b", 100.0, 95.0, most_told=20),
    )
    (slope,) = front_slopes(points)
    assert [slope.yuan, slope.least, slope.most] == pytest.approx([20.0, 19.0, 20.5])


def test_limits_of_a_front_run_from_the_fewest_to_the_cheapest() -> None:
    assert [item.asked.most_told for item in front_scenarios(10, 20, 3)] == [10, 15, 20]
    assert [item.asked.most_told for item in front_scenarios(10, 11, 5)] == [10, 11]


def test_a_winter_s_saving_is_split_between_the_enterprise_and_all_others() -> None:
    base, other = outcome(BASE, 1000.0, 990.0), outcome("upgrade-E1", 800.0, 790.0)
    one = saving_of(base, firms(E1=50.0, E2=950.0), other, firms(E2=800.0), 6.0)
    assert [one.city, one.least, one.most, one.own, one.others] == [400.0, 380.0, 420.0, 100.0, 300.0]
    (both,) = add_savings(((one,), (one,)))
    assert (both.city, both.own) == (800.0, 200.0)


def test_an_enterprise_without_a_plan_at_one_level_has_no_winter() -> None:
    one = saving_of(outcome(BASE, 9.0, 9.0), firms(), outcome("upgrade-E1", 8.0, 8.0), firms())
    assert add_savings(((one,), ())) == ()
