"""The store: what lists, rules, plans, books, orders, warnings and the trace hold, in SQLite or PostgreSQL.

Takes bytes and text with their hashes and times, gives them back as frozen records; no word of what they mean.
Imports errors and terms only, and alone in the house SQLAlchemy and alembic.
"""

from planner.store.backups import restore_backup, store_facts, write_backup
from planner.store.book_records import BookApproval, BookEntry, StoredBook
from planner.store.check_records import StoredAir, StoredDaily, StoredReading, StoredVisit
from planner.store.checks import Checks
from planner.store.desk import Desk
from planner.store.desk_records import (
    StoredAccount,
    StoredAct,
    StoredReceipt,
    StoredWarning,
    StoredWarningOrder,
    TraceEntry,
)
from planner.store.facts import StoreFacts
from planner.store.list_readings import ListOriginal, StoredAnswer
from planner.store.matches import StoredMatch
from planner.store.people import StoredIdentity, StoredSetting
from planner.store.records import ListVersion, NewList, PlanEntry, StoredConfirmation, StoredOrder, StoredPlan
from planner.store.scenario_files import ScenarioFile
from planner.store.schema import upgrade
from planner.store.store import Store, open_store
from planner.store.sweeps import StoredOutcome
from planner.store.trace import first_bad_entry

__all__ = [
    "BookApproval",
    "BookEntry",
    "Checks",
    "Desk",
    "ListOriginal",
    "ListVersion",
    "NewList",
    "PlanEntry",
    "ScenarioFile",
    "Store",
    "StoreFacts",
    "StoredAccount",
    "StoredAct",
    "StoredAir",
    "StoredAnswer",
    "StoredBook",
    "StoredConfirmation",
    "StoredDaily",
    "StoredIdentity",
    "StoredMatch",
    "StoredOrder",
    "StoredOutcome",
    "StoredPlan",
    "StoredReading",
    "StoredReceipt",
    "StoredSetting",
    "StoredVisit",
    "StoredWarning",
    "StoredWarningOrder",
    "TraceEntry",
    "first_bad_entry",
    "open_store",
    "restore_backup",
    "store_facts",
    "upgrade",
    "write_backup",
]
