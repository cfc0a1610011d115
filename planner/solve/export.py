"""The cost stage as MPS text, in full and with exact coefficients, for any outside solver."""

import numpy as np

from planner.problem import PlanProblem
from planner.solve.model import LinearModel, build_model
from planner.solve.settings import SolveSettings
from planner.solve.shortfall import least_shortfall

__all__ = ["model_to_mps"]

OBJECTIVE = "cost_yuan"


def model_to_mps(problem: PlanProblem, settings: SolveSettings) -> str:
    """Free-format MPS of the cost stage before any fixing; floats in shortest exact form.

    Costs of sources without a choice stand as the objective's constant (the negated right-hand side of its row).
    Where the cuts cannot all be met the shortfall columns carry the least shortfall as their upper bound.
    """
    allowed = least_shortfall(problem, settings)
    model = build_model(problem, allowed.share if allowed else None)
    return "\n".join([*_rows(model), *_columns(model), *_sides(model), *_bounds(model), "ENDATA", ""])


def _rows(model: LinearModel) -> list[str]:
    kinds = np.where(model.lower == model.upper, "E", np.where(np.isinf(model.upper), "G", "L"))
    return ["NAME planner FREE", "ROWS", f" N {OBJECTIVE}"] + [
        f" {kind} {_name(name)}" for kind, name in zip(kinds, model.row_names, strict=True)
    ]


def _columns(model: LinearModel) -> list[str]:
    names, by_column = model.row_names, model.matrix.tocsc()
    lines = ["COLUMNS", " MARKER 'MARKER' 'INTORG'"]
    for index, column in enumerate(model.columns.names):
        if index == model.columns.continuous[0]:
            lines.append(" MARKER 'MARKER' 'INTEND'")
        if model.cost[index] != 0.0 or by_column.indptr[index] == by_column.indptr[index + 1]:
            lines.append(f" {_name(column)} {OBJECTIVE} {float(model.cost[index])!r}")
        span = slice(by_column.indptr[index], by_column.indptr[index + 1])
        for row, value in zip(by_column.indices[span], by_column.data[span], strict=True):
            lines.append(f" {_name(column)} {_name(names[row])} {float(value)!r}")
    return lines


def _sides(model: LinearModel) -> list[str]:
    sides = np.where(np.isinf(model.lower), model.upper, model.lower)
    lines = ["RHS", f" RHS {OBJECTIVE} {-model.offset!r}"]
    return lines + [
        f" RHS {_name(name)} {float(side)!r}" for name, side in zip(model.row_names, sides, strict=True) if side != 0.0
    ]


def _bounds(model: LinearModel) -> list[str]:
    return ["BOUNDS"] + [
        f" UP BND {_name(name)} {float(cap)!r}" for name, cap in zip(model.columns.names, model.cap, strict=True)
    ]


def _name(name: str) -> str:
    """MPS names hold no blanks."""
    return name.replace(" ", "_")
