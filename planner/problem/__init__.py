"""The planning problem as arrays: sources, options, floors, groups, targets; and its builder.

Takes Inventory, RulesInForce and Alert, gives PlanProblem and findings. Imports inventory, rules, alert, terms, errors.
"""

from planner.problem.amounts import (
    AMOUNT_COLUMNS,
    AmountGround,
    Amounts,
    amount_ground,
    amounts_of,
    with_amounts,
)
from planner.problem.build import build_problem
from planner.problem.county_band import with_band
from planner.problem.days import LEAD_RULE, MOST_DAYS
from planner.problem.document import (
    demand_characters,
    problem_from_body,
    problem_from_text,
    problem_sha256,
    problem_to_text,
)
from planner.problem.fair_reading import FairReading, order_cost, read_fairly
from planner.problem.filed_order import check_filed_order
from planner.problem.grading import check_moves_on, grading_terms
from planner.problem.json_parts import ProblemJson, problem_json
from planner.problem.most_share import most_share
from planner.problem.nesting import (
    ExceptionKind,
    NestingException,
    find_exceptions,
    is_nested,
    level_pairs,
    nested_variant,
    of_one_list,
)
from planner.problem.one_grade import check_one_grade
from planner.problem.permission import HardRule, agreeing_steps, broken_rules, required_steps
from planner.problem.principles import check_filed_measures
from planner.problem.rates import rates_of, strange_groups
from planner.problem.records import (
    NO_INDEX,
    Citation,
    CohortTable,
    DayTable,
    OffPeakUse,
    OptionTable,
    OrderInForce,
    PlanProblem,
    ProblemHeader,
    RestingLine,
    Robust,
    SeasonHours,
    ShareRuleTable,
    SoftOrder,
    SourceTable,
    Targets,
    UnitTable,
)
from planner.problem.reference import Reference, ReferenceName
from planner.problem.rests import KeptLine, RestGroup, RestLines, RestProblem, RestTerms, allowed_weeks, most_weeks
from planner.problem.rests_build import build_rests
from planner.problem.robust import RateRow
from planner.problem.share_halts import cheapest_halts
from planner.problem.side_binding import BindingRow, binding_rows
from planner.problem.side_build import find_side_tables
from planner.problem.side_findings import check_side_tables
from planner.problem.side_record import SideRows, join_rows
from planner.problem.side_rows import side_missing, side_rows
from planner.problem.side_tables import SideTables
from planner.problem.soft_build import soften_order
from planner.problem.variants import hold_sources, keep_options, with_cut, without_order
from planner.problem.weaker_filing import check_weaker_than_rule

__all__ = [
    "AMOUNT_COLUMNS",
    "LEAD_RULE",
    "MOST_DAYS",
    "NO_INDEX",
    "AmountGround",
    "Amounts",
    "BindingRow",
    "Citation",
    "CohortTable",
    "DayTable",
    "ExceptionKind",
    "FairReading",
    "HardRule",
    "KeptLine",
    "NestingException",
    "OffPeakUse",
    "OptionTable",
    "OrderInForce",
    "PlanProblem",
    "ProblemHeader",
    "ProblemJson",
    "RateRow",
    "Reference",
    "ReferenceName",
    "RestGroup",
    "RestLines",
    "RestProblem",
    "RestTerms",
    "RestingLine",
    "Robust",
    "SeasonHours",
    "ShareRuleTable",
    "SideRows",
    "SideTables",
    "SoftOrder",
    "SourceTable",
    "Targets",
    "UnitTable",
    "agreeing_steps",
    "allowed_weeks",
    "amount_ground",
    "amounts_of",
    "binding_rows",
    "broken_rules",
    "build_problem",
    "build_rests",
    "cheapest_halts",
    "check_filed_measures",
    "check_filed_order",
    "check_moves_on",
    "check_one_grade",
    "check_side_tables",
    "check_weaker_than_rule",
    "demand_characters",
    "find_exceptions",
    "find_side_tables",
    "grading_terms",
    "hold_sources",
    "is_nested",
    "join_rows",
    "keep_options",
    "level_pairs",
    "most_share",
    "most_weeks",
    "nested_variant",
    "of_one_list",
    "order_cost",
    "problem_from_body",
    "problem_from_text",
    "problem_json",
    "problem_sha256",
    "problem_to_text",
    "rates_of",
    "read_fairly",
    "required_steps",
    "side_missing",
    "side_rows",
    "soften_order",
    "strange_groups",
    "with_amounts",
    "with_band",
    "with_cut",
    "without_order",
]
