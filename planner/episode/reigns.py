"""Several warnings over one county: which of them is carried out there, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from planner.episode.orders import OrderLine
from planner.episode.records import Terms
from planner.terms import LEVELS

__all__ = ["HeldWarning", "Reign", "lines_that_hold", "reigns_in", "weight_in"]

WHOLE_CITY = 10_000
"""Counties that an area without names counts as: more than any area that names its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldWarning:
    """A warning in force: its terms, and the lines of the plans of its levels."""

    warning_id: str
    terms: Terms
    lines: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reign:
    """A time in which one warning is carried out in a county; None: from its own start, to its own end."""

    warning_id: str
    start: datetime | None
    end: datetime | None


def weight_in(terms: Terms, county: str) -> tuple[int, int] | None:
    """What a warning weighs in a county, None where it does not cover it.

    The higher level weighs more; of two warnings of one level the one that speaks of fewer counties: a county's own
    orders stay when the city reaches its level.
    """
    level = terms.level_in(county)
    if level is None:
        return None
    areas = (area for area in terms.areas if area.level is level and area.covers(county))
    return LEVELS.index(level), -min(len(area.counties) or WHOLE_CITY for area in areas)


def reigns_in(county: str, held: Iterable[tuple[str, Terms]]) -> tuple[Reign, ...]:
    """The times in which each warning is carried out in a county, the first one first: at any moment the weightiest.

    Args:
        held: number and terms of the warnings in force; of two that weigh the same the smaller number counts.
    """
    found = [(number, terms) for number, terms in sorted(held) if weight_in(terms, county) is not None]
    moments = sorted({moment for _, terms in found for moment in (terms.start, terms.end) if moment is not None})
    pieces: list[tuple[str, datetime, datetime | None]] = []
    for place, start in enumerate(moments):
        end = moments[place + 1] if place + 1 < len(moments) else None
        best = _weightiest(county, found, start)
        if best and pieces and pieces[-1][0] == best and pieces[-1][2] == start:
            pieces[-1] = (best, pieces[-1][1], end)
        elif best:
            pieces.append((best, start, end))
    own = dict(found)
    return tuple(_reign(own[number], number, start, end) for number, start, end in pieces)


def lines_that_hold(held: Iterable[HeldWarning]) -> tuple[OrderLine, ...]:
    """The lines of all warnings in force, each in the times in which its warning is carried out in its county."""
    warnings = tuple(held)
    named = tuple((item.warning_id, item.terms) for item in warnings)
    reigns = cache(lambda county: reigns_in(county, named))
    return tuple(
        line
        for item in warnings
        for raw in item.lines
        for reign in reigns(raw.county)
        if reign.warning_id == item.warning_id
        for line in _within(raw, reign)
    )


def _weightiest(county: str, held: list[tuple[str, Terms]], at: datetime) -> str:
    running = [(number, terms) for number, terms in held if terms.start <= at and (terms.end is None or at < terms.end)]
    best = max(running, key=lambda item: weight_in(item[1], county) or (-1, 0), default=None)
    return "" if best is None else best[0]


def _reign(terms: Terms, number: str, start: datetime, end: datetime | None) -> Reign:
    return Reign(
        warning_id=number, start=None if start == terms.start else start, end=None if end == terms.end else end
    )


def _within(line: OrderLine, reign: Reign) -> Iterator[OrderLine]:
    start = line.start if reign.start is None else max(line.start, reign.start)
    ends = [moment for moment in (line.end, reign.end) if moment is not None]
    end = min(ends, default=None)
    if end is None or start < end:
        yield replace(line, start=start, end=end, warning=reign.warning_id)
