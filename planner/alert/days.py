"""The 24-hour means and the start steps of one member, as a reader sees them."""

import numpy as np

from planner.alert.advice import BelowStage, DayOfAir, StartHour
from planner.alert.air import POLLUTANTS_OF_AIR, Air
from planner.alert.aqi import category_of
from planner.alert.averages import DAY
from planner.alert.causes import DAY_CAUSES
from planner.alert.chosen import Chosen
from planner.alert.criteria import MetCriterion
from planner.alert.forecast import Forecast
from planner.rules import WarningInForce, WarningStage
from planner.terms import LEVELS

__all__ = ["below_stage", "day_of_air", "days_of_air", "primary_of", "start_hours"]

SHOWN_DIGITS = 1


def days_of_air(
    forecast: Forecast, air: Air, seen: tuple[int, np.ndarray], chosen: Chosen | None, law: WarningInForce
) -> tuple[DayOfAir, ...]:
    """The days that begin with the run's first one or a whole number of days before or after it.

    Without a run they begin with the first row.

    Args:
        forecast: the forecast.
        air: its air.
        seen: the member, and the cause of each of its days.
        chosen: the run that reaches the level.
        law: the law in force, for the categories.
    """
    first = chosen.first % air.stride if chosen else 0
    used = set(chosen.starts.tolist()) if chosen else set()
    starts = range(first, air.starts, air.stride)
    return tuple(day_of_air(forecast, air, seen, at, (at in used, law)) for at in starts)


def primary_of(air: Air, member: int, chosen: Chosen | None) -> tuple[str, ...]:
    """The primary pollutants of the gravest day of the run, or of all days where there is no run."""
    starts = chosen.starts if chosen else np.arange(air.starts)
    known = np.where(np.isfinite(air.aqi[member][starts]), air.aqi[member][starts], -1.0)
    return _primary(air, member, int(starts[int(known.argmax())]))


def start_hours(forecast: Forecast, air: Air, met: tuple[MetCriterion, ...], member: int) -> tuple[StartHour, ...]:
    """For every start step its index, the level that it reaches and the criteria met from it on."""
    found: list[StartHour] = []
    for at in range(air.starts):
        here = [item.criterion for item in met if item.length[member, at]]
        ranks = [item.stage.level.rank for item in here if item.stage.level is not None]
        found.append(
            StartHour(
                time=forecast.moment(at),
                aqi=_whole(air.aqi[member, at]),
                level=LEVELS[max(ranks) - 1] if ranks else None,
                criteria=tuple(item.id for item in here),
            )
        )
    return tuple(found)


def below_stage(forecast: Forecast, met: tuple[MetCriterion, ...], member: int) -> BelowStage | None:
    """The first stage below yellow that is reached, blue before early control; None where there is none."""
    for stage in (WarningStage.BLUE, WarningStage.EARLY):
        found = [item for item in met if item.criterion.stage is stage and item.length[member].any()]
        if found:
            item = min(found, key=lambda each: int(np.flatnonzero(each.length[member])[0]))
            first = int(np.flatnonzero(item.length[member])[0])
            after = first + int(item.length[member, first])
            return BelowStage(
                stage=stage.value,
                start=forecast.moment(first),
                end=forecast.moment(after),
                criterion=item.criterion,
                source=item.source,
            )
    return None


def day_of_air(
    forecast: Forecast, air: Air, seen: tuple[int, np.ndarray], at: int, told: tuple[bool, WarningInForce]
) -> DayOfAir:
    """The 24 hours from a start step on.

    Args:
        forecast: the forecast.
        air: its air.
        seen: the member, and the cause of each of its days.
        at: the start step.
        told: whether the day belongs to the run that reaches the level, and the law in force.
    """
    (member, causes), (is_used, law) = seen, told
    aqi, primary = _whole(air.aqi[member, at]), _primary(air, member, at)
    means, parts = air.concentrations[:, member, at], air.iaqi[:, member, at]
    known = [place for place in range(len(POLLUTANTS_OF_AIR)) if np.isfinite(means[place])]
    return DayOfAir(
        start=forecast.moment(at),
        end=forecast.moment(at + (DAY if forecast.is_hourly else 1)),
        aqi=aqi,
        category=None if aqi is None else category_of(aqi, law.categories),
        primary=primary,
        concentrations=tuple((POLLUTANTS_OF_AIR[place], round(float(means[place]), SHOWN_DIGITS)) for place in known),
        iaqi=tuple((POLLUTANTS_OF_AIR[place], int(parts[place])) for place in known if np.isfinite(parts[place])),
        cause=DAY_CAUSES[int(causes[at])] if primary else "",
        missing_hours=int(air.missing_hours[member, at]),
        is_used=is_used,
    )


def _primary(air: Air, member: int, at: int) -> tuple[str, ...]:
    return tuple(name for place, name in enumerate(POLLUTANTS_OF_AIR) if air.primary[place, member, at])


def _whole(value: float) -> int | None:
    return int(value) if np.isfinite(value) else None
