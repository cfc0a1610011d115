"""The tables and words that orders and panel both show, and what changed from one plan to another.

Takes PlanProblem, Plan, Inventory and RulesInForce, gives data frames with documented columns, differences and words.
Imports plan, problem, inventory, rules, terms.
"""

from planner.compare.baseline_words import baseline_label, baseline_outcome, broken_rule_label
from planner.compare.by_day import by_day_sentence
from planner.compare.change_words import change_kind_label, change_sentences, told_sentence
from planner.compare.criterion_words import (
    condition_sentence,
    criterion_formula,
    criterion_sentence,
    procedure_word,
)
from planner.compare.difference import PlanDiff, TotalChange, compare_plans
from planner.compare.difference_tables import comparison_tables, difference_tables
from planner.compare.doctor_words import doubt_word, reach_sentence
from planner.compare.fairness_words import fairness_sentences
from planner.compare.grade_words import grade_move_sentence, move_kind_label, moves_by_process, recent_moves
from planner.compare.health_records import Carrier, Confirmed, CutHealth, LevelHealth, ListHealth, Reach, Visit
from planner.compare.health_tables import (
    carrier_table,
    confirmed_sentence,
    health_tables,
    level_table,
    page_table,
    sound_sentence,
    visit_table,
)
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
from planner.compare.list_health import confirmed_share, doubtful_rows, level_health, site_visits
from planner.compare.measure_words import lowest_load_sentence, measure_sentence
from planner.compare.off_peak_words import off_peak_sentence
from planner.compare.order_tables import curtailment_table, untouched_table
from planner.compare.plain_table import PlainTable, frame_records
from planner.compare.reported import REPORTED, WHOLE_SOCIETY
from planner.compare.rule_words import amount_text, answer_label, rule_title, rule_value_text
from planner.compare.season_words import season_sentences
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
    "Carrier",
    "Confirmed",
    "CutHealth",
    "LawChange",
    "LevelHealth",
    "ListHealth",
    "PlainTable",
    "PlanDiff",
    "Reach",
    "TotalChange",
    "Visit",
    "amount_text",
    "answer_label",
    "baseline_label",
    "baseline_outcome",
    "basis_label",
    "broken_rule_label",
    "by_day_sentence",
    "carrier_table",
    "change_kind_label",
    "change_label",
    "change_sentences",
    "changes_of_law",
    "citation_status",
    "city_summary",
    "clause_label",
    "clause_text",
    "compare_plans",
    "comparison_tables",
    "condition_sentence",
    "confirmation_sentence",
    "confirmation_state_label",
    "confirmed_sentence",
    "confirmed_share",
    "county_summary",
    "criterion_formula",
    "criterion_sentence",
    "curtailment_table",
    "difference_tables",
    "doubt_word",
    "doubtful_rows",
    "evidence_label",
    "fairness_sentences",
    "frame_records",
    "grade_label",
    "grade_move_sentence",
    "ground_label",
    "grounds_sentence",
    "health_tables",
    "held_back_sentences",
    "kind_label",
    "level_health",
    "level_label",
    "level_table",
    "lowest_load_sentence",
    "measure_sentence",
    "mode_label",
    "move_kind_label",
    "moves_by_process",
    "no_floor_sentence",
    "off_peak_sentence",
    "page_table",
    "percent_text",
    "pollutant_label",
    "procedure_word",
    "proof_label",
    "reach_sentence",
    "recent_moves",
    "rule_status_label",
    "rule_title",
    "rule_value_text",
    "season_sentences",
    "sector_label",
    "site_visits",
    "sound_sentence",
    "standing_label",
    "standing_sentence",
    "status_label",
    "told_sentence",
    "untouched_table",
    "verdict_label",
    "visit_table",
    "warning_change_lines",
    "why_not_sentences",
]
