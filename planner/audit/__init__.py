"""The referee: certifies a plan from its problem alone, and a plan file from its content alone.

Takes PlanProblem, Plan, plan files, and for the second check Inventory and RulesInForce; gives AuditReport.
Imports plan, problem, inventory, rules, terms, errors; never solve.
"""

from planner.audit.against_list import audit_against_list
from planner.audit.against_moves import audit_grades
from planner.audit.against_together import audit_side_tables
from planner.audit.book import audit_book
from planner.audit.referee import audit_plan
from planner.audit.rests import audit_rests, audit_rests_against_list
from planner.audit.verify import VerifiedFile, read_plan_file, verify_text
from planner.audit.verify_book import VerifiedBook, verify_book

__all__ = [
    "VerifiedBook",
    "VerifiedFile",
    "audit_against_list",
    "audit_book",
    "audit_grades",
    "audit_plan",
    "audit_rests",
    "audit_rests_against_list",
    "audit_side_tables",
    "read_plan_file",
    "verify_book",
    "verify_text",
]
