"""The stages of the objective, in order: missing share, cost, and a total tie-break among equal costs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
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
from planner.problem import PlanProblem, SideRows, side_missing, side_rows
from planner.problem.records import SHARE_TOLERANCE, Floats, Indices
from planner.solve.blocks import falls_apart, make_blocks
from planner.solve.compact import CompactModel, compact
from planner.solve.cut_shares import binding_cuts
from planner.solve.model import LinearModel, build_model, read_choice
from planner.solve.proof import prove
from planner.solve.rounds import BlockSearch, PlanProof
from planner.solve.rows import SHARE_SCALE
from planner.solve.settings import SolveSettings, ortools_version
from planner.solve.shortfall import Allowance, exact_shortfall, least_shortfall, search_shortfall
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
    side = side_rows(problem)
    question = _Question(problem=problem, settings=settings, allowed=allowed.share, side=side, tell=tell, stop=halt)
    allowed, answer = _cheapest(question, allowed)
    if answer is None or answer.chosen is None or halt.asked():
        return Result(status=Status.UNKNOWN, plan=None, report=None)
    return _result(assemble_plan(problem, answer.chosen), answer, allowed.bound, settings)


def _cheapest(question: "_Question", allowed: Allowance) -> tuple[Allowance, PlanProof | None]:
    """The cost stage; where side rows leave no plan within an uncertain allowance, a certain one is sought first."""
    answer = _by_groups(question) or _by_rows(question)
    if answer.chosen is not None or allowed.is_certain or question.stop.asked():
        return allowed, answer
    found = search_shortfall(question.problem, question.settings)
    if found is None:
        return allowed, None
    certain = replace(question, allowed=found.share)
    return found, _by_groups(certain) or _by_rows(certain)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Question:
    """The cost stage: `allowed` (5,) share of the base by which each cut may be missed; `side` rows as they are."""

    problem: PlanProblem
    settings: SolveSettings
    allowed: Floats
    side: SideRows
    tell: Progress
    stop: Stop


def _by_groups(question: _Question) -> PlanProof | None:
    """The quick way; None where the problem does not fall apart into groups, or no plan was found so."""
    problem = question.problem
    cuts = binding_cuts(problem, question.allowed, question.side) if falls_apart(problem) else None
    blocks = make_blocks(problem, cuts) if cuts else None
    if blocks is None:
        return None
    search = BlockSearch(problem, blocks, question.settings, partial(_meets, question), question.stop.asked)
    proof = search.prove()
    question.tell("tie_break")
    proof = search.untie(proof)
    return None if proof.chosen is None and not question.stop.asked() else proof


def _meets(question: _Question, chosen: Indices) -> bool:
    """Whether cuts and side rows hold in exact sums."""
    problem = question.problem
    if np.any(exact_shortfall(problem, chosen) - question.allowed > SHARE_TOLERANCE):
        return False
    return not side_missing(question.side, chosen, problem.options.count).any()


def _by_rows(question: _Question) -> PlanProof:
    """The long way, for any model of rows: its linear relaxation and a growing core, both by HiGHS."""
    problem, settings = question.problem, question.settings
    model = build_model(problem, question.allowed)
    small = compact(problem, model)
    judge = _judge(question, model, small)
    proof = prove(small, settings, judge)
    question.tell("tie_break")
    if proof.values is None:
        return PlanProof(chosen=None, cost=np.inf, bound=proof.bound, termination=proof.termination)
    values = break_ties(small, proof, settings, judge)
    chosen = read_choice(problem, model.columns, np.asarray(small.spread @ values))
    return PlanProof(chosen=chosen, cost=proof.cost, bound=proof.bound, termination=proof.termination)


def _judge(question: _Question, model: LinearModel, small: CompactModel) -> Callable[[Floats], Floats]:
    problem, side = question.problem, question.side

    def missing(values: Floats) -> Floats:
        chosen = read_choice(problem, model.columns, np.asarray(small.spread @ values))
        short = exact_shortfall(problem, chosen) - question.allowed
        cuts = np.where(short > SHARE_TOLERANCE, short, 0.0)
        last = np.concatenate([side_missing(side, chosen, problem.options.count), cuts])
        rows = np.zeros(len(small.lower))
        rows[-len(last) :] = last * SHARE_SCALE
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
