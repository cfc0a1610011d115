"""A winter replayed day by day: what a desk that follows the law would have had in force, and what it should have.

Each morning the next days of the series are the forecast; the law tells what stands that day. What should have stood is
told by the law over the whole series at once, with everything known. Neither says what a city of that time did.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby

import numpy as np

from planner.alert import Advice, Forecast, StageOfLevel, advise
from planner.errors import FindingsError
from planner.rules import WarningInForce
from planner.terms import BEIJING, Level

__all__ = ["RehearsedDay", "Stretch", "rehearse_air", "stretches_of"]

ONE_DAY = timedelta(days=1)
HOURS_OF_DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsedDay:
    """A day of the winter.

    Attributes:
        level: in force on it, the gravest where it changes; None: no warning.
        due: what should have been, with the whole winter known.
        is_known: whether the series says enough of the day to judge it.
    """

    day: date
    level: Level | None
    due: Level | None
    is_known: bool

    @property
    def is_missed(self) -> bool:
        """Whether a warning, or a graver one, should have been in force."""
        return self.due is not None and (self.level is None or self.level.rank < self.due.rank)

    @property
    def is_needless(self) -> bool:
        """Whether a warning was in force though none was due."""
        return self.level is not None and self.due is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days in a row with the same level in force."""

    level: Level
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def rehearse_air(
    air: Forecast, measured: Forecast, law: WarningInForce, horizon_days: int, span: tuple[date, date]
) -> tuple[RehearsedDay, ...]:
    """Every day of a span, the first one first.

    Args:
        air: the series that stands for the forecasts; `measured` the one by which they are judged, often the same.
        horizon_days: how many days each morning's forecast looks ahead.
        span: first and last day.
    """
    due = dict(_due(measured, law, span))
    found: list[RehearsedDay] = []
    since: date | None = None
    for day in _days(span):
        # A run that has begun counts from its beginning: what has passed by is known, what comes is the forecast
        begin = since or day
        advice = _advice(_window(air, begin, (day - begin).days + horizon_days), law)
        stages = advice.stages if advice else ()
        level = _gravest(stages, day)
        found.append(RehearsedDay(day=day, level=level, due=due.get(day), is_known=advice is not None))
        since = begin if level and _stands(stages, _morning(day + ONE_DAY)) else None
    return tuple(found)


def stretches_of(days: tuple[RehearsedDay, ...]) -> tuple[Stretch, ...]:
    """The stretches of days with one level, days without a warning left out."""
    grouped = (tuple(group) for _, group in groupby(days, key=lambda item: item.level))
    return tuple(
        Stretch(level=group[0].level, first=group[0].day, last=group[-1].day)
        for group in grouped
        if group[0].level is not None
    )


def _days(span: tuple[date, date]) -> Iterator[date]:
    return (span[0] + number * ONE_DAY for number in range((span[1] - span[0]).days + 1))


def _due(measured: Forecast, law: WarningInForce, span: tuple[date, date]) -> Iterator[tuple[date, Level | None]]:
    advice = _advice(_window(measured, span[0], (span[1] - span[0]).days + 1), law)
    for day in _days(span):
        yield day, _gravest(advice.stages if advice else (), day)


def _advice(window: Forecast | None, law: WarningInForce) -> Advice | None:
    """The advice on a window; None where it holds not one day that can be averaged."""
    if window is None:
        return None
    try:
        return advise(window, law)
    except FindingsError:
        return None


def _window(air: Forecast, day: date, days: int) -> Forecast | None:
    """The series from a morning on; None where it has nothing there."""
    step = timedelta(hours=air.step_hours)
    first = max(0, -(-(_morning(day) - air.start) // step))
    last = min(air.steps, (_morning(day + days * ONE_DAY) - air.start) // step)
    if last - first < HOURS_OF_DAY // air.step_hours or not np.isfinite(air.values[:, :, first:last]).any():
        return None
    return replace(air, start=air.moment(first), values=air.values[:, :, first:last], causes=air.causes[:, first:last])


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)


def _gravest(stages: tuple[StageOfLevel, ...], day: date) -> Level | None:
    begin, end = _morning(day), _morning(day + ONE_DAY)
    inside = [item.level for item in stages if item.start < end and (item.end is None or item.end > begin)]
    return max(inside, key=lambda item: item.rank, default=None)


def _stands(stages: tuple[StageOfLevel, ...], moment: datetime) -> bool:
    return any(item.start <= moment and (item.end is None or item.end > moment) for item in stages)
