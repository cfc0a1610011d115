"""The stages of the objective, in order: missing share, cost, and a total tie-break among equal costs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

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
from planner.problem.records import SHARE_TOLERANCE, Floats, Indices
from planner.solve.blocks import falls_apart, make_blocks
from planner.solve.compact import CompactModel, compact
from planner.solve.cut_shares import binding_cuts
from planner.solve.model import LinearModel, build_model, read_choice
from planner.solve.proof import prove
from planner.solve.rounds import BlockSearch, PlanProof
from planner.solve.rows import CUT_ROWS, SHARE_SCALE
from planner.solve.settings import SolveSettings, ortools_version
from planner.solve.shortfall import exact_shortfall, least_shortfall
from planner.solve.stopping import Stop
from planner.solve.tie_break import break_ties

__all__ = ["solve_problem"]

Progress = Callable[[str], None]


def solve_problem(
    problem: PlanProblem, settings: SolveSettings, progress: Progress | None = None, stop: Stop | None = None
) -> Result:
    """The cheapest plan that misses the least, with its bound.

    Args:
        progress: told the name of each stage as it begins.
        stop: by which another thread calls the search off.

    Returns:
        status `optimal` or `feasible` with the cuts met; `infeasible` with the nearest plan where they cannot all be
        met; `unknown` without a plan where the counted limits ran out first or the search was called off.
    """
    tell, halt = progress or (lambda _: None), stop or Stop()
    tell("shortfall")
    allowed = least_shortfall(problem, settings)
    if allowed is None or halt.asked():
        return Result(status=Status.UNKNOWN, plan=None, report=None)
    tell("cost")
    question = _Question(problem=problem, settings=settings, allowed=allowed.share, tell=tell, stop=halt)
    answer = _by_groups(question) or _by_rows(question)
    if answer.chosen is None or halt.asked():
        return Result(status=Status.UNKNOWN, plan=None, report=None)
    return _result(assemble_plan(problem, answer.chosen), answer, allowed.bound, settings)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Question:
    """The cost stage: `allowed` (5,) share of the base by which each cut may be missed."""

    problem: PlanProblem
    settings: SolveSettings
    allowed: Floats
    tell: Progress
    stop: Stop


def _by_groups(question: _Question) -> PlanProof | None:
    """The quick way; None where the problem does not fall apart into groups, or no plan was found so."""
    problem = question.problem
    blocks = make_blocks(problem, binding_cuts(problem, question.allowed)) if falls_apart(problem) else None
    if blocks is None:
        return None
    search = BlockSearch(problem, blocks, question.settings, partial(_meets, question), question.stop.asked)
    proof = search.prove()
    question.tell("tie_break")
    proof = search.untie(proof)
    return None if proof.chosen is None and not question.stop.asked() else proof


def _meets(question: _Question, chosen: Indices) -> bool:
    """Whether the cuts hold in exact sums."""
    return bool(np.all(exact_shortfall(question.problem, chosen) - question.allowed <= SHARE_TOLERANCE))


def _by_rows(question: _Question) -> PlanProof:
    """The long way, for any model of rows: its linear relaxation and a growing core, both by HiGHS."""
    problem, settings = question.problem, question.settings
    model = build_model(problem, question.allowed)
    small = compact(problem, model)
    judge = _judge(problem, model, small, question.allowed)
    proof = prove(small, settings, judge)
    question.tell("tie_break")
    if proof.values is None:
        return PlanProof(chosen=None, cost=np.inf, bound=proof.bound, termination=proof.termination)
    values = break_ties(small, proof, settings, judge)
    chosen = read_choice(problem, model.columns, np.asarray(small.spread @ values))
    return PlanProof(chosen=chosen, cost=proof.cost, bound=proof.bound, termination=proof.termination)


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


def _result(plan: Plan, proof: PlanProof, least_points: float, settings: SolveSettings) -> Result:
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
