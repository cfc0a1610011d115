"""The stages of the objective, in order: missing share, cost, and a total tie-break among equal costs."""

from collections.abc import Callable

import numpy as np

from planner.plan import (
    Plan,
    Result,
    SolveReport,
    StageReport,
    Status,
    assemble_plan,
    missing_points,
    relative_gap,
    status_of,
)
from planner.problem import PlanProblem
from planner.problem.records import SHARE_TOLERANCE, Floats
from planner.solve.compact import CompactModel, compact
from planner.solve.model import LinearModel, build_model, read_choice
from planner.solve.proof import Proof, prove
from planner.solve.rows import CUT_ROWS, SHARE_SCALE
from planner.solve.settings import SolveSettings, ortools_version
from planner.solve.shortfall import exact_shortfall, least_shortfall
from planner.solve.tie_break import break_ties

__all__ = ["solve_problem"]

Progress = Callable[[str], None]


def solve_problem(problem: PlanProblem, settings: SolveSettings, progress: Progress | None = None) -> Result:
    """The cheapest plan that misses the least, with its bound.

    Returns:
        status `optimal` or `feasible` with the cuts met; `infeasible` with the nearest plan where they cannot all be
        met; `unknown` without a plan where the counted limits ran out first.
    """
    tell = progress or (lambda _: None)
    tell("shortfall")
    allowed = least_shortfall(problem, settings)
    if allowed is None:
        return Result(status=Status.UNKNOWN, plan=None, report=None)
    tell("cost")
    model = build_model(problem, allowed.share)
    small = compact(problem, model)
    proof = prove(small, settings, _judge(problem, model, small, allowed.share))
    if proof.values is None:
        return Result(status=Status.UNKNOWN, plan=None, report=None)
    tell("tie_break")
    values = break_ties(small, proof, settings, _judge(problem, model, small, allowed.share))
    chosen = read_choice(problem, model.columns, np.asarray(small.spread @ values))
    return _result(assemble_plan(problem, chosen), proof, allowed.bound, settings)


def _judge(
    problem: PlanProblem, model: LinearModel, small: CompactModel, allowed: Floats
) -> Callable[[Floats], Floats]:
    def missing(values: Floats) -> Floats:
        chosen = read_choice(problem, model.columns, np.asarray(small.spread @ values))
        rows = np.zeros(len(small.lower))
        short = exact_shortfall(problem, chosen) - allowed
        rows[-len(CUT_ROWS) :] = np.where(short > SHARE_TOLERANCE, short, 0.0) * SHARE_SCALE
        return rows

    return missing


def _result(plan: Plan, proof: Proof, least_points: float, settings: SolveSettings) -> Result:
    bound = min(proof.bound, plan.objective_yuan)
    gap = relative_gap(plan.objective_yuan, bound)
    points = missing_points(plan)
    missing = StageReport(name="shortfall", value=points, bound=min(points, least_points))
    cost = StageReport(name="cost", value=plan.objective_yuan, bound=bound)
    report = SolveReport(
        bound_yuan=bound,
        gap=gap,
        stages=(missing, cost),
        termination=proof.termination,
        solver_version=ortools_version(),
        seed=settings.seed,
    )
    return Result(status=status_of(plan, gap), plan=plan, report=report)
