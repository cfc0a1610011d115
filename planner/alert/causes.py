"""Why the air is heavy on a day, and whether that lets mandatory measures be ordered."""

from enum import StrEnum

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from planner.alert.air import POLLUTANTS_OF_AIR, Air
from planner.alert.criteria import Truth
from planner.alert.forecast import CAUSES, Forecast
from planner.rules import WarningInForce

__all__ = ["DAY_CAUSES", "Response", "causes_of_days", "mandatory_days", "response_to"]

DAY = 24
OTHER = "other"
DAY_CAUSES = (*CAUSES, OTHER)
"""Causes of a day; `other` stands for SO2, NO2 and CO."""

DayCauses = npt.NDArray[np.int8]


class Response(StrEnum):
    """What follows from a cause: measures by order, or a notice that protects health."""

    MANDATORY = "mandatory"
    HEALTH_NOTICE = "health_notice"


def causes_of_days(forecast: Forecast, air: Air, law: WarningInForce) -> DayCauses:
    """The cause of each day (members, starts), as a place in DAY_CAUSES.

    It is the cause that the forecast gives for most steps of the day, else that of the primary pollutant; where PM2.5
    is one of several, it is PM2.5.
    """
    given = _given(forecast)
    by_air = np.full(air.aqi.shape, DAY_CAUSES.index(OTHER), dtype=np.int8)
    for pollutant in reversed(POLLUTANTS_OF_AIR):
        at = POLLUTANTS_OF_AIR.index(pollutant)
        by_air[air.primary[at]] = DAY_CAUSES.index(_cause_of(pollutant, law))
    return np.where(given >= 0, given, by_air).astype(np.int8)


def response_to(cause: str, law: WarningInForce) -> Response:
    """What follows from a cause; mandatory measures where the law in force makes no difference by cause."""
    return Response(law.word(f"cause.{cause}") or Response.MANDATORY)


def mandatory_days(causes: DayCauses, law: WarningInForce) -> Truth:
    """Days whose cause lets mandatory measures be ordered."""
    allowed = np.array([response_to(cause, law) is Response.MANDATORY for cause in DAY_CAUSES])
    return allowed[causes]


def _cause_of(pollutant: str, law: WarningInForce) -> str:
    named = law.word(f"cause_of.{pollutant}") or pollutant
    return named if named in DAY_CAUSES else OTHER


def _given(forecast: Forecast) -> DayCauses:
    """The most frequent cause given for the steps of a day, -1 where none is."""
    if not forecast.is_hourly:
        return forecast.causes
    windows = sliding_window_view(forecast.causes, DAY, axis=-1)
    counts = np.stack([(windows == code).sum(axis=-1) for code in range(len(CAUSES))])
    return np.where(counts.max(axis=0) > 0, counts.argmax(axis=0), -1).astype(np.int8)
