"""Use cases, the one bootstrap, and the command line.

Takes requests with paths and dates, gives outcomes with plans, findings and files. Imports every room below.
"""

from planner.service.bootstrap import open_planner
from planner.service.planner import Planner
from planner.service.records import ListCheck, LoadedList, PlanOutcome, PlanRequest, VerifyOutcome, WhatIf
from planner.store import ListVersion

__all__ = [
    "ListCheck",
    "ListVersion",
    "LoadedList",
    "PlanOutcome",
    "PlanRequest",
    "Planner",
    "VerifyOutcome",
    "WhatIf",
    "open_planner",
]
