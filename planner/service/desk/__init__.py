"""The warning desk: acts upon warnings in one transaction each, under roles, with a trace of everything asked.

Takes requests of people with a role; gives the state of a warning, its orders and findings. Needs no solver.
Imports episode, rules, store, errors and terms.
"""

from planner.episode import CallRow, Receipt
from planner.execution import Evaluation, OrderedAmount
from planner.service.desk.accounts import Accounts, NewAccount
from planner.service.desk.act_text import lines_of_text
from planner.service.desk.chain import check_trace
from planner.service.desk.daily import DayAsked
from planner.service.desk.deeds import DEEDS, Deed, Doing, deed_entry, may_do, permit
from planner.service.desk.desk import WarningDesk
from planner.service.desk.entering import Entered, emissions_of, meters_of, visits_of
from planner.service.desk.neighbours import latest_orders, standing_orders
from planner.service.desk.persons import person_for
from planner.service.desk.receipts import last_receipts
from planner.service.desk.records import DeskOutcome, DeskRequest, Person, WarningView
from planner.service.desk.settings import RANGES, Kept, Setting, Settings

__all__ = [
    "DEEDS",
    "RANGES",
    "Accounts",
    "CallRow",
    "DayAsked",
    "Deed",
    "DeskOutcome",
    "DeskRequest",
    "Doing",
    "Entered",
    "Evaluation",
    "Kept",
    "NewAccount",
    "OrderedAmount",
    "Person",
    "Receipt",
    "Setting",
    "Settings",
    "WarningDesk",
    "WarningView",
    "check_trace",
    "deed_entry",
    "emissions_of",
    "last_receipts",
    "latest_orders",
    "lines_of_text",
    "may_do",
    "meters_of",
    "permit",
    "person_for",
    "standing_orders",
    "visits_of",
]
