"""Of all criteria that are met, the one that the advice names."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from planner.alert.criteria import MetCriterion
from planner.alert.forecast import Forecast
from planner.terms import Level

__all__ = ["Chosen", "choose_criterion"]

DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chosen:
    """A met criterion with the first step from which it holds.

    Attributes:
        first: start step of its run.
        length: steps of the run.
        starts: start steps of the days of the run, one day apart.
    """

    met: MetCriterion
    first: int
    length: int
    starts: npt.NDArray[np.int64]


def choose_criterion(
    met: tuple[MetCriterion, ...], level: Level | None, member: int, forecast: Forecast
) -> Chosen | None:
    """The criterion of the level that is met earliest; of several the one of the longer run, then the one named first.

    None where there is no level.
    """
    found = [
        _chosen(item, member, forecast)
        for item in met
        if level is not None and item.criterion.stage.level is level and item.length[member].any()
    ]
    return min(found, key=lambda item: (item.first, -item.length), default=None)


def _chosen(met: MetCriterion, member: int, forecast: Forecast) -> Chosen:
    lengths = met.length[member]
    first = int(np.flatnonzero(lengths)[0])
    length = int(lengths[first])
    stride = DAY if forecast.is_hourly else 1
    room = forecast.steps - stride
    starts = np.arange(first, first + max(length - stride, 0) + 1, stride)
    return Chosen(met=met, first=first, length=length, starts=np.minimum(starts, max(room, 0)))
