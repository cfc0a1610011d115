"""The constraint families, one file each: a function gives the rows of one family.

Takes PlanProblem and Columns, gives Row blocks. Imports problem and solve.rows only.
"""

from planner.solve.families.below_better import below_better_rows
from planner.solve.families.co_disposal import co_disposal_rows
from planner.solve.families.cohort_share import cohort_share_rows
from planner.solve.families.county_band import county_band_rows
from planner.solve.families.cuts import cut_rows
from planner.solve.families.day_cuts import day_cut_rows
from planner.solve.families.equal_treatment import equal_treatment_rows
from planner.solve.families.grade_order import grade_order_rows
from planner.solve.families.heat_first import heat_first_rows
from planner.solve.families.least_change import least_change_rows
from planner.solve.families.one_option import one_option_rows, one_step_rows
from planner.solve.families.output_first import output_first_rows
from planner.solve.families.share_rules import share_rule_rows
from planner.solve.families.shared_stack import shared_stack_rows
from planner.solve.families.spread import spread_rows
from planner.solve.families.supply_floor import supply_floor_rows
from planner.solve.families.turns import turn_rows
from planner.solve.families.upstream_feed import upstream_feed_rows
from planner.solve.families.whole_lines import whole_line_rows

__all__ = [
    "below_better_rows",
    "co_disposal_rows",
    "cohort_share_rows",
    "county_band_rows",
    "cut_rows",
    "day_cut_rows",
    "equal_treatment_rows",
    "grade_order_rows",
    "heat_first_rows",
    "least_change_rows",
    "one_option_rows",
    "one_step_rows",
    "output_first_rows",
    "share_rule_rows",
    "shared_stack_rows",
    "spread_rows",
    "supply_floor_rows",
    "turn_rows",
    "upstream_feed_rows",
    "whole_line_rows",
]
