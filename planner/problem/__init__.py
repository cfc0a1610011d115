"""The planning problem as arrays: sources, options, floors, groups, targets; and its builder.

Takes Inventory, RulesInForce and Alert, gives PlanProblem and findings. Imports inventory, rules, alert, terms, errors.
"""

from planner.problem.build import build_problem
from planner.problem.document import problem_from_text, problem_sha256, problem_to_text
from planner.problem.filed_order import check_filed_order
from planner.problem.grading import check_moves_on, grading_terms
from planner.problem.one_grade import check_one_grade
from planner.problem.permission import HardRule, broken_rules, required_steps
from planner.problem.principles import check_filed_measures
from planner.problem.records import (
    NO_INDEX,
    Citation,
    CohortTable,
    OffPeakUse,
    OptionTable,
    PlanProblem,
    ProblemHeader,
    RestingLine,
    ShareRuleTable,
    SourceTable,
    Targets,
    UnitTable,
)
from planner.problem.reference import Reference, ReferenceName
from planner.problem.side_rows import SideRows, side_missing, side_rows
from planner.problem.variants import hold_sources, keep_options, with_cut, without_order
from planner.problem.weaker_filing import check_weaker_than_rule

__all__ = [
    "NO_INDEX",
    "Citation",
    "CohortTable",
    "HardRule",
    "OffPeakUse",
    "OptionTable",
    "PlanProblem",
    "ProblemHeader",
    "Reference",
    "ReferenceName",
    "RestingLine",
    "ShareRuleTable",
    "SideRows",
    "SourceTable",
    "Targets",
    "UnitTable",
    "broken_rules",
    "build_problem",
    "check_filed_measures",
    "check_filed_order",
    "check_moves_on",
    "check_one_grade",
    "check_weaker_than_rule",
    "grading_terms",
    "hold_sources",
    "keep_options",
    "problem_from_text",
    "problem_sha256",
    "problem_to_text",
    "required_steps",
    "side_missing",
    "side_rows",
    "with_cut",
    "without_order",
]
