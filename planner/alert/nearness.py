"""How near the next level is: for each of its conditions, what is missing in quantity and in hours."""

from dataclasses import dataclass

import numpy as np

from planner.alert.air import Air
from planner.alert.criteria import run_lengths
from planner.alert.forecast import Cells
from planner.rules import CriteriaSet, WarningCondition
from planner.terms import Level

__all__ = ["Margin", "margins_to"]

DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """How far a condition of a level is from being met.

    Attributes:
        criterion: id of the criterion; `condition` is one of its conditions.
        highest: the highest value that holds for the condition's hours somewhere, None where the forecast is too short
            or says nothing of the quantity. A strict threshold is met above it only.
        short_by: threshold less `highest`, 0 where it is reached.
        hours_held: the longest run of hours over the threshold.
        is_met: whether the condition holds by itself.
    """

    level: Level
    criterion: str
    condition: WarningCondition
    highest: float | None
    short_by: float | None
    hours_held: int
    is_met: bool


def margins_to(level: Level, air: Air, sets: tuple[CriteriaSet, ...], member: int) -> tuple[Margin, ...]:
    """The margins of every condition of the level's criteria for one member."""
    return tuple(
        _margin(level, item.id, condition, air, member)
        for found in sets
        for item in found.criteria
        if item.stage.level is level
        for condition in item.conditions
    )


def _margin(level: Level, criterion: str, condition: WarningCondition, air: Air, member: int) -> Margin:
    is_hourly = condition.hours < DAY
    stride = 1 if is_hourly else air.stride
    count = condition.hours if is_hourly else condition.hours // DAY
    values = air.series(condition.quantity)[[member]]
    holds = values > condition.over if condition.over is not None else values >= condition.threshold
    held = int(run_lengths(holds, stride).max()) * (1 if is_hourly else DAY)
    highest = _highest(values[0], stride, count)
    return Margin(
        level=level,
        criterion=criterion,
        condition=condition,
        highest=highest,
        short_by=None if highest is None else max(0.0, round(condition.threshold - highest, 1)),
        hours_held=held,
        is_met=held >= condition.hours,
    )


def _highest(values: Cells, stride: int, count: int) -> float | None:
    """The largest over all starts of the smallest of `count` values, `stride` apart."""
    room = len(values) - (count - 1) * stride
    if room < 1:
        return None
    chains = np.stack([values[at * stride : at * stride + room] for at in range(count)])
    lowest = chains.min(axis=0)
    return float(np.nanmax(lowest)) if np.isfinite(lowest).any() else None
