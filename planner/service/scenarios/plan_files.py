"""A what-if's answer as a plan file: the same search again, from where it set out, accepted by `planner verify`."""

from planner.errors import Finding, FindingsError, finding
from planner.plan import PlanDocument, Verdict
from planner.scenario import Scenario, outcome_of
from planner.service.planning import failed_checks, make_document
from planner.service.scenarios.answer import ScenarioAnswer, pose_scenario
from planner.service.scenarios.base import SweepBase, open_base
from planner.service.scenarios.ground import Ground
from planner.service.scenarios.shared_start import shared_start
from planner.service.scenarios.sweep import sweep_key
from planner.solve import solve_problem

__all__ = ["base_of_plans", "plan_of_scenario"]


def base_of_plans(ground: Ground) -> SweepBase:
    """The base from which the sweep on this ground set out."""
    return open_base(ground, shared_start(ground.planner.store, sweep_key(ground), ground))


def plan_of_scenario(base: SweepBase, scenario: Scenario, answer: ScenarioAnswer | None = None) -> PlanDocument:
    """The plan of a scenario, refereed.

    Args:
        base: of the sweep that answered it, see `base_of_plans`.
        answer: what was answered before; the plan must be that very one.

    Raises:
        FindingsError: where there is no plan, the referee refuses it, or it is another than was answered.
    """
    question = pose_scenario(base.ground, scenario)
    result = solve_problem(question.problem, question.settings, start=base.start_for(scenario, question.problem))
    if result.plan is None or result.report is None:
        raise FindingsError((finding("plan.unknown"),))
    document = make_document(question, result)
    if document.audit.verdict is Verdict.REFUSED:
        raise FindingsError((finding("plan.refused"), *failed_checks(document.audit)))
    digest = outcome_of(scenario, question.problem, result.plan, result.report).answer_sha256
    if answer is not None and digest != answer.outcome.answer_sha256:
        raise FindingsError((_other(scenario),))
    return document


def _other(scenario: Scenario) -> Finding:
    return finding("sweep.plan.other", value=scenario.name)
