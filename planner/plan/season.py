"""How even the winter's hours are inside their groups, and what each option does to that."""

from math import fsum

import numpy as np

from planner.plan.records import SolveReport
from planner.problem import PlanProblem
from planner.problem.records import Floats, Indices
from planner.terms import SourceKind

__all__ = ["season_price", "season_weights", "unevenness"]

HOURS_PER_DAY = 24.0


def season_weights(problem: PlanProblem) -> Floats:
    """(m,) hours squared: what each option puts on its line above the mean that its group stood at before.

    (a + h)^2, a the hours by which the line lies above (below: negative) the mean of the lines of its county, industry,
    sub-process and grade before the episode, h the hours that the option stops it for over the episode, a limited hour
    counted by the share given up. 0 for fleets, sites and the rest, and where the problem holds no season hours.
    """
    if problem.season is None:
        return np.zeros(problem.options.count)
    sources, options = problem.sources, problem.options
    is_line = np.isin(sources.kind, [str(SourceKind.LINE), str(SourceKind.BOILER)])
    above = problem.season.stopped_hours - _group_mean(problem, is_line)
    hours = (1.0 - options.kept_share) * HOURS_PER_DAY * problem.header.duration_days
    return np.where(is_line[options.source], (above[options.source] + hours) ** 2, 0.0)


def unevenness(problem: PlanProblem, chosen: Indices) -> float:
    """Sum of the season weights of the chosen options (n,), hours squared, correctly rounded."""
    return fsum(season_weights(problem)[chosen].tolist())


def season_price(problem: PlanProblem, objective_yuan: float, report: SolveReport) -> float | None:
    """What evening the hours costs beyond the cheapest plan found, yuan; None without season hours."""
    cheapest = next((item.value for item in report.stages if item.name == "cost"), objective_yuan)
    return None if problem.season is None else objective_yuan - cheapest


def _group_mean(problem: PlanProblem, is_line: np.ndarray) -> Floats:
    """(n,) the mean hours of each source's group; lines of another kind of source stand in none."""
    assert problem.season is not None  # noqa: S101 - the caller has looked
    sources = problem.sources
    industry = np.where(np.array(sources.key_industry) == "none", sources.industry_code, sources.key_industry)
    parts = zip(sources.county_code, industry.tolist(), sources.sub_process, sources.grade, strict=True)
    keys = np.array(["/".join(cells) for cells in parts], dtype=object)
    _, group = np.unique(keys, return_inverse=True)
    count = np.bincount(group, weights=is_line)
    total = np.bincount(group, weights=problem.season.stopped_hours * is_line)
    return np.divide(total, count, out=np.zeros_like(total), where=count > 0.0)[group]
