"""The stages of the objective: missing share, cost, enterprises touched, season hours, and a total tie-break."""

from dataclasses import replace

from planner.plan import (
    Plan,
    Result,
    SolveReport,
    StageReport,
    Status,
    assemble_plan,
    change_cost,
    count_touched,
    least_touched,
    missing_points,
    relative_gap,
    status_of,
    unevenness,
)
from planner.problem import PlanProblem, order_cost, side_rows
from planner.solve.change_limit import Fewest, find_fewest, search_cost, with_change_stages
from planner.solve.rounds import PlanProof
from planner.solve.season import even_hours
from planner.solve.settings import SolveSettings, ortools_version
from planner.solve.shortfall import Allowance, least_shortfall, search_shortfall
from planner.solve.stage_search import Progress, StageQuestion
from planner.solve.start import Start
from planner.solve.stopping import Stop

__all__ = ["fewest_changes", "solve_problem"]


def solve_problem(
    problem: PlanProblem,
    settings: SolveSettings,
    progress: Progress | None = None,
    stop: Stop | None = None,
    start: Start | None = None,
) -> Result:
    """The cheapest plan that misses the least, with its bound.

    Args:
        progress: told the name of each stage as it begins.
        stop: by which another thread calls the search off.
        start: prices and plan of a neighbouring problem (see start.py); it changes the time that the search takes,
            and which plan within the gap is found.

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
    question = StageQuestion(
        problem=problem,
        settings=settings,
        allowed=allowed.share,
        side=side_rows(problem),
        tell=tell,
        stop=halt,
        start=start,
    )
    question, allowed, proof, fewest = _cheapest(question, allowed)
    if proof.chosen is None or halt.asked():
        return Result(status=Status.UNKNOWN, plan=None, report=None)
    result = _result(question, allowed, proof, _evened(question, proof))
    return with_change_stages(problem, result, proof, fewest)


def fewest_changes(problem: PlanProblem, settings: SolveSettings) -> Fewest | None:
    """The plan that misses the least and changes fewest enterprises of the order in force; None: none was found."""
    allowed = least_shortfall(problem, settings)
    if allowed is None:
        return None
    side = side_rows(problem)
    return find_fewest(
        StageQuestion(
            problem=problem, settings=settings, allowed=allowed.share, side=side, tell=lambda _: None, stop=Stop()
        )
    )


def _cheapest(question: StageQuestion, allowed: Allowance) -> tuple[StageQuestion, Allowance, PlanProof, Fewest | None]:
    """The cost stage; where side rows leave no plan within an uncertain allowance, a certain one is sought first."""
    proof, fewest = search_cost(question)
    if proof.chosen is not None or allowed.is_certain or question.stop.asked():
        return question, allowed, proof, fewest
    found = search_shortfall(question.problem, question.settings)
    if found is None:
        return question, allowed, proof, fewest
    certain = replace(question, allowed=found.share)
    return certain, found, *search_cost(certain)


def _evened(question: StageQuestion, proof: PlanProof) -> PlanProof | None:
    """The season's stage; None where the problem holds no season hours."""
    if question.problem.season is None:
        return None
    question.tell("season")
    return even_hours(question, proof)


def _result(question: StageQuestion, allowed: Allowance, proof: PlanProof, evened: PlanProof | None) -> Result:
    problem, settings = question.problem, question.settings
    last = evened or proof
    assert proof.chosen is not None and last.chosen is not None  # noqa: S101, PT018 - the caller has a plan
    plan = assemble_plan(problem, last.chosen)
    cheapest = plan if evened is None else assemble_plan(problem, proof.chosen)
    beside = change_cost(problem, proof.chosen) + order_cost(problem, proof.chosen)
    bound = min(proof.bound - beside, cheapest.objective_yuan, plan.objective_yuan)
    gap = relative_gap(plan.objective_yuan, bound)
    report = SolveReport(
        bound_yuan=bound,
        gap=gap,
        stages=_stages(problem, plan, (allowed.bound, cheapest.objective_yuan, bound), proof, evened),
        termination=proof.termination,
        solver_version=ortools_version(),
        seed=settings.seed,
    )
    return Result(status=status_of(plan, gap), plan=plan, report=report)


def _stages(
    problem: PlanProblem, plan: Plan, found: tuple[float, float, float], proof: PlanProof, evened: PlanProof | None
) -> tuple[StageReport, ...]:
    """`found`: bound of the missing points, cost of the cheapest plan, bound of the cost."""
    points = missing_points(plan)
    stages: tuple[StageReport, ...] = (
        StageReport(name="shortfall", value=points, bound=min(points, found[0])),
        StageReport(name="cost", value=found[1], bound=found[2]),
        StageReport(
            name="touched", value=float(count_touched(problem, plan.chosen)), bound=float(least_touched(problem))
        ),
    )
    if plan.fairness is not None:
        both = plan.objective_yuan + plan.fairness.paid_yuan
        stages = (*stages, StageReport(name="fairness", value=both, bound=min(both, proof.bound)))
    if evened is None:
        return stages
    return (*stages, StageReport(name="season", value=unevenness(problem, plan.chosen), bound=evened.bound))
