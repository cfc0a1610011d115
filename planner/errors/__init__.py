"""What can go wrong, told as findings: a code, a place, values; sentences are made at the edge.

Takes nothing, gives Finding, Severity and the error tree. Imports terms only.
"""

from planner.errors.finding import Finding, Place, Severity, finding, has_errors
from planner.errors.tree import FindingsError, PlannerError, RefusedError

__all__ = [
    "Finding",
    "FindingsError",
    "Place",
    "PlannerError",
    "RefusedError",
    "Severity",
    "finding",
    "has_errors",
]
