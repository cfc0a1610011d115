"""Which criterion is met from which start step on, and for how long: runs of 24-hour means, one day apart."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from planner.alert.air import Air
from planner.rules import CriteriaSet, WarningCondition, WarningCriterion

__all__ = ["MetCriterion", "Truth", "judge", "run_lengths"]

DAY = 24
Truth = npt.NDArray[np.bool_]
Steps = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MetCriterion:
    """Where a criterion is met.

    Attributes:
        source: the regime or variant that it belongs to.
        length: (members, steps) steps for which it holds from the step on, 0 where it is not met there.
    """

    criterion: WarningCriterion
    source: CriteriaSet
    length: Steps


def judge(air: Air, sets: tuple[CriteriaSet, ...], counted: Truth | None = None) -> tuple[MetCriterion, ...]:
    """Every criterion of the sets, judged from every start step on.

    A condition of N hours over a threshold holds from a start step where N / 24 consecutive 24-hour means, one day
    apart from it on, are each over the threshold; it lasts for the whole run of such means. The other conditions of a
    criterion must hold somewhere inside the run of the longest one.

    Args:
        air: the air of a forecast.
        sets: regime and variants in force.
        counted: (members, starts) days that count, all where None; a set with a response of its own counts all.
    """
    return tuple(
        MetCriterion(criterion=item, source=found, length=_length(air, item, None if found.response else counted))
        for found in sets
        for item in found.criteria
    )


def run_lengths(holds: Truth, stride: int) -> Steps:
    """How many in a row hold from each place on, `stride` places apart.

    >>> run_lengths(np.array([[True, True, False, True]]), 1).tolist()
    [[2, 1, 0, 1]]
    """
    runs = holds.astype(np.int64)
    for _ in range(holds.shape[-1] // stride):
        runs = np.where(holds, 1 + _ahead(runs, stride), 0)
    return runs


def _ahead(values: Steps, stride: int) -> Steps:
    """The values one stride later, 0 beyond the end."""
    shifted = np.zeros_like(values)
    if stride < values.shape[-1]:
        shifted[:, :-stride] = values[:, stride:]
    return shifted


def _length(air: Air, criterion: WarningCriterion, counted: Truth | None) -> Steps:
    conditions = sorted(criterion.conditions, key=lambda item: -item.hours)
    main, others = conditions[0], conditions[1:]
    holds = _holds(air, main)
    if main.hours < DAY:
        runs = run_lengths(holds, 1)
        return np.where(runs >= main.hours, runs, 0)
    if counted is not None:
        holds = holds & counted
    runs = run_lengths(holds, air.stride)
    met = runs * DAY >= main.hours
    for other in others:
        met &= _inside(air, other, holds)
    length = np.where(met, (runs - 1) * air.stride + air.day_steps, 0)
    return np.pad(length, ((0, 0), (0, air.day_steps - 1)))


def _inside(air: Air, condition: WarningCondition, run: Truth) -> Truth:
    """Whether the condition holds somewhere inside the run that begins here."""
    if condition.hours < DAY:
        here = _some_hour(air, condition)
    else:
        here = run_lengths(_holds(air, condition) & run, air.stride) * DAY >= condition.hours
    found = here & run
    for _ in range(air.starts // air.stride):
        found = run & (here | _ahead(found.astype(np.int64), air.stride).astype(bool))
    return found


def _some_hour(air: Air, condition: WarningCondition) -> Truth:
    """Whether the hourly condition holds at some hour of the day from each start on."""
    hits = run_lengths(_holds(air, condition), 1) >= condition.hours
    some: Truth = np.any(sliding_window_view(hits, air.day_steps, axis=-1), axis=-1)
    return some


def _holds(air: Air, condition: WarningCondition) -> Truth:
    values = air.series(condition.quantity)
    return values > condition.over if condition.over is not None else values >= condition.threshold
