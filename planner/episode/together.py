"""Several warnings of one city at once: which level holds in a county, what belongs to one episode, the banner."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from planner.episode.clocks import Clock, clocks_of, next_clock
from planner.episode.procedure import Procedure
from planner.episode.records import AirWarning, InForce, Notice, Step, Terms
from planner.episode.reigns import weight_in
from planner.terms import LEVELS, Level

__all__ = ["Banner", "CountyLevel", "banner_of", "county_levels", "is_one_episode"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyLevel:
    """The level that holds in a county, and the warning that it comes from."""

    county: str
    level: Level
    warning_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """What every page says at its head.

    Attributes:
        warning: None where nothing is in force or under way.
        is_exercise: 演练; else 实战.
        in_force: terms, plans and since when, None before the issue.
        clock: what somebody has to hurry for, None where no clock runs.
        notice: the regional notice that holds.
    """

    warning: AirWarning | None
    is_exercise: bool
    in_force: InForce | None
    clock: Clock | None
    notice: Notice | None


def county_levels(warnings: Iterable[AirWarning], counties: Iterable[str], now: datetime) -> tuple[CountyLevel, ...]:
    """The highest level over each county at a moment; counties without any are absent, exercises never count.

    A county's own warning and the city's hold side by side, and so do areas of different levels: the higher one is
    executed, at equal levels the county's own (rule `warning.procedure.oscillation` says the same of levels that
    follow each other).
    """
    held = [item for item in warnings if not item.is_exercise and item.step is Step.IN_FORCE and _runs(item, now)]
    found = ((county, _highest(held, county)) for county in sorted(counties))
    return tuple(
        CountyLevel(county=county, level=best[0], warning_id=best[1]) for county, best in found if best is not None
    )


def is_one_episode(before: Terms, after: Terms, procedure: Procedure) -> bool:
    """Whether two episodes are one: the gap between them is not longer than lifting asks for.

    An episode without an end runs on into the next. Reference: rules `warning.procedure.merge` and `lift.hours`.
    """
    first, second = sorted((before, after), key=lambda item: item.start)
    return first.end is None or second.start - first.end <= timedelta(hours=procedure.lift_hours)


def banner_of(warnings: Iterable[AirWarning], procedure: Procedure, now: datetime) -> Banner:
    """The banner: of open warnings a live one before an exercise, one in force before one under way, the highest."""
    rows = sorted((item for item in warnings if item.is_open), key=_weight, reverse=True)
    if not rows:
        return Banner(warning=None, is_exercise=False, in_force=None, clock=None, notice=None)
    first = rows[0]
    return Banner(
        warning=first,
        is_exercise=first.is_exercise,
        in_force=first.in_force,
        clock=next_clock(clocks_of(first, procedure, now), now),
        notice=first.notice,
    )


def _runs(warning: AirWarning, now: datetime) -> bool:
    assert warning.in_force is not None  # noqa: S101 - in force
    terms = warning.in_force.terms
    return terms.start <= now and (terms.end is None or now < terms.end)


def _highest(warnings: list[AirWarning], county: str) -> tuple[Level, str] | None:
    found = [
        (weight, item.warning_id)
        for item in warnings
        if item.in_force is not None and (weight := weight_in(item.in_force.terms, county)) is not None
    ]
    best = max(sorted(found, key=lambda item: item[1]), key=lambda item: item[0], default=None)
    return None if best is None else (LEVELS[best[0][0]], best[1])


def _weight(warning: AirWarning) -> tuple[bool, bool, int, str]:
    terms = warning.in_force.terms if warning.in_force else warning.terms
    rank = terms.level.rank if terms else 0
    return not warning.is_exercise, warning.in_force is not None, rank, warning.warning_id
