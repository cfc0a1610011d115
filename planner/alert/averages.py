"""The averages that the standards ask for, for a day from every start hour on, across natural days."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from planner.alert.aqi import NOISE_DIGITS
from planner.alert.forecast import Cells, Forecast
from planner.rules import WarningInForce

__all__ = ["DAY", "Validity", "day_values", "hour_values", "mean_of_day", "validity_of"]

DAY = 24
EIGHT = 8
FIRST_EIGHT = EIGHT - 1
MEANS_OF_DAY = DAY - EIGHT + 1
"""8-hour means that lie wholly inside a day: those that end from 8 to 24 o'clock."""

AVERAGED = ("so2", "no2", "pm10", "pm25", "co")


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """How many values an average needs: hours of a day, hours of an 8-hour mean, 8-hour means of a day."""

    day: int
    eight_hours: int
    eight_hour_means: int


def validity_of(law: WarningInForce) -> Validity:
    """The needs of averages by the law in force."""
    return Validity(
        day=int(law.number("valid.day.hours")),
        eight_hours=int(law.number("valid.eight_hours.hours")),
        eight_hour_means=int(law.number("valid.eight_hour_means.hours")),
    )


def day_values(forecast: Forecast, item: str, validity: Validity) -> Cells:
    """Values of an item of the daily index, one for each day from a start step on.

    Args:
        forecast: hourly or daily.
        item: code of the table's column, such as `pm25_24h`, `o3_8h` (largest 8-hour mean), `o3_1h` (largest hour).
        validity: how many values an average needs.

    Returns:
        (members, starts): an hourly forecast of T hours has T - 23 starts, a daily one as many as days. NaN where too
        many values are missing. Of a daily forecast `o3` is the largest 8-hour mean where `o3_8h` is not given, else
        the largest hour.
    """
    if item == "o3_8h":
        return _largest_eight_hours(forecast, validity)
    if item == "o3_1h":
        return _largest_hour(forecast, validity)
    quantity = item.partition("_")[0]
    return mean_of_day(forecast.of(quantity), validity) if forecast.is_hourly else forecast.of(quantity)


def hour_values(forecast: Forecast, item: str) -> Cells:
    """Values of an item of the hourly index (members, steps); NaN for all where the forecast is daily."""
    if not forecast.is_hourly:
        return np.full((len(forecast.members), forecast.steps), np.nan)
    return forecast.of(item.partition("_")[0])


def mean_of_day(hours: Cells, validity: Validity) -> Cells:
    """24-hour means from every hour on: (members, T) to (members, T - 23)."""
    return _mean(sliding_window_view(hours, DAY, axis=-1), validity.day)


def _largest_eight_hours(forecast: Forecast, validity: Validity) -> Cells:
    if not forecast.is_hourly:
        return forecast.of("o3_8h") if forecast.has("o3_8h") else forecast.of("o3")
    given = forecast.of("o3_8h")[:, FIRST_EIGHT:]
    computed = _mean(sliding_window_view(forecast.of("o3"), EIGHT, axis=-1), validity.eight_hours)
    running = np.where(np.isfinite(given), given, computed)
    return _largest(sliding_window_view(running, MEANS_OF_DAY, axis=-1), validity.eight_hour_means)


def _largest_hour(forecast: Forecast, validity: Validity) -> Cells:
    """The largest hour of a day; never below its largest 8-hour mean, which an hour of it must reach."""
    eight = _largest_eight_hours(forecast, validity)
    if forecast.is_hourly:
        hour = _largest(sliding_window_view(forecast.of("o3"), DAY, axis=-1), validity.day)
    else:
        hour = forecast.of("o3") if forecast.has("o3_8h") else np.full_like(eight, np.nan)
    larger: Cells = np.fmax(hour, eight)
    return larger


def _mean(windows: Cells, least: int) -> Cells:
    counts = np.isfinite(windows).sum(axis=-1)
    totals = np.nansum(windows, axis=-1)
    means: Cells = np.divide(totals, counts, out=np.full(totals.shape, np.nan), where=counts >= max(least, 1))
    return np.round(means, NOISE_DIGITS)


def _largest(windows: Cells, least: int) -> Cells:
    counts = np.isfinite(windows).sum(axis=-1)
    largest: Cells = np.fmax.reduce(windows, axis=-1)
    enough: Cells = np.where(counts >= max(least, 1), largest, np.nan)
    return enough
