"""Hours of a measure: when it is asked, when it is real, and until when value added is lost.

A course is made of layers, each a part of the measure asked in spans of hours from the start of the episode. A process
that needs time comes down as early as its notice lets it, so that the measure is real from the span's first hour on; a
kilogram counts from the hour on in which all of the process has come down, and none after the release. Value added is
lost from the hour in which the process begins to come down until it runs normally again.
"""

from dataclasses import dataclass

__all__ = ["HOURS_PER_DAY", "Course", "Episode", "Layer", "Pace", "begin_hours", "lost_hours", "real_hours"]

HOURS_PER_DAY = 24.0

Spans = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """How long it lasts, 1..10 days, and the hours between the order and its start."""

    days: int
    notice_hours: float

    @property
    def hours(self) -> float:
        """Length in hours."""
        return self.days * HOURS_PER_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Hours that a process needs to come down, and from the release to normal activity."""

    slow_hours: float
    ramp_up_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A part of a measure: `kilograms`, `activity` of its full reduction and of its lost activity; hours asked."""

    kilograms: float
    activity: float
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is asked: its layers, the kept share by day where that changes, how often a line stops, an earlier end."""

    layers: tuple[Layer, ...]
    kept: tuple[float, ...] = ()
    stops: int = 1
    end_hours: float | None = None


def begin_hours(spans: Spans, pace: Pace, episode: Episode) -> float:
    """Hours from the episode's start at which the process begins to come down for its first span."""
    first = spans[0][0]
    return first - min(pace.slow_hours, episode.notice_hours + first)


def real_hours(spans: Spans, pace: Pace, episode: Episode) -> tuple[float, ...]:
    """Hours of each day in which all of the measure is real.

    >>> real_hours(((0.0, 48.0),), Pace(slow_hours=10.0, ramp_up_hours=0.0), Episode(days=2, notice_hours=4.0))
    (18.0, 24.0)
    """
    known = [(start + max(0.0, pace.slow_hours - episode.notice_hours - start), end) for start, end in spans]
    starts = [day * HOURS_PER_DAY for day in range(episode.days)]
    return tuple(
        sum(max(0.0, min(end, start + HOURS_PER_DAY) - max(first, start)) for first, end in known) for start in starts
    )


def lost_hours(spans: Spans, pace: Pace, episode: Episode) -> tuple[float, float]:
    """Hours in which activity is lost, ramps included and overlaps counted once; those after the episode's end.

    >>> lost_hours(((0.0, 48.0),), Pace(slow_hours=10.0, ramp_up_hours=6.0), Episode(days=2, notice_hours=4.0))
    (58.0, 6.0)
    """
    total, tail, last = 0.0, 0.0, -episode.notice_hours
    for start, end in spans:
        first = max(last, start - min(pace.slow_hours, episode.notice_hours + start))
        last = max(last, end + pace.ramp_up_hours)
        total += max(0.0, last - first)
        tail += max(0.0, last - max(first, episode.hours))
    return total, tail
