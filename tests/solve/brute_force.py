"""The cheapest plan of a tiny city by looking at every one, with no solver and no model."""

from collections.abc import Iterator
from itertools import combinations, product
from math import fsum

import numpy as np

from planner.problem import NO_INDEX, PlanProblem

Best = tuple[float, float]


def best_by_looking(problem: PlanProblem) -> Best:
    """(missing share in points, cost in yuan) of the best plan."""
    return min(worth(problem, chosen) for chosen in every_plan(problem))


def every_plan(problem: PlanProblem) -> Iterator[np.ndarray]:
    """The chosen options of every plan that keeps menus, share rules, equal treatment and grade order."""
    for steps in product(*[np.flatnonzero(allowed) for allowed in problem.cohorts.allowed]):
        if _rises(problem, steps):
            for chosen in product(*[_choices(problem, index, steps) for index in range(problem.sources.count)]):
                plan = np.array(chosen)
                if _lines_fit(problem, plan, steps) and _share_rules_hold(problem, plan):
                    yield plan


def _choices(problem: PlanProblem, index: int, steps: tuple[int, ...]) -> list[int]:
    sources = problem.sources
    if sources.cohort[index] != NO_INDEX and sources.unit[index] == NO_INDEX:
        return [int(sources.step_option[index, steps[sources.cohort[index]]])]
    return list(range(int(sources.first_option[index]), int(sources.first_option[index + 1])))


def _rises(problem: PlanProblem, steps: tuple[int, ...]) -> bool:
    cohorts = problem.cohorts
    pairs = combinations(range(cohorts.count), 2)
    return not any(
        cohorts.group[one] == cohorts.group[two]
        and (cohorts.rank[one] - cohorts.rank[two]) * (steps[one] - steps[two]) < 0
        for one, two in pairs
    )


def _lines_fit(problem: PlanProblem, plan: np.ndarray, steps: tuple[int, ...]) -> bool:
    units = problem.units
    for unit in range(units.count):
        halted = int(problem.options.halts[plan[problem.sources.unit == unit]].sum())
        step = steps[units.cohort[unit]]
        if not _on_days(problem, plan[problem.sources.unit == unit], step):
            return False
        if not units.halts_min[unit, step] <= halted <= units.halts_max[unit, step]:
            return False
    return True


def _on_days(problem: PlanProblem, options: np.ndarray, step: int) -> bool:
    days, first = problem.days, set(problem.sources.first_option.tolist())
    return days is None or all(
        days.form[option] == days.step_form[step]
        for option in options.tolist()
        if problem.options.halts[option] and option not in first
    )


def _share_rules_hold(problem: PlanProblem, plan: np.ndarray) -> bool:
    rules = problem.share_rules
    spans = zip(rules.first_member[:-1], rules.first_member[1:], strict=True)
    return all(
        float(rules.weight[start:end] @ problem.options.halts[plan[rules.member[start:end]]]) >= required
        for (start, end), required in zip(spans, rules.required, strict=True)
    )


def worth(problem: PlanProblem, plan: np.ndarray) -> Best:
    """(missing share in points, cost in yuan) of a plan."""
    base = [fsum(column) for column in problem.sources.base_kg_per_day.T]
    taken = [fsum(column) for column in problem.options.reduction_kg_per_day[plan].T]
    share = [cut / whole if whole else 0.0 for cut, whole in zip(taken, base, strict=True)]
    gaps = [target - got for target, got in zip(problem.targets.share, share, strict=True)]
    gaps.append(problem.targets.exchange_sum_share - share[0] - share[1])
    return round(100.0 * fsum(gap for gap in gaps if gap > 0.0), 9), round(fsum(problem.options.cost_yuan[plan]), 4)
