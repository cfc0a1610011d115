"""From the rows of a ledger to the rests of sources, with everything that does not fit the list told at once."""

from collections.abc import Iterator
from itertools import pairwise

import pandas as pd

from planner.errors import Finding, Place, Severity, finding, has_errors
from planner.inventory import Inventory
from planner.season.records import LedgerRow, OffPeakLedger, OffPeakPlan, Rest
from planner.terms import OperatingStatus, SourceKind

__all__ = ["resolve_ledger"]


def resolve_ledger(ledger: OffPeakLedger, inventory: Inventory) -> tuple[OffPeakPlan | None, tuple[Finding, ...]]:
    """The off-peak plan of a ledger over a list.

    Args:
        ledger: the rows; a row names its source by `source_id`, or by enterprise and line.
        inventory: the list whose sources rest.

    Returns:
        The plan, None where a row names no source of the list or two rests of a source overlap; the findings, among
        them a warning for each source that the list says does not run at all.
    """
    frame = inventory.frame[inventory.frame["source_kind"].isin([SourceKind.LINE, SourceKind.BOILER])]
    found = [(row, _sources_of(row, frame)) for row in ledger.rows]
    named = [(row, sources[0]) for row, sources in found if len(sources) == 1]
    findings = [
        *(_stranger(ledger, row, len(sources)) for row, sources in found if len(sources) != 1),
        *_overlaps(ledger, named),
        *_standing(ledger, named, frame),
    ]
    ordered = tuple(sorted(findings, key=lambda item: item.where.row))
    if has_errors(ordered):
        return None, ordered
    rests = sorted((_rest(row, source) for row, source in named), key=lambda item: (item.source_id, item.first_day))
    return OffPeakPlan(file=ledger.file, sha256=ledger.sha256, rests=tuple(rests)), ordered


def _sources_of(row: LedgerRow, frame: pd.DataFrame) -> tuple[str, ...]:
    if row.source_id:
        mask = frame["source_id"] == row.source_id
    else:
        mask = (frame["enterprise_id"] == row.enterprise_id) & (frame["line_id"] == row.line_id)
    return tuple(str(name) for name in frame.loc[mask, "source_id"])


def _rest(row: LedgerRow, source_id: str) -> Rest:
    return Rest(
        source_id=source_id,
        first_day=row.first_day,
        last_day=row.last_day,
        kept_share=row.kept_share,
        document=row.document,
        note=row.note,
    )


def _stranger(ledger: OffPeakLedger, row: LedgerRow, count: int) -> Finding:
    name = row.source_id or f"{row.enterprise_id} {row.line_id}"
    code = "season.source.unknown" if count == 0 else "season.source.ambiguous"
    return finding(code, where=Place(file=ledger.file, row=row.row), value=name, count=count)


def _overlaps(ledger: OffPeakLedger, named: list[tuple[LedgerRow, str]]) -> Iterator[Finding]:
    """Two rests of one source that share a day: which share is kept then would be anybody's guess."""
    ordered = sorted(named, key=lambda item: (item[1], item[0].first_day, item[0].row))
    for (before, source), (after, other) in pairwise(ordered):
        if source == other and after.first_day <= before.last_day:
            where = Place(file=ledger.file, row=after.row)
            yield finding("season.rest.overlaps", where=where, value=source, other_row=before.row)


def _standing(ledger: OffPeakLedger, named: list[tuple[LedgerRow, str]], frame: pd.DataFrame) -> Iterator[Finding]:
    running = set(frame.loc[frame["status"] == OperatingStatus.RUNNING, "source_id"])
    for row, source in named:
        if source not in running:
            where = Place(file=ledger.file, row=row.row)
            yield finding("season.source.not_running", Severity.WARNING, where, value=source)
