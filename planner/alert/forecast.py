"""A forecast of the air: one grid of hours or days, one layer a member."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
import numpy.typing as npt

__all__ = ["CAUSES", "QUANTITIES", "Causes", "Cells", "Forecast"]

Cells = npt.NDArray[np.float64]
Causes = npt.NDArray[np.int8]

QUANTITIES = ("aqi", "pm25", "pm10", "so2", "no2", "o3", "o3_8h", "co")
"""Columns of a forecast: the index itself, µg/m³, and mg/m³ for CO."""

CAUSES = ("pm25", "o3", "dust", "fire", "transport")
"""Why the air is heavy, as a forecaster may say it."""

HOURLY = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Forecast:
    """The air of some hours or days.

    Attributes:
        start: start of the first step.
        step_hours: 1 or 24.
        quantities: columns that are given, in the order of QUANTITIES.
        values: float64 (members, quantities, steps), NaN where missing; units as QUANTITIES says.
        causes: int8 (members, steps), place in CAUSES, -1 where none is given.
        members: names of the members, one empty name where there is no ensemble.
    """

    start: datetime
    step_hours: int
    quantities: tuple[str, ...]
    values: Cells
    causes: Causes
    members: tuple[str, ...] = ("",)

    @property
    def steps(self) -> int:
        """How many hours or days the grid holds."""
        return int(self.values.shape[-1])

    @property
    def hours(self) -> int:
        """How many hours the grid holds."""
        return self.steps * self.step_hours

    @property
    def end(self) -> datetime:
        """The end of the last step."""
        return self.start + timedelta(hours=self.hours)

    @property
    def is_hourly(self) -> bool:
        """Whether a step is an hour."""
        return self.step_hours == HOURLY

    def has(self, quantity: str) -> bool:
        """Whether the column is given."""
        return quantity in self.quantities

    def of(self, quantity: str) -> Cells:
        """The values of a column (members, steps), all NaN where it is not given."""
        if self.has(quantity):
            return self.values[:, self.quantities.index(quantity), :]
        return np.full((len(self.members), self.steps), np.nan)

    def moment(self, step: int) -> datetime:
        """The start of a step."""
        return self.start + timedelta(hours=step * self.step_hours)
