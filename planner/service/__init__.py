"""Use cases, the one bootstrap, and the command line.

Takes requests with paths and dates, gives outcomes with plans, findings and files. Imports every room below.
"""

from planner.compare import ListHealth
from planner.inventory.matching import RegisterKind
from planner.inventory.matching.register_records import Comparison
from planner.service.book_records import BookOutcome, BookRequest, ListedBook
from planner.service.books import Books
from planner.service.bootstrap import open_planner
from planner.service.doctor_workbooks import doctor_tables, doctor_workbook
from planner.service.list_doctor import ListDoctor
from planner.service.list_health import HealthRequest
from planner.service.list_marked import MarkedList
from planner.service.list_uploads import CheckedUpload, ListUpload
from planner.service.planner import Planner
from planner.service.records import ListCheck, LoadedList, PlanOutcome, PlanRequest, VerifyOutcome, WhatIf
from planner.store import ListVersion

__all__ = [
    "BookOutcome",
    "BookRequest",
    "Books",
    "CheckedUpload",
    "Comparison",
    "HealthRequest",
    "ListCheck",
    "ListDoctor",
    "ListHealth",
    "ListUpload",
    "ListVersion",
    "ListedBook",
    "LoadedList",
    "MarkedList",
    "PlanOutcome",
    "PlanRequest",
    "Planner",
    "RegisterKind",
    "VerifyOutcome",
    "WhatIf",
    "doctor_tables",
    "doctor_workbook",
    "open_planner",
]
