"""The check of execution (督查核查): meters and site visits against the orders, counted for the daily report.

Takes lines with their normal use and order, readings and the rules in force; gives findings and counts.
Imports rules and terms only.
"""

from planner.execution.meters import allowed_kwh, check_law, check_meters
from planner.execution.records import CheckLaw, MeterFinding, MeterNormal, MeterReading, MeterState, SiteCheck
from planner.execution.summary import CountyCount, count_by_county
from planner.execution.words import meter_label

__all__ = [
    "CheckLaw",
    "CountyCount",
    "MeterFinding",
    "MeterNormal",
    "MeterReading",
    "MeterState",
    "SiteCheck",
    "allowed_kwh",
    "check_law",
    "check_meters",
    "count_by_county",
    "meter_label",
]
