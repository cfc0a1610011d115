"""The orders workbook: six stamped sheets, the same bytes for the same plan wherever and whenever it is written."""

from datetime import UTC
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from planner.errors import FindingsError
from planner.orders.checks import check_orders
from planner.orders.context import OrderContext, make_context
from planner.orders.meta import OrderMeta
from planner.orders.sheet_basis import write_basis
from planner.orders.sheet_changes import write_changes
from planner.orders.sheet_counties import write_counties
from planner.orders.sheet_orders import write_firms, write_fleets_and_sites
from planner.orders.sheet_summary import write_summary
from planner.orders.sheet_untouched import write_untouched
from planner.orders.styles import FONT, Styles
from planner.plan import Plan
from planner.problem import PlanProblem
from planner.terms import N_, Phrasebook

__all__ = ["orders_workbook"]


def orders_workbook(problem: PlanProblem, plan: Plan, meta: OrderMeta, phrasebook: Phrasebook) -> bytes:
    """The workbook of a plan as an xlsx file, every sheet stamped as a draft that is not signed.

    Made from what the plan holds, never by solving. Names, texts and hashes are text cells and never formulas; the
    properties carry the plan's start in the place of a clock.

    Raises:
        FindingsError: where the plan does not fit its problem, tells something to stop that cannot, or does not fit
            into a workbook.
    """
    found = check_orders(problem, plan)
    if found:
        raise FindingsError(found)
    context = make_context(problem, plan, meta, phrasebook)
    written = BytesIO()
    book = Workbook(written, _options())
    book.set_properties(_properties(context))
    styles = Styles(book)
    for write in (write_summary, write_counties, write_firms, write_fleets_and_sites, write_untouched, write_basis):
        write(book, styles, context)
    write_changes(book, styles, context)
    book.close()
    return written.getvalue()


def _options() -> dict[str, Any]:
    """Made anew for each workbook: XlsxWriter writes into the dictionaries that it is given."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": 10},
    }


def _properties(context: OrderContext) -> dict[str, Any]:
    start = context.problem.header.start.astimezone(UTC).replace(tzinfo=None)
    return {
        "title": context.title(context.phrasebook.say(N_("emergency reduction orders"))),
        "comments": context.phrasebook.say(N_("DRAFT · NOT SIGNED")),
        "author": f"planner {context.meta.planner_version}",
        "created": start,
    }
