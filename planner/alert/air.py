"""The air of a forecast as the criteria see it: index, sub-indices and concentrations of every day and hour."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from planner.alert.aqi import round_up, rounded_concentration, sub_index
from planner.alert.averages import DAY, Validity, day_values, hour_values, mean_of_day, validity_of
from planner.alert.forecast import Cells, Forecast
from planner.rules import AqiItem, AqiStandard, WarningInForce

__all__ = ["POLLUTANTS_OF_AIR", "Air", "measure_air"]

Truth = npt.NDArray[np.bool_]

POLLUTANTS_OF_AIR = ("pm25", "pm10", "so2", "no2", "o3", "co")
BARE = POLLUTANTS_OF_AIR.index("pm25")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Air:
    """What the air is like, for a day from every start step on; all arrays (members, starts) but where said.

    Attributes:
        stride: steps from one start to the start one day later.
        day_steps: steps that a day spans.
        aqi: index of the day, whole numbers up to the cap; NaN where it cannot be computed.
        iaqi: (pollutants, members, starts) sub-index by POLLUTANTS_OF_AIR, NaN where missing.
        concentrations: (pollutants, members, starts) as averaged; ozone as the largest 8-hour mean.
        pm25: rounded 24-hour mean.
        primary: (pollutants, members, starts) whether it is a primary pollutant; of a bare index PM2.5.
        missing_hours: hours without any value in the day.
        aqi_hour, so2_hour: (members, steps) of the single hour, NaN in a daily forecast.
    """

    stride: int
    day_steps: int
    aqi: Cells
    iaqi: Cells
    concentrations: Cells
    pm25: Cells
    primary: Truth
    missing_hours: npt.NDArray[np.int64]
    aqi_hour: Cells
    so2_hour: Cells
    starts: int

    def series(self, quantity: str) -> Cells:
        """The values that a condition speaks of: (members, starts), or (members, steps) for hourly quantities.

        Raises:
            KeyError: where the quantity is unknown.
        """
        known: dict[str, Cells] = {
            "aqi": self.aqi,
            "pm25_24h": self.pm25,
            "iaqi_o3": self.iaqi[POLLUTANTS_OF_AIR.index("o3")],
            "aqi_1h": self.aqi_hour,
            "so2_1h": self.so2_hour,
        }
        return known[quantity]


def measure_air(forecast: Forecast, law: WarningInForce) -> Air:
    """The air of the forecast by the standard in force.

    A given `aqi` is the index; concentrations beside it tell the primary pollutant and the sub-indices only.
    """
    standard, validity = law.standard, validity_of(law)
    daily = [standard.item(code) for code in standard.daily_items]
    values = {item.code: day_values(forecast, item.code, validity) for item in daily}
    iaqi = _by_pollutant(values, daily, standard)
    computed = np.fmax.reduce(iaqi, axis=0)
    given = _given_index(forecast, validity, float(standard.steps[-1]))
    aqi = np.where(np.isfinite(given), given, computed)
    concentrations = np.stack([_shown(values, name) for name in POLLUTANTS_OF_AIR])
    return Air(
        stride=DAY if forecast.is_hourly else 1,
        day_steps=DAY if forecast.is_hourly else 1,
        aqi=aqi,
        iaqi=iaqi,
        concentrations=concentrations,
        pm25=rounded_concentration(concentrations[BARE], standard.item("pm25_24h")),
        primary=_primary(iaqi, aqi, law.categories[1].least),
        missing_hours=_missing_hours(forecast),
        aqi_hour=_hour_index(forecast, standard),
        so2_hour=rounded_concentration(hour_values(forecast, "so2_1h"), standard.item("so2_1h")),
        starts=aqi.shape[-1],
    )


def _by_pollutant(values: dict[str, Cells], items: list[AqiItem], standard: AqiStandard) -> Cells:
    """The highest sub-index of each pollutant's items."""
    by_item = {item.code: sub_index(values[item.code], item, standard) for item in items}
    layers = [[by_item[item.code] for item in items if item.pollutant == name] for name in POLLUTANTS_OF_AIR]
    return np.stack([np.fmax.reduce(layer, axis=0) for layer in layers])


def _shown(values: dict[str, Cells], pollutant: str) -> Cells:
    return values["o3_8h"] if pollutant == "o3" else values[f"{pollutant}_24h"]


def _given_index(forecast: Forecast, validity: Validity, cap: float) -> Cells:
    given = forecast.of("aqi")
    means = mean_of_day(given, validity) if forecast.is_hourly else given
    return np.minimum(round_up(means), cap)


def _primary(iaqi: Cells, aqi: Cells, least: int) -> Truth:
    """The pollutants of the highest sub-index from the second category (index above 50) on.

    Of an index that stands alone it is PM2.5.

    Reference:
        HJ 633-2012, 4.4.2; HJ 633-2026, 4.3.1.
    """
    highest = np.fmax.reduce(iaqi, axis=0)
    is_named = aqi >= least
    primary: Truth = (iaqi == highest) & is_named
    primary[BARE] |= is_named & ~np.isfinite(highest)
    return primary


def _hour_index(forecast: Forecast, standard: AqiStandard) -> Cells:
    """The index of each hour: as given, else by the items of the hourly report."""
    given = np.minimum(round_up(hour_values(forecast, "aqi")), float(standard.steps[-1]))
    items = [standard.item(code) for code in standard.hourly_items]
    layers = [sub_index(hour_values(forecast, item.code), item, standard) for item in items]
    return np.where(np.isfinite(given), given, np.fmax.reduce(layers, axis=0))


def _missing_hours(forecast: Forecast) -> npt.NDArray[np.int64]:
    absent: Truth = ~np.any(np.isfinite(forecast.values), axis=1)
    if not forecast.is_hourly:
        return absent.astype(np.int64) * DAY
    return np.asarray(np.sum(sliding_window_view(absent, DAY, axis=-1), axis=-1), dtype=np.int64)
