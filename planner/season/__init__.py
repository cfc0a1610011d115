"""The winter's off-peak plan (错峰生产) and its ledger: which lines rest on a day, and what a plan makes of that.

Takes rows of a ledger, an Inventory and a day, gives OffPeakPlan, OffPeakUse, tables, SeasonAccount and findings; of
a choice of weeks the weeks of each line. Imports plan, inventory, problem, terms and errors only.
"""

from planner.season.account import SeasonAccount, account_of, groups_of
from planner.season.adapt import rest_lines
from planner.season.days import off_peak_use, rested_until, resting_on
from planner.season.hours import hours_by_source, season_hours
from planner.season.records import HoursLedger, HoursRow, LedgerRow, OffPeakLedger, OffPeakPlan, Rest, RestedLine
from planner.season.resolve import resolve_ledger
from planner.season.rotation import rotate_rests

__all__ = [
    "HoursLedger",
    "HoursRow",
    "LedgerRow",
    "OffPeakLedger",
    "OffPeakPlan",
    "Rest",
    "RestedLine",
    "SeasonAccount",
    "account_of",
    "groups_of",
    "hours_by_source",
    "off_peak_use",
    "resolve_ledger",
    "rest_lines",
    "rested_until",
    "resting_on",
    "rotate_rests",
    "season_hours",
]
