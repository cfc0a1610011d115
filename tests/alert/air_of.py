"""Forecasts made by hand: as little as a test needs."""

from datetime import datetime

import numpy as np

from planner.alert import CAUSES, QUANTITIES, Forecast
from planner.terms import BEIJING

START = datetime(2026, 12, 1, tzinfo=BEIJING)


def hourly(*, start: datetime = START, cause: str = "", **given: list[float]) -> Forecast:
    """An hourly forecast of one member."""
    return _forecast(1, start, cause, given)


def daily(*, start: datetime = START, cause: str = "", **given: list[float]) -> Forecast:
    """A daily forecast of one member."""
    return _forecast(24, start, cause, given)


def _forecast(step: int, start: datetime, cause: str, given: dict[str, list[float]]) -> Forecast:
    names = tuple(name for name in QUANTITIES if name in given)
    values = np.array([[given[name] for name in names]], dtype=np.float64)
    code = CAUSES.index(cause) if cause else -1
    causes = np.full((1, values.shape[-1]), code, dtype=np.int8)
    return Forecast(start=start, step_hours=step, quantities=names, values=values, causes=causes)
