"""What a city's measures cut, worked out a second time from the cells alone."""

import numpy as np
import pandas as pd

from tests.synthesis.cities import LEVELS, TARGETS, kilograms

NOX, PM, VOCS = 1, 2, 3
VEHICLES_AND_DUST = {
    ("road_fleet", "yellow"): {NOX: 0.10},
    ("road_fleet", "orange"): {NOX: 0.10},
    ("road_fleet", "red"): {NOX: 0.40, VOCS: 0.30},
    **{("construction", level): {PM: 0.80} for level in LEVELS},
    **{("road_dust", level): {PM: 0.20} for level in LEVELS},
}
CLINKER_LOAD_CUT = {("B", "orange"): 0.2, ("B", "red"): 1.0, ("C", "orange"): 1.0, ("C", "red"): 1.0}


def scores(city: pd.DataFrame, cut: np.ndarray, level: str) -> np.ndarray:
    """Cut over target: PM, VOCs, and SO2 with NOx."""
    base = (kilograms(city) * running(city)[:, None]).sum(axis=0)
    so2, nox, particles, vocs = cut / base
    target = TARGETS[level]
    return np.array([particles / target, vocs / target, (so2 + nox) / (2 * target)])


def running(city: pd.DataFrame) -> np.ndarray:
    return (city["status"] == "running").to_numpy()


def filed_cut(city: pd.DataFrame, level: str) -> np.ndarray:
    """Kilograms that the filed measures cut as executed, with vehicles, dust and clinker's own table."""
    share = 1 - emitted(city, city[f"{level}_kept_share"].to_numpy())
    share = np.maximum(share, clinker_floor(city, level))
    return industry_cut(city, share) + vehicle_and_dust_cut(city, level)


def permitted_cut(city: pd.DataFrame, level: str) -> np.ndarray:
    """Kilograms that everything permitted cuts."""
    held = ((city["can_stop"] == "0") | (city["guarantee"] != "none")).to_numpy()
    limited = city["grade"].isin(["B", "B-"]).to_numpy()
    lowest = np.maximum(city["minimum_load_share"].to_numpy(), 0.5)
    kept = emitted(city, np.where(held | limited, lowest, 0.0))
    return industry_cut(city, np.where(untouchable(city, level), 0.0, 1 - kept)) + vehicle_and_dust_cut(city, level)


def emitted(city: pd.DataFrame, kept: np.ndarray) -> np.ndarray:
    return np.where(kept == 0, city["hold_hot_share"].to_numpy(), kept)


def industry_cut(city: pd.DataFrame, share: np.ndarray) -> np.ndarray:
    weight = share * running(city) * (city["sector"] == "industry").to_numpy()
    return (kilograms(city) * weight[:, None]).sum(axis=0)


def vehicle_and_dust_cut(city: pd.DataFrame, level: str) -> np.ndarray:
    total = np.zeros(4)
    for (kind, at), shares in VEHICLES_AND_DUST.items():
        rows = kilograms(city[city["sub_process"] == kind]).sum(axis=0)
        for place, share in shares.items():
            total[place] += share * rows[place] * (at == level)
    return total


def untouchable(city: pd.DataFrame, level: str) -> np.ndarray:
    exempt = city["exempt_through"].map({"none": 0, "yellow": 1, "orange": 2, "red": 3})
    own = city["grade"].isin(["A", "leading"]) | (city["white_listed"] == "1")
    return (own | small(city) | (exempt > LEVELS.index(level))).to_numpy()


def small(city: pd.DataFrame) -> pd.Series:
    """Rows of firms with at most 100 kg a year in all and no coal."""
    daily = pd.Series(kilograms(city).sum(axis=1), index=city.index).groupby(city["enterprise_id"]).transform("sum")
    coal = (city["uses_coal"] == "1").groupby(city["enterprise_id"]).transform("any")
    return (daily * 330 <= 100) & ~coal & (city["enterprise_id"] != "")


def clinker_floor(city: pd.DataFrame, level: str) -> np.ndarray:
    """Share cut by the clinker table where lines are free; a firm's yellow half of lines is left to its filing."""
    free = (city["sub_process"] == "clinker") & (city["can_stop"] == "1") & (city["guarantee"] == "none")
    table = city["grade"].map(lambda grade: 1.0 if grade == "D" else CLINKER_LOAD_CUT.get((grade, level), 0.0))
    return np.where(free, table, 0.0)
