"""The season's account of a city: hours of its warnings, ledgers that came in as files, and what a plan would add."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.errors import Finding, FindingsError, has_errors
from planner.plan import PlanDocument
from planner.season import HoursLedger, OffPeakPlan, SeasonAccount, account_of, hours_by_source, rested_until
from planner.service.firm_history import season_hours
from planner.service.off_peak import check_off_peak
from planner.service.planner import Planner
from planner.sources import read_season_hours
from planner.terms import BEIJING

__all__ = ["SeasonFiles", "account_now", "added_hours", "hours_file", "read_hours", "read_rests"]

HOURS_PER_DAY = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonFiles:
    """Ledgers that a reader brought: hours stopped as another system counted them, and the off-peak plan."""

    hours: HoursLedger | None = None
    rests: OffPeakPlan | None = None


def read_hours(planner: Planner, path: Path, city: str) -> tuple[HoursLedger, tuple[Finding, ...]]:
    """A ledger of hours that names lines of the city's list, and what is to be said of it.

    Raises:
        FindingsError: where the ledger cannot be used, or the city has no list.
    """
    ledger, reading = read_season_hours(path)
    if ledger is None:
        raise FindingsError(reading)
    _, found = _told(planner, ledger, city)
    if has_errors(found):
        raise FindingsError((*reading, *found))
    return ledger, (*reading, *found)


def read_rests(planner: Planner, path: Path, city: str) -> tuple[OffPeakPlan, tuple[Finding, ...]]:
    """An off-peak plan over the city's list, and what is to be said of it.

    Raises:
        FindingsError: where the ledger cannot be used, or the city has no list.
    """
    plan, found = check_off_peak(path, planner.current_list(city).inventory)
    if plan is None or has_errors(found):
        raise FindingsError(found)
    return plan, found


def account_now(
    planner: Planner, city: str, now: datetime, files: SeasonFiles, document: PlanDocument | None = None
) -> SeasonAccount:
    """The account of a city at a moment.

    Args:
        document: the plan whose hours would be added; None: none is at hand.

    Raises:
        FindingsError: where the city has no list.
    """
    inventory = planner.current_list(city).inventory
    sources = frozenset(inventory.frame["source_id"])
    warned = {item.source_id: item.hours for item in season_hours(planner.desk(city), sources, now)}
    told = _told(planner, files.hours, city)[0] if files.hours else {}
    day = now.astimezone(BEIJING).date()
    rested = {item.source_id: item.hours for item in rested_until(files.rests, inventory, day)} if files.rests else {}
    return account_of(inventory, warned, told, rested, None if document is None else added_hours(document))


def added_hours(document: PlanDocument) -> dict[str, float]:
    """Hours by which a plan stops each source over its days, a limited hour counted by the share given up."""
    hours = HOURS_PER_DAY * document.problem.header.duration_days
    rows = document.plan.curtailments
    return {row.source_id: (1.0 - row.kept_share) * hours for row in rows if row.kept_share < 1.0}


def hours_file(account: SeasonAccount) -> str:
    """The hours stopped so far as a ledger that `plan --season` reads."""
    lines = account.lines[account.lines["stopped"] > 0.0]
    rows = (f"{source},{hours:.2f}\n" for source, hours in zip(lines["source_id"], lines["stopped"], strict=True))
    return "source_id,stopped_hours\n" + "".join(rows)


def _told(planner: Planner, ledger: HoursLedger, city: str) -> tuple[dict[str, float], tuple[Finding, ...]]:
    frame = planner.current_list(city).inventory.frame
    names = tuple(frame["source_id"])
    keys = tuple(zip(frame["enterprise_id"], frame["line_id"], strict=True))
    hours, found = hours_by_source(ledger, names, keys)
    if hours is None:
        return {}, found
    return {name: value for name, value in zip(names, hours.tolist(), strict=True) if value > 0.0}, found
