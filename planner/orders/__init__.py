"""Orders as files: the workbook of a plan, stamped as a draft until a warning is signed.

Takes PlanProblem, Plan, OrderMeta, Sheets and Phrasebook, gives bytes.
Imports execution, compare, plan, problem, rules, errors, terms.
"""

from planner.orders.checks import check_orders
from planner.orders.meta import CheckPoint, OrderMeta
from planner.orders.sheets_book import sheets_workbook
from planner.orders.table import table_workbook
from planner.orders.workbook import orders_workbook

__all__ = [
    "CheckPoint",
    "OrderMeta",
    "check_orders",
    "orders_workbook",
    "sheets_workbook",
    "table_workbook",
]
