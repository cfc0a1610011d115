"""The one door to OR-Tools: linear and integer programs as arrays, answers as records.

HiGHS through MathOpt gives right duals and true bounds; `model_builder.Solver('highs')` of 9.15 does not (a test with
a known dual guards this). OR-Tools is loaded when it is first used: warnings are issued, adjusted and lifted where it
cannot be loaded at all.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from planner.problem.records import Flags, Floats

if TYPE_CHECKING:
    from ortools.math_opt import model_pb2, sparse_containers_pb2
    from ortools.math_opt.python import mathopt
    from ortools.math_opt.solvers import highs_pb2

__all__ = ["Answer", "Program", "highs_options", "program_proto", "solve_program"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Program:
    """min cost @ x + offset, lower <= matrix @ x <= upper, low <= x <= high, integer where `is_integer`."""

    cost: Floats
    offset: float
    low: Floats
    high: Floats
    is_integer: Flags
    matrix: sparse.csr_array
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answer:
    """What the solver says.

    Attributes:
        feasible: whether `values` holds a solution; infeasible: whether there is proven to be none.
        bound: proven lower bound of the objective, -inf where there is none.
        duals: (rows,) for linear programs, else empty.
    """

    feasible: bool
    infeasible: bool
    values: Floats
    bound: float
    duals: Floats
    termination: str


def solve_program(program: Program, *, gap: float, seed: int, node_limit: int, enough: float | None = None) -> Answer:
    """The answer of HiGHS on one thread with counted limits.

    Args:
        gap: relative gap at which an integer search stops.
        seed: random seed.
        node_limit: nodes of branch and bound.
        enough: objective at which an integer search may stop, being good enough for the caller.
    """
    from ortools.math_opt.python import mathopt  # noqa: PLC0415 - see the head of the file

    model = mathopt.Model.from_model_proto(program_proto(program))
    integer = bool(program.is_integer.any())
    params = _integer(gap, seed, node_limit, enough) if integer else mathopt.SolveParameters(highs=highs_options(seed))
    try:
        result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=params)
    except Exception as error:  # noqa: BLE001 - 9.15 turns an inner error of HiGHS into whatever its own door raises
        none = np.zeros(0)
        return Answer(
            feasible=False, infeasible=False, values=none, bound=-np.inf, duals=none, termination=type(error).__name__
        )
    feasible = result.has_primal_feasible_solution()
    values = np.array(result.variable_values(list(model.variables()))) if feasible else np.zeros(0)
    has_duals = not integer and result.has_dual_feasible_solution()
    duals = np.array(result.dual_values(list(model.linear_constraints()))) if has_duals else np.zeros(0)
    return Answer(
        feasible=feasible,
        infeasible=result.termination.reason is mathopt.TerminationReason.INFEASIBLE,
        values=values,
        bound=float(result.termination.objective_bounds.dual_bound),
        duals=duals,
        termination=str(result.termination.reason.name).lower(),
    )


def highs_options(seed: int) -> "highs_pb2.HighsOptionsProto":
    """One thread, nothing printed."""
    from ortools.math_opt.solvers import highs_pb2  # noqa: PLC0415 - see the head of the file

    return highs_pb2.HighsOptionsProto(
        string_options={"parallel": "off"},
        bool_options={"output_flag": False, "log_to_console": False},
        int_options={"threads": 1, "random_seed": seed % 2**31},
    )


def _integer(gap: float, seed: int, node_limit: int, enough: float | None) -> "mathopt.SolveParameters":
    from ortools.math_opt.python import mathopt  # noqa: PLC0415 - see the head of the file

    options = highs_options(seed)
    if enough is not None:
        options.double_options["objective_target"] = enough
    return mathopt.SolveParameters(
        relative_gap_tolerance=gap, absolute_gap_tolerance=0.0, node_limit=node_limit, highs=options
    )


def program_proto(program: Program) -> "model_pb2.ModelProto":
    """The program as MathOpt's own message, made of whole arrays."""
    from ortools.math_opt import model_pb2  # noqa: PLC0415 - see the head of the file

    proto = model_pb2.ModelProto()
    count, rows = len(program.cost), len(program.lower)
    proto.variables.ids.extend(range(count))
    proto.variables.lower_bounds.extend(program.low.tolist())
    proto.variables.upper_bounds.extend(program.high.tolist())
    proto.variables.integers.extend(program.is_integer.tolist())
    proto.objective.offset = program.offset
    costly = np.flatnonzero(program.cost)
    proto.objective.linear_coefficients.ids.extend(costly.tolist())
    proto.objective.linear_coefficients.values.extend(program.cost[costly].tolist())
    proto.linear_constraints.ids.extend(range(rows))
    proto.linear_constraints.lower_bounds.extend(program.lower.tolist())
    proto.linear_constraints.upper_bounds.extend(program.upper.tolist())
    proto.linear_constraint_matrix.CopyFrom(_matrix(program.matrix))
    return proto


def _matrix(matrix: sparse.csr_array) -> "sparse_containers_pb2.SparseDoubleMatrixProto":
    from ortools.math_opt import sparse_containers_pb2  # noqa: PLC0415 - see the head of the file

    ordered = matrix.tocsr()
    ordered.sum_duplicates()
    ordered.sort_indices()
    row = np.repeat(np.arange(ordered.shape[0]), np.diff(ordered.indptr))
    filled = ordered.data != 0.0
    return sparse_containers_pb2.SparseDoubleMatrixProto(
        row_ids=row[filled].tolist(),
        column_ids=ordered.indices[filled].tolist(),
        coefficients=ordered.data[filled].tolist(),
    )
