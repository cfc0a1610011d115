"""How sure a plan is, and what must be ordered to be surer: draws, and plans with larger cuts tried by them."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from planner.errors import Finding, FindingsError, finding, has_errors
from planner.plan import Plan, PlanDocument
from planner.problem import PlanProblem, rates_of, with_cut
from planner.problem.records import Floats
from planner.scenario import Doubt, DoubtAnswer, margins, weigh_doubt
from planner.solve import SolveSettings, solve_problem
from planner.sources import read_compliance

__all__ = ["DoubtAsked", "SurerPlan", "ask_doubt", "doubt_in_percent", "doubt_of"]

TRIALS = 10
BEYOND = 1.1
"""Each trial asks a little more than what fell short, since a larger plan has a larger spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtAsked:
    """What is doubted of a plan.

    Attributes:
        activity_deviation, pollutant_deviation: standard deviations as shares of what is listed.
        rate: chance of compliance of every enterprise; `compliance`: a file of rates by group in its place.
        confidence: chance with which each cut is to be met in the surer plan; 0: none is sought.
        gap: relative gap at which its searches may stop.
    """

    activity_deviation: float
    pollutant_deviation: float
    rate: float
    compliance: Path | None
    draws: int
    seed: int
    confidence: float
    gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SurerPlan:
    """A plan with larger cuts.

    Attributes:
        shares: the cuts that were ordered in it, by row.
        cost_yuan, more_yuan: its cost, and what it costs beyond the plan.
        answer: its chances against the cuts of the plan, drawn in the same worlds.
        is_sure: whether each cut reaches the confidence; else it is the nearest of the trials.
    """

    shares: tuple[tuple[str, float], ...]
    cost_yuan: float
    more_yuan: float
    answer: DoubtAnswer
    is_sure: bool


def doubt_in_percent(activity: int, pollutant: int, rate: int, confidence: int) -> DoubtAsked:
    """A doubt as the panel's sliders say it, each in percent; 2,000 worlds of one seed."""
    return DoubtAsked(
        activity_deviation=activity / 100,
        pollutant_deviation=pollutant / 100,
        rate=rate / 100,
        compliance=None,
        draws=2000,
        seed=1,
        confidence=confidence / 100,
        gap=1e-3,
    )


def doubt_of(problem: PlanProblem, asked: DoubtAsked) -> tuple[Doubt, tuple[Finding, ...]]:
    """The doubt, its rates read.

    Raises:
        FindingsError: where the file of rates cannot be used or leaves a source without one.
    """
    told = None if asked.compliance is None else _rates(problem, asked.compliance)
    rate, found = told or (np.full(problem.sources.count, asked.rate), ())
    doubt = Doubt(
        activity_deviation=asked.activity_deviation,
        pollutant_deviation=asked.pollutant_deviation,
        rate=rate,
        draws=asked.draws,
        seed=asked.seed,
    )
    return doubt, found


def _rates(problem: PlanProblem, path: Path) -> tuple[Floats, tuple[Finding, ...]]:
    rows, _, found = read_compliance(path)
    if not rows or has_errors(found):
        raise FindingsError(found or (finding("robust.rates.empty", file=path.name),))
    rate = rates_of(problem, rows)
    lacking = np.flatnonzero(np.isnan(rate))
    if len(lacking):
        first = problem.sources.source_id[int(lacking[0])]
        raise FindingsError((finding("robust.rates.lacking", value=first, count=len(lacking)),))
    return rate, found


def ask_doubt(document: PlanDocument, asked: DoubtAsked) -> tuple[DoubtAnswer, SurerPlan | None]:
    """The chances of a plan, and where a confidence is asked for the surer plan (None: none was found at all)."""
    doubt, _ = doubt_of(document.problem, asked)
    answer = weigh_doubt(document.problem, document.plan, doubt)
    return answer, _surer(document, doubt, answer, asked) if asked.confidence else None


def _surer(document: PlanDocument, doubt: Doubt, answer: DoubtAnswer, asked: DoubtAsked) -> SurerPlan | None:
    """Raises the cuts by what falls short until the draws agree; each trial starts from the margins of the last."""
    problem, best = document.problem, None
    shares = {cut.row: max(cut.target_share, cut.planned_share) for cut in answer.cuts}
    seen = answer
    for _ in range(TRIALS):
        short = dict(margins(seen, asked.confidence))
        if not any(short.values()):
            break
        shares = {row: share + BEYOND * short[row] for row, share in shares.items()}
        plan = _plan_for(problem, shares, asked.gap)
        if plan is None:
            return best
        seen = weigh_doubt(problem, plan, doubt)
        best = _surer_plan(document, plan, shares, seen, asked.confidence)
        shares = {cut.row: max(shares[cut.row], cut.planned_share) for cut in seen.cuts}
    return best or _surer_plan(document, document.plan, shares, answer, asked.confidence)


def _plan_for(problem: PlanProblem, shares: dict[str, float], gap: float) -> Plan | None:
    """The cheapest plan of these cuts; None where they cannot be met."""
    for row, share in shares.items():
        problem = with_cut(problem, row, share)
    result = solve_problem(problem, SolveSettings(gap=gap))
    return result.plan if result.plan and not result.plan.shortfalls else None


def _surer_plan(
    document: PlanDocument, plan: Plan, shares: dict[str, float], answer: DoubtAnswer, confidence: float
) -> SurerPlan:
    return SurerPlan(
        shares=tuple(shares.items()),
        cost_yuan=plan.objective_yuan,
        more_yuan=plan.objective_yuan - document.plan.objective_yuan,
        answer=replace(answer, reached=()),
        is_sure=all(cut.chance >= confidence for cut in answer.cuts),
    )
