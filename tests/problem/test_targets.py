"""What the level asks of the whole society."""

import numpy as np
import pytest

from planner.problem import build_problem
from planner.problem.targets import find_targets
from planner.terms import Level, Mode
from tests.problem.reading import rules_with, rules_without
from tests.tiny import alert, inventory, rest, rules_in_force

ALL = np.full(4, 100.0)


@pytest.mark.parametrize(("level", "share"), [(Level.YELLOW, 0.1), (Level.ORANGE, 0.2), (Level.RED, 0.3)])
def test_pm_and_vocs_each_reach_the_share_of_the_level(level: Level, share: float) -> None:
    targets = find_targets(rules_in_force(), level, ALL)
    assert (targets.share.tolist(), targets.level_share) == ([0.0, 0.0, share, share], share)
    assert targets.exchange_sum_share == pytest.approx(2 * share)


def test_the_floor_of_the_exchange_holds_for_so2_and_nox_each() -> None:
    rules = rules_with("national.reduction.exchange.pollutant_floor", value=0.05)
    assert find_targets(rules, Level.ORANGE, ALL).share.tolist() == [0.05, 0.05, 0.2, 0.2]


def test_half_of_the_share_is_warned_of() -> None:
    assert find_targets(rules_in_force(), Level.ORANGE, ALL).warning_share == pytest.approx(0.1)


@pytest.mark.parametrize("absent", [2, 3])
def test_a_pollutant_without_a_base_asks_nothing(absent: int) -> None:
    base = ALL.copy()
    base[absent] = 0.0
    assert find_targets(rules_in_force(), Level.ORANGE, base).share[absent] == 0.0


@pytest.mark.parametrize("absent", [0, 1])
def test_without_so2_or_nox_the_other_reaches_the_share_alone(absent: int) -> None:
    base = ALL.copy()
    base[absent] = 0.0
    assert find_targets(rules_in_force(), Level.ORANGE, base).exchange_sum_share == pytest.approx(0.2)


def test_without_any_emission_nothing_is_asked() -> None:
    targets = find_targets(rules_in_force(), Level.RED, np.zeros(4))
    assert (targets.share.tolist(), targets.exchange_sum_share) == ([0.0] * 4, 0.0)


@pytest.mark.parametrize(
    "missing",
    [
        "national.reduction.share.orange",
        "national.reduction.exchange.sum.orange",
        "national.reduction.exchange.pollutant_floor",
        "national.reduction.exchange.warning_factor",
    ],
)
def test_a_cut_without_its_rule_is_refused_by_name(missing: str) -> None:
    with pytest.raises(KeyError, match=missing):
        build_problem(inventory(rest(pm=1.0)), rules_without(missing), alert(), Mode.DESIGN)
