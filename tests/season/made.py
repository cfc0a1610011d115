"""Ledgers and lists for tests of the off-peak plan."""

from datetime import date

from planner.season import LedgerRow, OffPeakLedger
from tests.tiny import inventory, source

NOVEMBER, MARCH = date(2026, 11, 15), date(2027, 3, 15)


def ledger_row(row=2, source_id="s1", enterprise_id="", line_id="", **more):
    """A row of a ledger: a rest of the whole winter, the line standing."""
    given = {"first_day": NOVEMBER, "last_day": MARCH, "kept_share": 0.0, "document": "某市错峰生产通知"}
    return LedgerRow(row=row, source_id=source_id, enterprise_id=enterprise_id, line_id=line_id, **(given | more))


def ledger(*rows):
    return OffPeakLedger(file="ledger.csv", sha256="0" * 64, rows=rows)


def two_lines(**cells):
    """A list of two running lines of one firm."""
    same = {"enterprise_id": "E1", "operating_hours": 24.0, "pm_kg_per_day": 10.0}
    return inventory(source("s1", **(same | cells)), source("s2", **({"line_id": "2#"} | same | cells)))
