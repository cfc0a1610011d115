"""What the warning desk knows of one enterprise: its orders with their receipts, and its hours of this season."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from planner.episode import AirWarning, Step
from planner.service.desk import WarningDesk, last_receipts

__all__ = ["FirmOrder", "SeasonHour", "firm_orders", "season_hours"]

HELD = (Step.IN_FORCE, Step.LIFTED, Step.EVALUATED)
SEASON_DAYS = 183
"""Half a year back: one autumn and winter, never the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmOrder:
    """One order of the enterprise: `receipt` and `receipt_at` of the last one, '' and None where none came."""

    warning_id: str
    number: str
    kind: str
    made_at: datetime
    is_exercise: bool
    receipt: str = ""
    receipt_at: datetime | None = None
    receipt_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonHour:
    """Hours for which a source of the enterprise stood still under the live warnings of the season."""

    source_id: str
    hours: float


def firm_orders(desk: WarningDesk, owner: str) -> tuple[FirmOrder, ...]:
    """Every order of an enterprise, fleet or site, the newest first."""
    return tuple(order for warning in reversed(desk.warnings()) for order in reversed(_orders(desk, warning, owner)))


def _orders(desk: WarningDesk, warning: AirWarning, owner: str) -> list[FirmOrder]:
    own = [item for item in desk.view(warning.warning_id).orders if item.owner == owner]
    last = last_receipts(desk.receipts(warning.warning_id)) if own else {}
    found = []
    for item in own:
        receipt = last.get(item.number)
        found.append(
            FirmOrder(
                warning_id=warning.warning_id,
                number=item.number,
                kind=item.kind,
                made_at=item.created_at,
                is_exercise=warning.is_exercise,
                receipt=receipt.state if receipt else "",
                receipt_at=receipt.at if receipt else None,
                receipt_reason=receipt.reason if receipt else "",
            )
        )
    return found


def season_hours(desk: WarningDesk, sources: frozenset[str], now: datetime) -> tuple[SeasonHour, ...]:
    """Hours of standstill of each source under the live warnings of the season, part load counted in part."""
    hours = dict.fromkeys(sorted(sources), 0.0)
    since = now - timedelta(days=SEASON_DAYS)
    for warning in desk.warnings():
        if warning.is_exercise or warning.step not in HELD or warning.consulted_at < since:
            continue
        for source, value in desk.evaluation(warning.warning_id, now).line_hours:
            if source in hours:
                hours[source] += value
    return tuple(SeasonHour(source_id=source, hours=value) for source, value in hours.items() if value > 0.0)
