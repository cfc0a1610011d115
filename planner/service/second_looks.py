"""Plans looked at a second time, on demand: what sparing an enterprise costs, what other grades would oblige it to."""

from dataclasses import replace

import numpy as np

from planner.alert import make_alert
from planner.errors import FindingsError, finding
from planner.explain import (
    GradeOutcome,
    Replacement,
    compare_spared,
    explain_enterprise,
    grade_outcome,
    sources_of_firm,
)
from planner.inventory import Inventory
from planner.plan import PlanDocument
from planner.problem import PlanProblem, build_problem, hold_sources
from planner.service.question import Question
from planner.solve import SolveSettings, solve_problem
from planner.terms import Grade

__all__ = ["REPLACEMENT_GAP", "find_grade_outcomes", "find_replacement"]

REPLACEMENT_GAP = 1e-4
"""As for a plan. What one firm costs is small beside the city's cost: the range told says how sure the figure is."""


def find_replacement(document: PlanDocument, enterprise_id: str, gap: float) -> Replacement:
    """What sparing an enterprise would cost: with its equals, and alone.

    Raises:
        FindingsError: where the plan knows no such enterprise.
    """
    problem = document.problem
    named = explain_enterprise(problem, document.plan, enterprise_id).sources[0].source_id
    held = sources_of_firm(problem, problem.sources.source_id.index(named))
    settings = SolveSettings(gap=gap, seed=document.provenance.seed)
    with_equals, alone = (
        compare_spared(problem, document.plan, document.report, changed, solve_problem(changed, settings))
        for changed in (hold_sources(problem, held, in_order=True), hold_sources(problem, held, in_order=False))
    )
    return Replacement(with_equals=with_equals, alone=alone)


def find_grade_outcomes(question: Question, document: PlanDocument, enterprise_id: str) -> tuple[GradeOutcome, ...]:
    """What an enterprise would be obliged to at each grade, by building the problem of its own rows alone.

    Raises:
        FindingsError: where the question's list is not the one that the plan was made from.
    """
    wanted, found = document.problem.header.list_sha256, question.problem.header.list_sha256
    if wanted != found:
        raise FindingsError((finding("explain.other_list", value=found, wanted=wanted),))
    firm = explain_enterprise(document.problem, document.plan, enterprise_id)
    frame = question.inventory.frame
    rows = frame[np.isin(frame["source_id"], [item.source_id for item in firm.sources])]
    outcomes = []
    for grade in Grade if firm.enterprise_id else ():
        listed = replace(question.inventory, frame=rows.assign(grade=str(grade)), moves=())
        alone = _alone(question, listed)
        outcomes.append(grade_outcome(str(grade), alone, document.problem, document.plan))
    return tuple(outcomes)


def _alone(question: Question, inventory: Inventory) -> PlanProblem:
    header = question.problem.header
    alert = make_alert(header.level, header.on, header.start, header.end, header.duration_days)
    alert = replace(alert, notice_hours=header.notice_hours)
    return build_problem(inventory, question.rules, alert, header.mode)
