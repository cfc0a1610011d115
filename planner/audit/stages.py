"""The stages of a plan file: what follows from the plan is counted anew, what only a search can know is taken over."""

from collections.abc import Iterator
from math import fsum
from typing import Any

import numpy as np

from planner.plan import (
    AuditCheck,
    Plan,
    SolveReport,
    StageReport,
    change_cost,
    count_touched,
    least_touched,
    missing_points,
    unevenness,
)
from planner.problem import PlanProblem

__all__ = ["check_stages", "claimed_stages"]

ROUNDING = 1e-9


def claimed_stages(problem: PlanProblem, plan: Plan, body: dict[str, Any]) -> tuple[StageReport, ...]:
    """The stages that the problem asks for, in their order; of the file's own are bounds that only a search can know.

    Raises:
        KeyError: where the file names no such stage.
    """
    said = {str(item["name"]): item for item in body["stages"]}
    return tuple(_claimed(problem, plan, said[name], body) for name in _asked(problem))


def _asked(problem: PlanProblem) -> Iterator[str]:
    yield from ("shortfall", "cost", "touched")
    if problem.soft is not None:
        yield "fairness"
    if problem.season is not None:
        yield "season"
    if problem.order_in_force is not None:
        yield "changes"
        if problem.order_in_force.change_price_yuan:
            yield "trade"


def _claimed(problem: PlanProblem, plan: Plan, item: dict[str, Any], body: dict[str, Any]) -> StageReport:
    name, bound = str(item["name"]), float(item["bound"])
    if name == "cost":
        value = plan.objective_yuan if problem.season is None else float(item["value"])
        return StageReport(name=name, value=value, bound=float(body["bound_yuan"]))
    if name == "touched":
        bound = float(least_touched(problem))
    values = {
        "shortfall": lambda: missing_points(plan),
        "touched": lambda: float(count_touched(problem, plan.chosen)),
        "fairness": lambda: plan.objective_yuan + (plan.fairness.paid_yuan if plan.fairness else 0.0),
        "season": lambda: unevenness(problem, plan.chosen),
        "changes": lambda: float(0 if plan.changes is None else len(plan.changes.firms)),
        "trade": lambda: plan.objective_yuan + change_cost(problem, plan.chosen),
    }
    value = values[name]()
    return StageReport(name=name, value=value, bound=min(value, bound))


def check_stages(problem: PlanProblem, plan: Plan, report: SolveReport) -> Iterator[AuditCheck]:
    """How many are touched, and that evening the season's hours stayed inside its tolerance."""
    values = {item.name: item.value for item in report.stages}
    if "touched" in values:
        found = _touched(problem, plan)
        yield AuditCheck(
            code="audit.touched",
            passed=values["touched"] == found,
            expected=str(found),
            found=f"{values['touched']:g}",
        )
    if problem.season is None:
        return
    cheapest, objective = values["cost"], fsum(problem.options.cost_yuan[plan.chosen].tolist())
    most = cheapest * (1.0 + problem.season.tolerance)
    least_fits = report.bound_yuan <= cheapest <= objective * (1.0 + ROUNDING)
    yield AuditCheck(
        code="audit.season",
        passed=least_fits and objective <= most * (1.0 + ROUNDING),
        expected=f"{cheapest!r}..{most!r}",
        found=repr(objective),
    )


def _touched(problem: PlanProblem, plan: Plan) -> int:
    """The referee's own count: firms by their code, sources without one by their id, that keep less than all."""
    less = np.flatnonzero(problem.options.kept_share[plan.chosen] < 1.0)
    firms, ids = problem.sources.enterprise_id, problem.sources.source_id
    return len({firms[index] or ids[index] for index in less.tolist()})
