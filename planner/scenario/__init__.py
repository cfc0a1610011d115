"""What-ifs as data: scenarios read, laid upon list and law, and what came of them compared.

Takes parsed files, inventories, rules and plan documents, gives the same changed, outcomes, curves and chances.
May import everything from the referee's line down except the search itself.
"""

from planner.scenario.difference import ScenarioDifference, compare_scenarios, county_differences, firm_differences
from planner.scenario.doubt import CUT_ROWS, CutChance, Doubt, DoubtAnswer, DoubtPart, margins, weigh_doubt
from planner.scenario.law import lay_on_law
from planner.scenario.lay import lay_on_list
from planner.scenario.lay_amounts import laid_digest, laid_inventory, lay_amounts
from planner.scenario.more_tables import curve_price_table, front_price_table, saving_table
from planner.scenario.outcome import (
    FIRM_COLUMNS,
    PLANNED,
    PRICED,
    ScenarioOutcome,
    firm_table,
    outcome_of,
    outcome_without_plan,
)
from planner.scenario.priced_outcome import PricedPlan, priced_outcome
from planner.scenario.questions import curve_scenarios, exemption_scenarios, front_scenarios, upgrade_scenarios
from planner.scenario.read import read_scenarios
from planner.scenario.records import BASE, Asked, NewRow, RowChange, Scenario, ScenarioSet
from planner.scenario.rehearsal import RehearsedDay, Stretch, rehearse_air, stretches_of
from planner.scenario.savings import Saving, add_savings, saving_of
from planner.scenario.slopes import Slope, curve_slopes, front_slopes
from planner.scenario.tables import (
    account_table,
    county_table,
    cut_label,
    difference_table,
    firm_change_table,
    outcome_label,
)

__all__ = [
    "BASE",
    "CUT_ROWS",
    "FIRM_COLUMNS",
    "PLANNED",
    "PRICED",
    "Asked",
    "CutChance",
    "Doubt",
    "DoubtAnswer",
    "DoubtPart",
    "NewRow",
    "PricedPlan",
    "RehearsedDay",
    "RowChange",
    "Saving",
    "Scenario",
    "ScenarioDifference",
    "ScenarioOutcome",
    "ScenarioSet",
    "Slope",
    "Stretch",
    "account_table",
    "add_savings",
    "compare_scenarios",
    "county_differences",
    "county_table",
    "curve_price_table",
    "curve_scenarios",
    "curve_slopes",
    "cut_label",
    "difference_table",
    "exemption_scenarios",
    "firm_change_table",
    "firm_differences",
    "firm_table",
    "front_price_table",
    "front_scenarios",
    "front_slopes",
    "laid_digest",
    "laid_inventory",
    "lay_amounts",
    "lay_on_law",
    "lay_on_list",
    "margins",
    "outcome_label",
    "outcome_of",
    "outcome_without_plan",
    "priced_outcome",
    "read_scenarios",
    "rehearse_air",
    "saving_of",
    "saving_table",
    "stretches_of",
    "upgrade_scenarios",
    "weigh_doubt",
]
