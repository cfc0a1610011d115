"""The rate of each source from the rates of its groups."""

import numpy as np

from planner.problem.records import Floats, PlanProblem
from planner.problem.robust import RateRow

__all__ = ["rates_of", "strange_groups"]


def rates_of(problem: PlanProblem, rows: tuple[RateRow, ...]) -> Floats:
    """(n,) the lowest rate of the county, key industry and grade of each source; else that of all, else nan."""
    rate = np.full(problem.sources.count, np.inf)
    for row in rows:
        if row.by != "all":
            rate[_members(problem, row)] = np.minimum(rate[_members(problem, row)], row.rate)
    whole = next((row.rate for row in rows if row.by == "all"), np.nan)
    return np.where(np.isinf(rate), whole, rate)


def strange_groups(problem: PlanProblem, rows: tuple[RateRow, ...]) -> tuple[RateRow, ...]:
    """The rows that name a group without any source."""
    return tuple(row for row in rows if row.by != "all" and not _members(problem, row).any())


def _members(problem: PlanProblem, row: RateRow) -> np.ndarray:
    sources = problem.sources
    columns = {"county": sources.county_code, "industry": sources.key_industry, "grade": sources.grade}
    return np.asarray(np.array(columns[row.by], dtype=object) == row.code)
