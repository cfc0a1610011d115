"""An episode day by day: when each measure is real, what of it is real on which day, what goes on after the end."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["DayTable", "Schedule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The course of a measure over the D days of an episode.

    Attributes:
        real: (D,) part of the measure's full reduction that is real on each day, no unit.
        kept: (D,) share of normal activity asked on each day, 0..1; empty where it is the option's own on all days.
        begin_hours: hours from the start of the episode at which the source begins; negative: it is told earlier.
        tail_hours: hours after the end that go by until normal activity, weighted by the part still lost then.
        stops: how many times the line stands still; each is followed by one restart.
        end_hours: hours from the start of the episode at which the source is released; None: at the episode's end.
    """

    real: tuple[float, ...]
    kept: tuple[float, ...]
    begin_hours: float
    tail_hours: float
    stops: int
    end_hours: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DayTable:
    """What the options of a problem come to on each day; their own kilograms and yuan are then those of the mean day.

    Attributes:
        full_kg_per_day: (m, p) reduction of each option once all of it is real.
        schedule: (m,) index into `schedules`.
        form: (m,) Stand of each option: 0 all days, 1 the first days alone, 2 in turn; `step_form` (q,) of each step.
        tail_yuan: (m,) the part of the option's cost that falls after the end: value added lost until normal activity.
    """

    full_kg_per_day: NDArray[np.float64]
    schedule: NDArray[np.int64]
    schedules: tuple[Schedule, ...]
    form: NDArray[np.int64]
    step_form: NDArray[np.int64]
    tail_yuan: NDArray[np.float64]

    @property
    def count(self) -> int:
        """Number of days D."""
        return len(self.schedules[0].real) if self.schedules else 0

    def real_share(self) -> NDArray[np.float64]:
        """(m, D) part of each option's full reduction that is real on each day."""
        table = np.array([item.real for item in self.schedules], dtype=float).reshape(len(self.schedules), self.count)
        return np.asarray(table[self.schedule], dtype=np.float64)

    def reduction_on(self, day: int, option: NDArray[np.int64]) -> NDArray[np.float64]:
        """(k, p) kilograms that these options take on a day, counted from 0."""
        table = np.array([item.real[day] for item in self.schedules], dtype=float)
        return np.asarray(self.full_kg_per_day[option] * table[self.schedule[option]][:, None], dtype=np.float64)

    def taken(self, kept: NDArray[np.bool_]) -> "DayTable":
        """The table with only these options."""
        return DayTable(
            full_kg_per_day=self.full_kg_per_day[kept],
            schedule=self.schedule[kept],
            schedules=self.schedules,
            form=self.form[kept],
            step_form=self.step_form,
            tail_yuan=self.tail_yuan[kept],
        )
