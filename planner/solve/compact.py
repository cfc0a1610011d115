"""The model without what follows: options that a required share decides are replaced by the steps themselves."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Flags, Floats
from planner.solve.families.equal_treatment import linked_options
from planner.solve.model import LinearModel

__all__ = ["CompactModel", "compact"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CompactModel:
    """The same problem over fewer columns: x_full = spread @ x.

    Attributes:
        spread: (k_full, k) 0/1 matrix.
        cut_rows: position of the cut rows among the kept rows (the last ones).
    """

    cost: Floats
    offset: float
    cap: Floats
    is_integer: Flags
    matrix: sparse.csr_array
    lower: Floats
    upper: Floats
    spread: sparse.csr_array


def compact(problem: PlanProblem, model: LinearModel) -> CompactModel:
    """An equivalent model in which each linked option is the sum of the steps that take it.

    Exact: the equal-treatment rows are the definition of these sums, and a linked source's one_option row follows from
    its cohort's one_step row, so both leave.
    """
    spread = _spread(problem, model)
    kept_rows = _kept_rows(problem, model)
    matrix = sparse.csr_array(model.matrix[kept_rows] @ spread)
    kept_columns = np.flatnonzero(np.diff(spread.tocsc().indptr) > 0)
    return CompactModel(
        cost=np.asarray(spread.T @ model.cost)[kept_columns],
        offset=model.offset,
        cap=model.cap[kept_columns],
        is_integer=model.is_integer[kept_columns],
        matrix=sparse.csr_array(matrix[:, kept_columns]),
        lower=model.lower[kept_rows],
        upper=model.upper[kept_rows],
        spread=sparse.csr_array(spread[:, kept_columns]),
    )


def _spread(problem: PlanProblem, model: LinearModel) -> sparse.csr_array:
    """(k, k) identity, but for linked options, whose rows name their steps."""
    columns, linked = model.columns, linked_options(problem, model.columns)
    own = np.ones(columns.count, dtype=bool)
    own[columns.option[linked]] = False
    identity = np.flatnonzero(own)
    source, step = np.nonzero(problem.sources.step_option != NO_INDEX)
    row = columns.option[problem.sources.step_option[source, step]]
    column = columns.step[problem.sources.cohort[source], step]
    real = (row != NO_INDEX) & (column != NO_INDEX)
    rows, cols = np.concatenate([identity, row[real]]), np.concatenate([identity, column[real]])
    return sparse.csr_array((np.ones(len(rows)), (rows, cols)), shape=(columns.count, columns.count))


def _kept_rows(problem: PlanProblem, model: LinearModel) -> np.ndarray:
    kept, start = [], 0
    follows = (problem.sources.cohort != NO_INDEX) & (problem.sources.unit == NO_INDEX)
    for block in model.blocks:
        rows = np.arange(start, start + len(block.names))
        start += len(rows)
        if block.family == "one_option":
            used = np.flatnonzero(model.columns.option != NO_INDEX)
            sources = np.unique(problem.options.source[used])
            rows = rows[~follows[sources]]
        if block.family != "equal_treatment":
            kept.append(rows)
    return np.concatenate(kept)
