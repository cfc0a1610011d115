"""The check of execution (督查核查): meters, CEMS and visits against the orders, the daily report, the evaluation.

Takes lines with their normal use and order, readings, visits and the rules in force; gives findings, counts, reports.
Imports compare, rules and terms only.
"""

from planner.execution.daily import RELEASE, daily_report
from planner.execution.daily_records import (
    AirCompared,
    Breach,
    BreachBy,
    DailyFacts,
    DailyReport,
    DayChange,
    IssuedOrder,
    NextDeadline,
)
from planner.execution.daily_sheets import daily_sheets
from planner.execution.emissions import check_emissions
from planner.execution.evaluation import AirDay, Evaluation, LineHeld, OrderedAmount, evaluate_lines
from planner.execution.evaluation_sheets import evaluation_sheets
from planner.execution.meters import allowed_kwh, check_law, check_meters
from planner.execution.records import (
    CheckLaw,
    EmissionFinding,
    EmissionNormal,
    EmissionReading,
    MeterFinding,
    MeterNormal,
    MeterReading,
    MeterState,
    SiteCheck,
    VisitOutcome,
)
from planner.execution.sheets import PlaceNames, Sheet
from planner.execution.summary import CountyCount, count_by_county
from planner.execution.words import breach_label, change_label, deadline_label, meter_label, visit_label

__all__ = [
    "RELEASE",
    "AirCompared",
    "AirDay",
    "Breach",
    "BreachBy",
    "CheckLaw",
    "CountyCount",
    "DailyFacts",
    "DailyReport",
    "DayChange",
    "EmissionFinding",
    "EmissionNormal",
    "EmissionReading",
    "Evaluation",
    "IssuedOrder",
    "LineHeld",
    "MeterFinding",
    "MeterNormal",
    "MeterReading",
    "MeterState",
    "NextDeadline",
    "OrderedAmount",
    "PlaceNames",
    "Sheet",
    "SiteCheck",
    "VisitOutcome",
    "allowed_kwh",
    "breach_label",
    "change_label",
    "check_emissions",
    "check_law",
    "check_meters",
    "count_by_county",
    "daily_report",
    "daily_sheets",
    "deadline_label",
    "evaluate_lines",
    "evaluation_sheets",
    "meter_label",
    "visit_label",
]
