"""The alert: level, the day whose rules hold, start, end and duration."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planner.errors import FindingsError, finding
from planner.terms import BEIJING, Level

__all__ = ["DEFAULT_DURATION_DAYS", "Alert", "make_alert"]

DEFAULT_DURATION_DAYS = 3
HOURS_PER_DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A warning to be answered by a plan.

    Attributes:
        on: the day whose rules, grades and standards are in force.
        start: first moment of the measures, with offset.
        end: last moment, None: until further notice (解除时间另行通知).
        duration_days: days over which costs are counted, at least 1.
        notice_hours: hours between the order and the start; None: the episode is not looked at day by day.
    """

    level: Level
    on: date
    start: datetime
    end: datetime | None
    duration_days: int
    notice_hours: float | None = None


def make_alert(
    level: Level, on: date, start: datetime | None, end: datetime | None, duration_days: int | None
) -> Alert:
    """The alert with its defaults filled in: start 00:00+08:00 of the day after `on`, three days.

    Raises:
        FindingsError: where the end is not after the start, the days are below 1, or the days disagree with the end.
    """
    begins = start or datetime.combine(on + timedelta(days=1), datetime.min.time(), tzinfo=BEIJING)
    days = _days_between(begins, end) if end else None
    if end is not None and end <= begins:
        raise FindingsError((finding("alert.end_before_start", value=end.isoformat(), start=begins.isoformat()),))
    if duration_days is not None and days is not None and duration_days != days:
        raise FindingsError((finding("alert.days_disagree_with_end", value=duration_days, days=days),))
    chosen = duration_days if duration_days is not None else days or DEFAULT_DURATION_DAYS
    if chosen < 1:
        raise FindingsError((finding("alert.days_below_one", value=chosen),))
    return Alert(level=level, on=on, start=begins, end=end, duration_days=chosen)


def _days_between(start: datetime, end: datetime) -> int:
    hours = (end - start) / timedelta(hours=1)
    return max(1, -int(-hours // HOURS_PER_DAY))
