"""The orders as CSV, one row a line, for other programs; no cell is ever read as a formula."""

import csv
import io
from collections.abc import Iterable

from planner.orders.papers.facts import OrderFacts
from planner.terms import N_, Phrasebook, inert_cell

__all__ = ["orders_csv", "orders_table"]

HEADERS = (
    N_("Order number"),
    N_("Version"),
    N_("Kind of order"),
    N_("State"),
    N_("Warning number"),
    N_("Level"),
    N_("Response level"),
    N_("County code"),
    N_("County"),
    N_("Name"),
    N_("Unified social credit code"),
    N_("Line or source"),
    N_("Told so far"),
    N_("Measure"),
    N_("Period"),
    N_("How it is checked"),
    N_("Clauses"),
    N_("Plan SHA-256"),
    N_("Trace SHA-256"),
)


def orders_table(orders: Iterable[OrderFacts], phrasebook: Phrasebook) -> tuple[tuple[str, ...], ...]:
    """The header and one row a line of each order."""
    rows = [tuple(phrasebook.say(name) for name in HEADERS)]
    for order in orders:
        state = "·".join(mark for mark in (order.exercise_mark, order.draft_mark) if mark)
        said = dict(enumerate(order.clauses, start=1))
        for row in order.rows:
            numbers = [int(part) for part in row.clauses.strip("[]").split("][") if part.isdigit()]
            head = (order.number, str(order.version), order.title, state, order.warning_id, order.level, order.response)
            who = (order.county_code, order.county, order.addressee, order.credit_code)
            what = (
                row.source,
                row.before,
                row.measure,
                row.period,
                row.check,
                "；".join(said[item] for item in numbers),
            )
            rows.append((*head, *who, *what, order.plan_sha256, order.trace_sha256))
    return tuple(rows)


def orders_csv(orders: Iterable[OrderFacts], phrasebook: Phrasebook) -> bytes:
    """The table as UTF-8 with a byte order mark, as office programs read it."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    for row in orders_table(orders, phrasebook):
        writer.writerow(map(inert_cell, row))
    return ("\ufeff" + written.getvalue()).encode()
