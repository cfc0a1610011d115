"""Sub-indices and the index of a standard, computed on whole arrays."""

import numpy as np

from planner.alert.forecast import Cells
from planner.rules import AqiCategory, AqiItem, AqiStandard

__all__ = ["category_of", "round_up", "rounded_concentration", "sub_index"]

NOISE_DIGITS = 6
"""Places beyond which a mean of measured values says nothing: cut off before rounding, so that 150.5 stays 150.5."""


def sub_index(values: Cells, item: AqiItem, standard: AqiStandard) -> Cells:
    """IAQI of concentrations: rounded first, interpolated between breakpoints, rounded up, capped at the last step.

    IAQI = (IAQI_hi - IAQI_lo) / (BP_hi - BP_lo) * (C - BP_lo) + IAQI_lo

    Args:
        values: concentrations of the item's averaging time, µg/m³ (CO mg/m³); NaN stays NaN.
        item: the column of the table.
        standard: the standard that it belongs to.

    Returns:
        Whole numbers from 0 to the last step; NaN above a short column whose `above_item` speaks instead.

    Reference:
        HJ 633-2012, 4.2 and table 1; HJ 633-2026, 4.2.4 to 4.2.6 and table 3.
    """
    rounded = rounded_concentration(values, item)
    steps = np.array(standard.steps[: len(item.breakpoints)], dtype=np.float64)
    index = round_up(np.interp(rounded, np.array(item.breakpoints), steps))
    above = rounded > item.breakpoints[-1]
    if item.above_item:
        return np.where(above, np.nan, index)
    return np.where(above, float(item.above_iaqi), index) if item.above_iaqi is not None else index


def rounded_concentration(values: Cells, item: AqiItem) -> Cells:
    """Concentrations at the item's number of places, half to even (GB/T 8170)."""
    return np.round(np.round(values, NOISE_DIGITS), item.decimals)


def round_up(values: Cells) -> Cells:
    """The next whole number, without taking the noise of floating point for more."""
    return np.ceil(np.round(values, NOISE_DIGITS))


def category_of(aqi: float, categories: tuple[AqiCategory, ...]) -> AqiCategory:
    """The category of an index."""
    return max((item for item in categories if item.least <= max(aqi, 0.0)), key=lambda item: item.least)
