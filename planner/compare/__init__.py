"""The tables and words that orders and panel both show, and what changed from one plan to another.

Takes PlanProblem and Plan, gives data frames with documented columns, PlanDiff and words. Imports plan, problem, terms.
"""

from planner.compare.difference import PlanDiff, TotalChange, compare_plans
from planner.compare.measure_words import lowest_load_sentence, measure_sentence
from planner.compare.order_tables import curtailment_table, untouched_table
from planner.compare.reported import REPORTED, WHOLE_SOCIETY
from planner.compare.summary_tables import city_summary, county_summary
from planner.compare.wording import (
    basis_label,
    evidence_label,
    grade_label,
    kind_label,
    level_label,
    mode_label,
    percent_text,
    pollutant_label,
    proof_label,
    rule_status_label,
    sector_label,
    standing_label,
    standing_sentence,
    status_label,
    verdict_label,
)

__all__ = [
    "REPORTED",
    "WHOLE_SOCIETY",
    "PlanDiff",
    "TotalChange",
    "basis_label",
    "city_summary",
    "compare_plans",
    "county_summary",
    "curtailment_table",
    "evidence_label",
    "grade_label",
    "kind_label",
    "level_label",
    "lowest_load_sentence",
    "measure_sentence",
    "mode_label",
    "percent_text",
    "pollutant_label",
    "proof_label",
    "rule_status_label",
    "sector_label",
    "standing_label",
    "standing_sentence",
    "status_label",
    "untouched_table",
    "verdict_label",
]
