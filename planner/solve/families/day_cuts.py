"""Family 12: the city's cuts on each day of an episode."""

import numpy as np

from planner.problem import PlanProblem
from planner.problem.records import Floats
from planner.solve.families.cuts import option_shares
from planner.solve.rows import CUT_ROWS, SHARE_SCALE, Columns, Row, cut_names, row_block, taken_constants

__all__ = ["cut_shares", "cut_targets", "day_cut_rows"]


def day_cut_rows(problem: PlanProblem, columns: Columns) -> Row:
    """sum of f[o, d] * r[o, p] / B[p] * take[o] + short[p, d] >= t[p] on every day d, and so for SO2 and NOx summed.

    Symbols: r[o, p] kg/d that option o takes from pollutant p once it is real, f[o, d] the part of it that is real on
    day d (no unit), B[p] kg/d of the whole society, t[p] share; a row holds hundredths of a percent. Reductions that
    are not up for choice count on the right-hand side. No row where the episode is not looked at day by day.
    Reference: rules national.reduction.share.* and national.reduction.exchange.*; design.md family 12.
    """
    if problem.days is None:
        empty = np.zeros(0)
        return row_block("day_cut", (), (empty, empty), [])
    names, shares = cut_names(problem), cut_shares(problem)
    constants = taken_constants(columns)
    already = shares[constants].sum(axis=0) if len(constants) else np.zeros(len(names))
    row, option = np.nonzero(shares.T)
    entries = [
        (row, columns.option[option], shares[option, row] * SHARE_SCALE),
        (np.arange(len(names)), columns.shortfall, np.full(len(names), SHARE_SCALE)),
    ]
    lower = (cut_targets(problem) - already) * SHARE_SCALE
    named = tuple(f"day_cut[{name}]" for name in names)
    return row_block("day_cut", named, (lower, np.full(len(names), np.inf)), entries)


def cut_shares(problem: PlanProblem) -> Floats:
    """(m, k) share of the base that each option takes, a column a cut row, on each day where there are days."""
    days = problem.days
    if days is None:
        return option_shares(problem)
    full = option_shares(problem, days.full_kg_per_day)
    return np.asarray((days.real_share()[:, :, None] * full[:, None, :]).reshape(len(full), -1))


def cut_targets(problem: PlanProblem) -> Floats:
    """(k,) share of the base that each cut row asks."""
    asked = np.append(problem.targets.share, problem.targets.exchange_sum_share)
    return np.tile(asked, len(cut_names(problem)) // len(CUT_ROWS))
