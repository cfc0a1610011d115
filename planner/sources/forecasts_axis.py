"""The time axis of a forecast: one step from the first row to the last, the same for every member."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from planner.errors import Finding, Place, Severity, finding, has_errors
from planner.sources.forecasts_rows import ForecastRow

__all__ = ["HOURLY", "MOST_DAYS", "TimeAxis", "make_axis"]

HOURLY = 1
DAILY = 24
MOST_DAYS = 10
"""Days of the longest forecast; warnings are not judged further ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """First step, step in hours, number of steps, and the members in order of their first row."""

    start: datetime
    step_hours: int
    steps: int
    members: tuple[str, ...]

    def step_of(self, time: datetime) -> int:
        """The step that begins at a moment of the axis."""
        return round((time - self.start) / timedelta(hours=self.step_hours))


def make_axis(
    rows: tuple[ForecastRow, ...], place: Place, most_days: int = MOST_DAYS
) -> tuple[TimeAxis | None, tuple[Finding, ...]]:
    """The axis of the rows, None where they lie on none; every reason at once.

    Rows one hour apart are hourly, whole days apart daily; a single row is a day.
    """
    found = [*_twice(rows, place), *_out_of_order(rows, place), *_nameless(rows, place)]
    times = sorted({row.time for row in rows})
    gaps = [round((later - earlier) / timedelta(hours=1)) for earlier, later in pairwise(times)]
    step = HOURLY if gaps and min(gaps) == HOURLY else DAILY
    found += _off_step(times, gaps, step, place)
    span = round((times[-1] - times[0]) / timedelta(hours=1)) + step
    if span > most_days * DAILY:
        found.append(finding("forecast.too_long", where=place, value=f"{span / DAILY:.1f}", most=most_days))
    if has_errors(found):
        return None, tuple(found)
    found += _uneven(rows, place)
    members = tuple(dict.fromkeys(row.member for row in rows))
    return TimeAxis(start=times[0], step_hours=step, steps=span // step, members=members), tuple(found)


def _twice(rows: tuple[ForecastRow, ...], place: Place) -> Iterator[Finding]:
    seen: dict[tuple[str, datetime], int] = {}
    for row in rows:
        first = seen.setdefault((row.member, row.time), row.number)
        if first != row.number:
            where = Place(file=place.file, row=row.number, column="time")
            yield finding("forecast.time.twice", where=where, value=row.time.isoformat(), first=first)


def _out_of_order(rows: tuple[ForecastRow, ...], place: Place) -> Iterator[Finding]:
    latest: dict[str, datetime] = {}
    for row in rows:
        before = latest.get(row.member)
        if before is not None and row.time < before:
            where = Place(file=place.file, row=row.number, column="time")
            yield finding("forecast.time.disorder", where=where, value=row.time.isoformat(), before=before.isoformat())
        latest[row.member] = max(row.time, before) if before is not None else row.time


def _nameless(rows: tuple[ForecastRow, ...], place: Place) -> Iterator[Finding]:
    """Rows without a member's name beside rows with one."""
    nameless = [row.number for row in rows if not row.member]
    if nameless and len(nameless) < len(rows):
        where = Place(file=place.file, row=nameless[0], column="member")
        yield finding("forecast.member.nameless", where=where, value=len(nameless))


def _off_step(times: list[datetime], gaps: list[int], step: int, place: Place) -> Iterator[Finding]:
    """Distances that are no whole number of steps, and hourly rows that turn into another distance."""
    wrong = sorted({gap for gap in gaps if gap % step})
    if wrong:
        yield finding("forecast.time.interval", where=place, value=", ".join(map(str, wrong)), step=step)
        return
    for at, (earlier, later) in enumerate(pairwise(gaps)):
        if step == HOURLY and earlier == later != HOURLY:
            where = Place(file=place.file, column="time")
            yield finding("forecast.time.mixed", where=where, value=earlier, time=times[at].isoformat())
            return


def _uneven(rows: tuple[ForecastRow, ...], place: Place) -> Iterator[Finding]:
    counts = Counter(row.member for row in rows)
    if len(set(counts.values())) > 1:
        short = min(counts, key=lambda name: counts[name])
        most = max(counts.values())
        yield finding("forecast.member.uneven", Severity.WARNING, place, value=short, rows=counts[short], most=most)
