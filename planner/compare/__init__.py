"""The tables and words that orders and panel both show, and what changed from one plan to another.

Takes PlanProblem, Plan, Inventory and RulesInForce, gives data frames with documented columns, differences and words.
Imports plan, problem, inventory, rules, terms.
"""

from planner.compare.difference import PlanDiff, TotalChange, compare_plans
from planner.compare.grade_words import grade_move_sentence, move_kind_label, moves_by_process, recent_moves
from planner.compare.law_changes import Addressee, LawChange, changes_of_law
from planner.compare.law_words import (
    change_label,
    citation_status,
    clause_text,
    confirmation_sentence,
    confirmation_state_label,
    ground_label,
    grounds_sentence,
    no_floor_sentence,
)
from planner.compare.measure_words import lowest_load_sentence, measure_sentence
from planner.compare.off_peak_words import off_peak_sentence
from planner.compare.order_tables import curtailment_table, untouched_table
from planner.compare.reported import REPORTED, WHOLE_SOCIETY
from planner.compare.rule_words import amount_text, answer_label, rule_title, rule_value_text
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
    "Addressee",
    "LawChange",
    "PlanDiff",
    "TotalChange",
    "amount_text",
    "answer_label",
    "basis_label",
    "change_label",
    "changes_of_law",
    "citation_status",
    "city_summary",
    "clause_text",
    "compare_plans",
    "confirmation_sentence",
    "confirmation_state_label",
    "county_summary",
    "curtailment_table",
    "evidence_label",
    "grade_label",
    "grade_move_sentence",
    "ground_label",
    "grounds_sentence",
    "kind_label",
    "level_label",
    "lowest_load_sentence",
    "measure_sentence",
    "mode_label",
    "move_kind_label",
    "moves_by_process",
    "no_floor_sentence",
    "off_peak_sentence",
    "percent_text",
    "pollutant_label",
    "proof_label",
    "recent_moves",
    "rule_status_label",
    "rule_title",
    "rule_value_text",
    "sector_label",
    "standing_label",
    "standing_sentence",
    "status_label",
    "untouched_table",
    "verdict_label",
]
