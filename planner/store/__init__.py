"""The store: lists, grade moves, rule versions, confirmations, plans and orders, kept for good in SQLite or PostgreSQL.

Takes bytes and text with their hashes and times, gives them back as frozen records; no word of what they mean.
Imports errors and terms only, and alone in the house SQLAlchemy and alembic.
"""

from planner.store.records import ListVersion, NewList, PlanEntry, StoredConfirmation, StoredOrder, StoredPlan
from planner.store.schema import upgrade
from planner.store.store import Store, open_store

__all__ = [
    "ListVersion",
    "NewList",
    "PlanEntry",
    "Store",
    "StoredConfirmation",
    "StoredOrder",
    "StoredPlan",
    "open_store",
    "upgrade",
]
