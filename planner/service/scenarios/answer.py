"""One scenario answered: laid upon list and law, posed, solved, refereed; the same way as every plan."""

from dataclasses import dataclass, replace

import pandas as pd

from planner.errors import Finding, FindingsError
from planner.inventory import Inventory
from planner.plan import Result, Verdict
from planner.problem import PlanProblem, with_cut
from planner.scenario import (
    FIRM_COLUMNS,
    Scenario,
    ScenarioOutcome,
    firm_table,
    lay_on_law,
    lay_on_list,
    outcome_of,
    outcome_without_plan,
)
from planner.service.off_peak import off_peak_of
from planner.service.planning import failed_checks, refereed
from planner.service.question import Question, pose_unspelled
from planner.service.scenarios.ground import Ground, asked_request
from planner.solve import Start, solve_problem

__all__ = [
    "ScenarioAnswer",
    "answer_of",
    "answer_question",
    "answer_scenario",
    "pose_scenario",
    "with_cuts",
    "without_plan",
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScenarioAnswer:
    """An outcome with its enterprises (see `firm_table`) and what is to be said of it."""

    outcome: ScenarioOutcome
    firms: pd.DataFrame
    findings: tuple[Finding, ...] = ()


def answer_scenario(ground: Ground, scenario: Scenario) -> ScenarioAnswer:
    """The answer to a scenario; where it cannot be asked or answered, an outcome without a plan and the reasons."""
    try:
        question = pose_scenario(ground, scenario)
    except FindingsError as error:
        return without_plan(scenario, error.findings)
    return answer_question(question, scenario)


def answer_question(question: Question, scenario: Scenario, start: Start | None = None) -> ScenarioAnswer:
    """The answer to the question of a scenario, its search set out from `start`."""
    result = solve_problem(question.problem, question.settings, start=start)
    return answer_of(question, scenario, result)


def answer_of(question: Question, scenario: Scenario, result: Result) -> ScenarioAnswer:
    """The answer that a result gives once the referee has looked at it."""
    if result.plan is None or result.report is None:
        return without_plan(scenario, ())
    audit = refereed(question, result)
    if audit.verdict is Verdict.REFUSED:
        return without_plan(scenario, failed_checks(audit))
    outcome = outcome_of(scenario, question.problem, result.plan, result.report)
    return ScenarioAnswer(outcome=outcome, firms=firm_table(question.problem, result.plan), findings=question.remarks)


def pose_scenario(ground: Ground, scenario: Scenario) -> Question:
    """The question of a scenario.

    Raises:
        FindingsError: with everything that keeps it from being asked.
    """
    planner, loaded = ground.planner, ground.loaded
    request = asked_request(planner, ground.request, scenario.asked, ground.folder)
    rules, found = lay_on_law(planner.rules(request.city, scenario.asked.law_on or request.on), scenario)
    listed, told = lay_on_list(loaded.inventory, scenario, ground.dictionary, ground.codes, remarks=False)
    if rules is None or listed is None:
        raise FindingsError((*found, *told))
    grades = planner.grades(request.city).grade(
        request, loaded.inventory, listed, rules, _regraded(loaded.inventory, listed)
    )
    request = replace(request, off_peak=off_peak_of(request, grades.inventory, rules))
    question = pose_unspelled(request, grades, rules, is_demo=loaded.is_demo)
    problem = with_cuts(question.problem, scenario)
    return replace(question, problem=problem, remarks=(*told, *question.remarks))


def with_cuts(problem: PlanProblem, scenario: Scenario) -> PlanProblem:
    """The problem with the cuts that a scenario asks otherwise."""
    for row, share in scenario.targets:
        problem = with_cut(problem, row, share)
    return problem


def _regraded(filed: Inventory, listed: Inventory) -> frozenset[str]:
    """The enterprises with a row of another grade than filed, new rows included."""
    if filed is listed:
        return frozenset()
    before = dict(zip(filed.frame["source_id"], filed.frame["grade"], strict=True))
    same = listed.frame["source_id"].map(before) == listed.frame["grade"]
    return frozenset(listed.frame.loc[~same, "enterprise_id"]) - {""}


def without_plan(scenario: Scenario, findings: tuple[Finding, ...]) -> ScenarioAnswer:
    """The answer to a scenario that got no plan, and why."""
    outcome = outcome_without_plan(scenario, tuple(dict.fromkeys(item.code for item in findings)))
    return ScenarioAnswer(outcome=outcome, firms=pd.DataFrame(columns=list(FIRM_COLUMNS)), findings=findings)
