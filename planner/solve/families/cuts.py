"""Family 4: the city's cuts."""

import numpy as np

from planner.problem import PlanProblem
from planner.problem.records import Floats
from planner.solve.rows import CUT_ROWS, SHARE_SCALE, Columns, Row, row_block, taken_constants
from planner.terms import POLLUTANTS

__all__ = ["cut_rows", "option_shares"]


def cut_rows(problem: PlanProblem, columns: Columns) -> Row:
    """sum of r[o, p] / B[p] * take[o] + short[p] >= t[p], and the same summed over SO2 and NOx >= the exchange sum.

    Symbols: r[o, p] kg/d that option o takes from pollutant p, B[p] kg/d of the whole society, t[p] share; a row holds
    hundredths of a percent. Reductions that are not up for choice count on the right-hand side. Where the episode is
    looked at day by day there is no row of the mean day: see day_cuts.
    Reference: rules national.reduction.share.* and national.reduction.exchange.*.
    """
    if problem.days is not None:
        return row_block("cut", (), (np.zeros(0), np.zeros(0)), [])
    shares = option_shares(problem)
    constants = taken_constants(columns)
    already = shares[constants].sum(axis=0) if len(constants) else np.zeros(len(CUT_ROWS))
    targets = np.append(problem.targets.share, problem.targets.exchange_sum_share)
    row = np.repeat(np.arange(len(CUT_ROWS)), problem.options.count)
    column = np.tile(columns.option, len(CUT_ROWS))
    value = shares.T.ravel() * SHARE_SCALE
    filled = value != 0.0
    entries = [
        (row[filled], column[filled], value[filled]),
        (np.arange(len(CUT_ROWS)), columns.shortfall, np.full(len(CUT_ROWS), SHARE_SCALE)),
    ]
    names = tuple(f"cut[{name}]" for name in CUT_ROWS)
    return row_block("cut", names, ((targets - already) * SHARE_SCALE, np.full(len(CUT_ROWS), np.inf)), entries)


def option_shares(problem: PlanProblem, kilograms: Floats | None = None) -> Floats:
    """(m, 5) share of the base that each option takes, a column a cut row; of other `kilograms` (m, p) where given."""
    base = problem.sources.base_kg_per_day.sum(axis=0)
    reduction = problem.options.reduction_kg_per_day if kilograms is None else kilograms
    shares = np.divide(reduction, base, out=np.zeros_like(reduction), where=base > 0.0)
    traded = [index for index, item in enumerate(POLLUTANTS) if item in ("so2", "nox")]
    return np.column_stack([shares, shares[:, traded].sum(axis=1)])
