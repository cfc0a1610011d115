"""What the pages show: frames, figures, cards and sentences, in the reader's language.

Takes plan documents, rules, lists, findings and a Phrasebook, gives data frames, plotly figures and text.
Imports compare, explain, plan, problem, inventory, rules, terms, errors; never solve, store, sources, orders, service.
"""

from planner.compare import grade_label
from planner.explain import Explanation
from planner.panel.address import LANGUAGES, Address, read_address, write_address
from planner.panel.amounts import count_text, day_text, moment_text, money_text, share_text
from planner.panel.cards import CARD_ORDER, Card, cost_html, cut_cards, exchange_html
from planner.panel.curtailments import (
    CURTAILMENT_ORDER,
    CurtailmentFilter,
    Frame,
    curtailment_frame,
    enterprise_at,
    filter_curtailments,
    filter_menus,
    shown_columns,
    table_caption,
)
from planner.panel.desk import (
    Desk,
    Place,
    Tell,
    address_in_use,
    findings_shown,
    go_to,
    lead_on,
    sit_at,
    sit_down,
    the_desk,
)
from planner.panel.enterprise import (
    clause_frame,
    enterprise_band,
    enterprise_choices,
    enterprise_facts,
    line_frame,
    option_frame,
    peer_frame,
    required_sentence,
    source_title,
    why_sentence,
)
from planner.panel.figures import CHART_CONFIG, basis_alt, basis_figure, county_figure
from planner.panel.findings import Findings, finding_frame, finding_lines, findings_summary
from planner.panel.grid import (
    changed_columns,
    clause_columns,
    curtailment_columns,
    finding_columns,
    line_columns,
    option_columns,
    peer_columns,
    rule_columns,
    version_columns,
    what_if_columns,
)
from planner.panel.headline import headline_facts, headline_html
from planner.panel.lists import list_facts, version_frame
from planner.panel.markup import facts_html
from planner.panel.names import Names, make_names
from planner.panel.page_parts import level_choice, upload_style, workbook_name
from planner.panel.rule_table import RULE_ORDER, filter_rules, rule_caption, rule_facts, rule_frame, rule_menus
from planner.panel.sentences import (
    bullets,
    provenance_sentence,
    remedy_sentences,
    rests_on_frame,
    rests_on_sentence,
    shortfall_sentences,
)
from planner.panel.shelf import Shelf
from planner.panel.what_if import changed_frame, share_of_percent, target_percent, what_if_frame, what_if_sentence
from planner.panel.words import (
    LEVEL_SHAPES,
    MEASURE_WORDS,
    MODE_HINTS,
    MODE_WORDS,
    POLLUTANT_SHORT,
    STAGE_WORDS,
    mode_help,
    word,
)
from planner.plan import PlanDocument
from planner.rules import RulesInForce

__all__ = [
    "CARD_ORDER",
    "CHART_CONFIG",
    "CURTAILMENT_ORDER",
    "LANGUAGES",
    "LEVEL_SHAPES",
    "MEASURE_WORDS",
    "MODE_HINTS",
    "MODE_WORDS",
    "POLLUTANT_SHORT",
    "RULE_ORDER",
    "STAGE_WORDS",
    "Address",
    "Card",
    "CurtailmentFilter",
    "Desk",
    "Explanation",
    "Findings",
    "Frame",
    "Names",
    "Place",
    "PlanDocument",
    "RulesInForce",
    "Shelf",
    "Tell",
    "address_in_use",
    "basis_alt",
    "basis_figure",
    "bullets",
    "changed_columns",
    "changed_frame",
    "clause_columns",
    "clause_frame",
    "cost_html",
    "count_text",
    "county_figure",
    "curtailment_columns",
    "curtailment_frame",
    "cut_cards",
    "day_text",
    "enterprise_at",
    "enterprise_band",
    "enterprise_choices",
    "enterprise_facts",
    "exchange_html",
    "facts_html",
    "filter_curtailments",
    "filter_menus",
    "filter_rules",
    "finding_columns",
    "finding_frame",
    "finding_lines",
    "findings_shown",
    "findings_summary",
    "go_to",
    "grade_label",
    "headline_facts",
    "headline_html",
    "lead_on",
    "level_choice",
    "line_columns",
    "line_frame",
    "list_facts",
    "make_names",
    "mode_help",
    "moment_text",
    "money_text",
    "option_columns",
    "option_frame",
    "peer_columns",
    "peer_frame",
    "provenance_sentence",
    "read_address",
    "remedy_sentences",
    "required_sentence",
    "rests_on_frame",
    "rests_on_sentence",
    "rule_caption",
    "rule_columns",
    "rule_facts",
    "rule_frame",
    "rule_menus",
    "share_of_percent",
    "share_text",
    "shortfall_sentences",
    "shown_columns",
    "sit_at",
    "sit_down",
    "source_title",
    "table_caption",
    "target_percent",
    "the_desk",
    "upload_style",
    "version_columns",
    "version_frame",
    "what_if_columns",
    "what_if_frame",
    "what_if_sentence",
    "why_sentence",
    "word",
    "workbook_name",
    "write_address",
]
