"""Use cases, the one bootstrap, and the command line.

Takes requests with paths and dates, gives outcomes with plans, findings and files. Imports every room below.
"""

from typing import TYPE_CHECKING

from planner.terms.doors import open_late

if TYPE_CHECKING:
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

_HOMES = {
    "ListHealth": "planner.compare",
    "RegisterKind": "planner.inventory.matching",
    "Comparison": "planner.inventory.matching.register_records",
    "BookOutcome": "planner.service.book_records",
    "BookRequest": "planner.service.book_records",
    "ListedBook": "planner.service.book_records",
    "Books": "planner.service.books",
    "open_planner": "planner.service.bootstrap",
    "doctor_tables": "planner.service.doctor_workbooks",
    "doctor_workbook": "planner.service.doctor_workbooks",
    "ListDoctor": "planner.service.list_doctor",
    "HealthRequest": "planner.service.list_health",
    "MarkedList": "planner.service.list_marked",
    "CheckedUpload": "planner.service.list_uploads",
    "ListUpload": "planner.service.list_uploads",
    "Planner": "planner.service.planner",
    "ListCheck": "planner.service.records",
    "LoadedList": "planner.service.records",
    "PlanOutcome": "planner.service.records",
    "PlanRequest": "planner.service.records",
    "VerifyOutcome": "planner.service.records",
    "WhatIf": "planner.service.records",
    "ListVersion": "planner.store",
}
__getattr__ = open_late(__name__, _HOMES)
