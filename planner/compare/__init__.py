"""The tables and words that orders and panel both show, and what changed from one plan to another.

Takes PlanProblem, Plan, Inventory and RulesInForce, gives data frames with documented columns, differences and words.
Imports plan, problem, inventory, rules, terms.
"""

from planner.compare.baseline_words import baseline_label, baseline_outcome, broken_rule_label
from planner.compare.criterion_words import (
    condition_sentence,
    criterion_formula,
    criterion_sentence,
    procedure_word,
)
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
from planner.compare.warning_change_words import warning_change_lines
from planner.compare.why_not_words import clause_label, held_back_sentences, why_not_sentences
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
    "baseline_label",
    "baseline_outcome",
    "basis_label",
    "broken_rule_label",
    "change_label",
    "changes_of_law",
    "citation_status",
    "city_summary",
    "clause_label",
    "clause_text",
    "compare_plans",
    "condition_sentence",
    "confirmation_sentence",
    "confirmation_state_label",
    "county_summary",
    "criterion_formula",
    "criterion_sentence",
    "curtailment_table",
    "evidence_label",
    "grade_label",
    "grade_move_sentence",
    "ground_label",
    "grounds_sentence",
    "held_back_sentences",
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
    "procedure_word",
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
    "warning_change_lines",
    "why_not_sentences",
]
