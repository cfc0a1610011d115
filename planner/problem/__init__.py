"""The planning problem as arrays: sources, options, floors, groups, targets; and its builder.

Takes Inventory, RulesInForce and Alert, gives PlanProblem and findings. Imports inventory, rules, alert, terms, errors.
"""

from planner.problem.build import build_problem
from planner.problem.document import problem_from_text, problem_sha256, problem_to_text
from planner.problem.filed_order import check_filed_order
from planner.problem.principles import check_filed_measures
from planner.problem.records import (
    NO_INDEX,
    Citation,
    CohortTable,
    OptionTable,
    PlanProblem,
    ProblemHeader,
    ShareRuleTable,
    SourceTable,
    Targets,
    UnitTable,
)

__all__ = [
    "NO_INDEX",
    "Citation",
    "CohortTable",
    "OptionTable",
    "PlanProblem",
    "ProblemHeader",
    "ShareRuleTable",
    "SourceTable",
    "Targets",
    "UnitTable",
    "build_problem",
    "check_filed_measures",
    "check_filed_order",
    "problem_from_text",
    "problem_sha256",
    "problem_to_text",
]
