"""The constraint families, one file each: a function gives the rows of one family.

Takes PlanProblem and Columns, gives Row blocks. Imports problem and solve.rows only.
"""

from planner.solve.families.cuts import cut_rows
from planner.solve.families.equal_treatment import equal_treatment_rows
from planner.solve.families.grade_order import grade_order_rows
from planner.solve.families.one_option import one_option_rows, one_step_rows
from planner.solve.families.share_rules import share_rule_rows
from planner.solve.families.whole_lines import whole_line_rows

__all__ = [
    "cut_rows",
    "equal_treatment_rows",
    "grade_order_rows",
    "one_option_rows",
    "one_step_rows",
    "share_rule_rows",
    "whole_line_rows",
]
