"""What the pages show: frames, figures, cards and sentences, in the reader's language.

Takes plan documents, rules, lists, findings and a Phrasebook, gives data frames, plotly figures and text.
Imports compare, explain, plan, problem, inventory, rules, terms, errors; never solve, store, sources, orders, service.
"""

from planner.panel.address import LANGUAGES, Address, read_address, write_address
from planner.panel.amounts import count_text, day_text, moment_text, money_text, share_text
from planner.panel.cards import CARD_ORDER, Card, cost_html, cut_cards, exchange_html
from planner.panel.curtailments import (
    CurtailmentFilter,
    curtailment_frame,
    filter_choices,
    filter_curtailments,
    measure_choices,
)
from planner.panel.enterprise import (
    clause_frame,
    enterprise_choices,
    enterprise_facts,
    line_frame,
    option_frame,
    peer_frame,
    required_sentence,
    source_title,
    why_sentence,
)
from planner.panel.figures import CHART_CONFIG, basis_figure, county_figure
from planner.panel.findings import finding_frame, finding_lines, findings_summary
from planner.panel.grid import (
    clause_columns,
    curtailment_columns,
    finding_columns,
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
from planner.panel.rule_table import RULE_FILTERS, filter_rules, rule_frame
from planner.panel.sentences import (
    remedy_sentences,
    rests_on_frame,
    rests_on_sentence,
    shortfall_sentences,
)
from planner.panel.what_if import changed_frame, what_if_frame, what_if_sentence
from planner.panel.words import (
    LEVEL_SHAPES,
    MEASURE_WORDS,
    MODE_HINTS,
    MODE_WORDS,
    POLLUTANT_SHORT,
    word,
)

__all__ = [
    "CARD_ORDER",
    "CHART_CONFIG",
    "LANGUAGES",
    "LEVEL_SHAPES",
    "MEASURE_WORDS",
    "MODE_HINTS",
    "MODE_WORDS",
    "POLLUTANT_SHORT",
    "RULE_FILTERS",
    "Address",
    "Card",
    "CurtailmentFilter",
    "Names",
    "basis_figure",
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
    "enterprise_choices",
    "enterprise_facts",
    "exchange_html",
    "facts_html",
    "filter_choices",
    "filter_curtailments",
    "filter_rules",
    "finding_columns",
    "finding_frame",
    "finding_lines",
    "findings_summary",
    "headline_facts",
    "headline_html",
    "line_frame",
    "list_facts",
    "make_names",
    "measure_choices",
    "moment_text",
    "money_text",
    "option_columns",
    "option_frame",
    "peer_columns",
    "peer_frame",
    "read_address",
    "remedy_sentences",
    "required_sentence",
    "rests_on_frame",
    "rests_on_sentence",
    "rule_columns",
    "rule_frame",
    "share_text",
    "shortfall_sentences",
    "source_title",
    "version_columns",
    "version_frame",
    "what_if_columns",
    "what_if_frame",
    "what_if_sentence",
    "why_sentence",
    "word",
    "write_address",
]
