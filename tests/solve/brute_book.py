"""The cheapest nested book of a tiny city by looking at every one: no solver, no model, none of the maker's code."""

from math import inf

import numpy as np

from planner.problem import PlanProblem
from tests.solve.brute_force import Best, every_plan, worth

Plans = list[tuple[Best, np.ndarray]]


def best_book_by_looking(problems: tuple[PlanProblem, ...], weights: tuple[float, ...] = (1.0, 1.0, 1.0)) -> Best:
    """(missing share of the three levels in points, weighted cost in yuan) of the best nested book."""
    plans = [_plans(problem) for problem in problems]
    fits = {(a, b): _fits(problems[a], plans[a], problems[b], plans[b]) for a, b in ((0, 1), (1, 2), (0, 2))}
    best = (inf, inf)
    for middle, (own, _) in enumerate(plans[1]):
        yellows, reds = np.flatnonzero(fits[0, 1][:, middle]), np.flatnonzero(fits[1, 2][middle])
        for yellow in yellows.tolist():
            for red in reds[fits[0, 2][yellow, reds]][:1].tolist():
                parts = (plans[0][yellow][0], own, plans[2][red][0])
                cost = sum(weight * part[1] for weight, part in zip(weights, parts, strict=True))
                best = min(best, (round(sum(part[0] for part in parts), 9), round(cost, 4)))
    return best


def nests(laxer: PlanProblem, one: np.ndarray, stricter: PlanProblem, two: np.ndarray) -> bool:
    """Whether what is chosen at the laxer level stands at the stricter one, as far as its menu goes."""
    first, second = laxer.sources.first_option, stricter.sources.first_option
    for index in range(laxer.sources.count):
        kept = float(laxer.options.kept_share[one[index]])
        deepest = float(stricter.options.kept_share[second[index] : second[index + 1]].min())
        asked = max(kept, deepest)
        if one[index] != first[index] and float(stricter.options.kept_share[two[index]]) > asked:
            return False
    return True


def _plans(problem: PlanProblem) -> Plans:
    """Every plan with its worth, the best first."""
    found = [(worth(problem, chosen), chosen) for chosen in every_plan(problem)]
    return sorted(found, key=lambda item: item[0])


def _fits(laxer: PlanProblem, ones: Plans, stricter: PlanProblem, twos: Plans) -> np.ndarray:
    return np.array([[nests(laxer, one, stricter, two) for _, two in twos] for _, one in ones], dtype=bool)
