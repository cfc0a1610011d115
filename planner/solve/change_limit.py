"""Family 10 in the cost stage: the limit of changes kept where it can be, else the fewest changes that do."""

from dataclasses import dataclass, replace
from math import ceil

import numpy as np

from planner.plan import Result, StageReport, change_cost, change_table
from planner.problem import PlanProblem
from planner.solve.least_change import merged
from planner.solve.robust import search_robust
from planner.solve.rounds import PlanProof
from planner.solve.stage_search import StageQuestion, search_stage

__all__ = ["Fewest", "find_fewest", "search_cost"]

CHANGE_UNIT = 1e6
"""Yuan that a change counts where the fewest are sought; all that the city could cost is made to count half of that."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fewest:
    """The plan that changes fewest enterprises: how many it changes, and that none changes fewer than `bound`."""

    proof: PlanProof
    count: int
    bound: int


def search_cost(question: StageQuestion) -> tuple[PlanProof, Fewest | None]:
    """The cheapest plan; where no plan keeps the limit of changes, the cheapest of those that change fewest.

    Returns:
        the plan with its bound, which speaks of all plans that change no more; and the fewest changes where they were
        sought.
    """
    if question.problem.robust is not None:
        return search_robust(question), None
    proof, order = search_stage(question), question.problem.order_in_force
    if proof.chosen is not None or order is None or order.most_changes is None or question.stop.asked():
        return proof, None
    fewest = find_fewest(question)
    if fewest is None:
        return proof, None
    limit = max(order.most_changes, fewest.count)
    own = _at_its_cost(question.problem, fewest.proof, proof.bound if fewest.count <= order.most_changes else -np.inf)
    if limit == order.most_changes:
        return own, fewest
    return merged(own, search_stage(replace(question, problem=_limited(question.problem, limit)))), fewest


def find_fewest(question: StageQuestion) -> Fewest | None:
    """The plan that changes fewest enterprises, of such a cheap one; None where none was found."""
    problem = question.problem
    proof = search_stage(replace(question, problem=_counting(problem)))
    if proof.chosen is None:
        return None
    table = change_table(problem)
    least = max(int(table.unavoidable.sum()), ceil(proof.bound / CHANGE_UNIT - 0.5))
    count = table.count(proof.chosen)
    return Fewest(proof=proof, count=count, bound=min(least, count))


def _counting(problem: PlanProblem) -> PlanProblem:
    """The problem in which a change counts CHANGE_UNIT and all that the city could cost half of that."""
    assert problem.order_in_force is not None  # noqa: S101 - the caller has one
    first, cost = problem.sources.first_option[:-1], problem.options.cost_yuan
    most = float(np.maximum.reduceat(cost, first).sum()) if len(first) else 0.0
    order = replace(problem.order_in_force, most_changes=None, change_price_yuan=CHANGE_UNIT)
    scale = 0.5 * CHANGE_UNIT / max(1.0, most)
    return replace(problem, options=replace(problem.options, cost_yuan=cost * scale), order_in_force=order)


def _limited(problem: PlanProblem, most: int) -> PlanProblem:
    assert problem.order_in_force is not None  # noqa: S101 - the caller has one
    return replace(problem, order_in_force=replace(problem.order_in_force, most_changes=most))


def _at_its_cost(problem: PlanProblem, proof: PlanProof, bound: float) -> PlanProof:
    assert proof.chosen is not None  # noqa: S101 - the caller has a plan
    cost = float(problem.options.cost_yuan[proof.chosen].sum())
    return replace(proof, cost=cost, bound=min(max(bound, 0.0), cost))


def with_change_stages(problem: PlanProblem, result: Result, proof: PlanProof, fewest: Fewest | None) -> Result:
    """The result with its stages of family 10: how many enterprises are changed, and cost and changes together.

    The bound of `changes` is the number of enterprises that no plan leaves unchanged; where the limit could not be
    kept, the fewest that any plan changes.
    """
    order, plan, report = problem.order_in_force, result.plan, result.report
    if order is None or plan is None or plan.changes is None or report is None:
        return result
    count = len(plan.changes.firms)
    least = plan.changes.unavoidable if fewest is None else fewest.bound
    stages = [StageReport(name="changes", value=float(count), bound=float(min(least, count)))]
    if order.change_price_yuan:
        value = plan.objective_yuan + change_cost(problem, plan.chosen)
        stages.append(StageReport(name="trade", value=value, bound=min(value, proof.bound)))
    return replace(result, report=replace(report, stages=(*report.stages, *stages)))
