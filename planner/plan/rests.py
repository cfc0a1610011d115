"""An off-peak plan: how many weeks each group rests, from which week on each line, and what that comes to."""

from dataclasses import dataclass
from math import fsum

import numpy as np

from planner.problem import RestProblem
from planner.problem.records import Floats
from planner.problem.rests import WEEK_DAYS

__all__ = ["RestAccount", "RestChoice", "RestPlan", "rest_account", "weekly_fall"]

NO_WEEK = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class RestChoice:
    """What a search says: weeks of each group, and what no plan costs less than."""

    weeks: tuple[int, ...]
    bound_yuan: float
    solver_version: str
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestPlan:
    """The plan.

    Attributes:
        choice: weeks of each group, with the bound.
        first_week: by line in order of source_id: place of its first week of rest, -1 where it does not rest.
    """

    choice: RestChoice
    first_week: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestAccount:
    """What a plan comes to over the winter.

    Attributes:
        fall_kg, fall_share: by pollutant in POLLUTANTS order.
        gap: (cost - bound) / max(1, cost).
        lines, enterprises: how many rest.
        least_week_share, most_week_share: the smallest and largest fall of a week, by pollutant, of a normal week.
    """

    cost_yuan: float
    gap: float
    fall_kg: tuple[float, ...]
    fall_share: tuple[float, ...]
    lines: int
    enterprises: int
    least_week_share: tuple[float, ...]
    most_week_share: tuple[float, ...]


def rest_account(problem: RestProblem, plan: RestPlan) -> RestAccount:
    """The account of a plan, by exact sums."""
    lines = problem.lines
    weeks = [plan.choice.weeks[group] for group in lines.group.tolist()]
    rests = [at for at, count in enumerate(weeks) if count]
    days = [WEEK_DAYS * count for count in weeks]
    cost = fsum(lines.cost_yuan_per_day[at] * days[at] + lines.restart_yuan[at] for at in rests)
    fall = tuple(fsum(column[at] * days[at] for at in rests) for column in lines.fall_kg_per_day.T)
    whole = np.maximum(problem.base_kg_per_day, np.finfo(float).tiny)
    each = weekly_fall(problem, plan) / (whole * WEEK_DAYS)
    return RestAccount(
        cost_yuan=cost,
        gap=(cost - plan.choice.bound_yuan) / max(1.0, cost),
        fall_kg=fall,
        fall_share=tuple((np.array(fall) / (whole * problem.terms.days)).tolist()),
        lines=len(rests),
        enterprises=len({lines.enterprise_id[at] for at in rests}),
        least_week_share=tuple(each.min(axis=0).tolist()),
        most_week_share=tuple(each.max(axis=0).tolist()),
    )


def weekly_fall(problem: RestProblem, plan: RestPlan) -> Floats:
    """(w, p) kilograms that fall away in each week of the winter."""
    fall = np.zeros((problem.terms.weeks, problem.lines.fall_kg_per_day.shape[1]))
    for at, (group, first) in enumerate(zip(problem.lines.group.tolist(), plan.first_week, strict=True)):
        if first != NO_WEEK:
            fall[first : first + plan.choice.weeks[group]] += WEEK_DAYS * problem.lines.fall_kg_per_day[at]
    return fall
