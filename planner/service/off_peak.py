"""Use cases of the off-peak plan: its ledger against a list, and what a plan makes of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from planner.alert import make_alert
from planner.errors import Finding, FindingsError, Severity, finding, has_errors
from planner.inventory import Inventory
from planner.problem import OffPeakUse, ProblemHeader
from planner.rules import RulesInForce
from planner.season import OffPeakPlan, off_peak_use, resolve_ledger
from planner.service.records import PlanRequest
from planner.sources import read_off_peak
from planner.terms import BEIJING, Mode

__all__ = ["check_off_peak", "off_peak_of", "off_peak_remarks", "off_peak_under"]

IN_BASE = "national.list.off_peak_in_base"


def check_off_peak(path: Path, inventory: Inventory) -> tuple[OffPeakPlan | None, tuple[Finding, ...]]:
    """The off-peak plan of a ledger file over a list, None where any finding is an error."""
    ledger, reading = read_off_peak(path)
    if ledger is None:
        return None, reading
    plan, found = resolve_ledger(ledger, inventory)
    return plan, (*reading, *found)


def off_peak_of(request: PlanRequest, inventory: Inventory, rules: RulesInForce) -> OffPeakUse | None:
    """What the request's plan makes of its off-peak plan.

    Raises:
        FindingsError: where the ledger cannot be used, or nothing filed counts in the mode asked for.
    """
    given = request.off_peak
    if given is None or isinstance(given, OffPeakUse):
        return given
    in_base = _in_base(rules)
    if in_base and request.mode is Mode.DESIGN:
        raise FindingsError((finding("season.mode.design"),))
    plan, found = check_off_peak(given, inventory)
    if plan is None or has_errors(found):
        raise FindingsError(found)
    alert = make_alert(request.level, request.on, request.start, request.end, request.duration_days)
    return off_peak_use(plan, inventory, alert.start.astimezone(BEIJING).date(), in_base=in_base)


def off_peak_under(header: ProblemHeader, rules: RulesInForce) -> OffPeakUse | None:
    """The rests that a plan's header names, counted as the rules say, whatever the header says of it."""
    return replace(header.off_peak, in_base=_in_base(rules)) if header.off_peak else None


def off_peak_remarks(header: ProblemHeader) -> Iterator[Finding]:
    """Rests that end before the measures do, and rests in part."""
    if header.off_peak is None:
        return
    days = timedelta(days=header.duration_days)
    last = ((header.end or header.start + days) - timedelta(seconds=1)).astimezone(BEIJING).date()
    for item in header.off_peak.resting:
        if item.last_day < last:
            code = "season.rest.ends_early"
            yield finding(code, Severity.WARNING, value=item.source_id, last_day=item.last_day)
        if item.kept_share > 0.0:
            yield finding("season.rest.in_part", Severity.NOTE, value=item.source_id)


def _in_base(rules: RulesInForce) -> bool:
    found = rules.find(IN_BASE)
    return found is not None and found.value is True
