"""Other solvers on the very same model, straight through MathOpt or PuLP: what ours is measured against."""

import time
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import numpy as np

from planner.problem import PlanProblem
from planner.solve.mathopt_edge import Program, highs_options, program_proto
from planner.solve.model import build_model
from planner.solve.rival_cbc import solve_with_cbc
from planner.solve.settings import SolveSettings
from planner.solve.shortfall import least_shortfall

__all__ = ["Rival", "RivalAnswer", "solve_directly"]


class Rival(StrEnum):
    """The solvers that OR-Tools brings and that take integer programs, and CBC, which PuLP brings."""

    HIGHS = "highs"
    SCIP = "scip"
    CP_SAT = "cp_sat"
    CBC = "cbc"


TYPES = {Rival.HIGHS: "HIGHS", Rival.SCIP: "GSCIP", Rival.CP_SAT: "CP_SAT"}
"""Names of MathOpt's solver types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalAnswer:
    """Objective (None: no plan found) and bound in yuan, seconds of the solve alone, whether the cap ended it."""

    objective: float | None
    bound: float | None
    seconds: float
    capped: bool


def solve_directly(problem: PlanProblem, rival: Rival, gap: float, cap_seconds: float) -> RivalAnswer:
    """The cost stage in full, handed over as it is; one thread, default settings but for the gap and the cap.

    A time limit is used here and nowhere else: what it ends is a measurement and no plan.

    Raises:
        ModuleNotFoundError: `cbc` without the extra `bench`.
    """
    program = _whole_program(problem)
    if rival is Rival.CBC:
        objective, bound, seconds = solve_with_cbc(program, gap, cap_seconds)
        capped = seconds >= cap_seconds
        return RivalAnswer(objective=objective, bound=bound, seconds=min(seconds, cap_seconds), capped=capped)
    return _by_mathopt(program, rival, gap, cap_seconds)


def _by_mathopt(program: Program, rival: Rival, gap: float, cap_seconds: float) -> RivalAnswer:
    from ortools.math_opt.python import mathopt  # noqa: PLC0415 - loaded when it is used, as in mathopt_edge

    given = mathopt.Model.from_model_proto(program_proto(program))
    limit = timedelta(seconds=cap_seconds)
    params = mathopt.SolveParameters(relative_gap_tolerance=gap, time_limit=limit)
    if rival is Rival.HIGHS:
        params.highs = highs_options(seed=0)
    else:
        params.threads = 1
    began = time.perf_counter()
    result = mathopt.solve(given, mathopt.SolverType[TYPES[rival]], params=params)
    seconds = time.perf_counter() - began
    bounds = result.termination.objective_bounds
    found = result.has_primal_feasible_solution()
    capped = result.termination.reason is not mathopt.TerminationReason.OPTIMAL
    return RivalAnswer(
        objective=float(result.objective_value()) if found else None,
        bound=float(bounds.dual_bound) if np.isfinite(bounds.dual_bound) else None,
        seconds=cap_seconds if capped else seconds,
        capped=capped,
    )


def _whole_program(problem: PlanProblem) -> Program:
    """Every row and column of the cost stage."""
    allowed = least_shortfall(problem, SolveSettings())
    model = build_model(problem, allowed.share if allowed else None)
    return Program(
        cost=model.cost,
        offset=model.offset,
        low=np.zeros(len(model.cost)),
        high=model.cap,
        is_integer=model.is_integer,
        matrix=model.matrix,
        lower=model.lower,
        upper=model.upper,
    )
