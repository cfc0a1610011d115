"""The cells that only some equipment has: ovens, furnaces, kilns that burn waste, and the lowest day of last year."""

import numpy as np
import pandas as pd

from planner.sources.synthesis.draws import Floats, Ints
from planner.sources.synthesis.firms import GUARANTEES
from planner.sources.synthesis.industry import Industry
from planner.sources.synthesis.text import decimals, whole
from planner.terms import Guarantee

__all__ = ["equipment_cells"]

_OVENS = ("coke_oven",)
_FURNACES = ("converter", "electric_furnace")
_PERCENT = 100


def equipment_cells(industry: Industry, output: pd.Series) -> pd.DataFrame:
    """One row a line; a cell is empty where the equipment has no such number.

    Args:
        industry: the lines as drawn.
        output: last year's daily output as the list states it, in tonnes.
    """
    process = industry.parameters.factor_text("sub_process", industry.roster.factor)
    ovens, furnaces = process.isin(_OVENS), process.isin(_FURNACES)
    burns = pd.Series(industry.activity.guarantee == GUARANTEES.index(Guarantee.CO_DISPOSAL))
    waste = decimals(np.rint(_between(industry, "co_disposal_t_per_day")).astype(np.int64) * 10, 1)
    return pd.DataFrame(
        {
            "lowest_output_t_per_day": decimals(_lowest_kg(industry, output), 3),
            "oven_height_m": _oven_heights(industry).where(ovens, ""),
            "coking_hours": whole(np.rint(_between(industry, "coking_hours")).astype(np.int64)).where(ovens, ""),
            "heats_per_day": whole(np.rint(_between(industry, "heats_per_day")).astype(np.int64)).where(furnaces, ""),
            "co_disposal_t_per_day": waste.where(burns, ""),
            "co_disposal_hazardous_share": "",
        }
    )


def _lowest_kg(industry: Industry, output: pd.Series) -> Ints:
    """Kilograms of the lowest day: a whole percentage of the output in whole kilograms."""
    kilograms = output.str.replace(".", "", regex=False).astype(np.int64).to_numpy()
    percent = np.rint(_PERCENT * _between(industry, "lowest_output")).astype(np.int64)
    return np.asarray(kilograms * percent // _PERCENT, dtype=np.int64)


def _oven_heights(industry: Industry) -> pd.Series:
    """One of two heights, in centimetres as drawn from the table."""
    drawn = industry.draws.uniform("oven height", len(industry.roster.factor))
    low, high = (int(industry.parameters.value(f"equipment.oven_height_cm_{end}")) for end in ("low", "high"))
    tall = drawn < industry.parameters.value("equipment.tall_oven_share")
    return decimals(np.where(tall, high, low).astype(np.int64), 2)


def _between(industry: Industry, name: str) -> Floats:
    low, high = (industry.parameters.value(f"equipment.{name}_{end}") for end in ("low", "high"))
    return low + (high - low) * industry.draws.uniform(f"equipment {name}", len(industry.roster.factor))
