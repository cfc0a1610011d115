"""Synthetic cities as numbers, read back from their cells: the tests share no arithmetic with the generator."""

from functools import cache

import numpy as np
import pandas as pd

from planner.sources.synthesis import synthesize_city

DEMO_LINES = 3600
DEMO_SEED = 20261123
POLLUTANTS = ("so2", "nox", "pm", "vocs")
TARGETS = {"yellow": 0.10, "orange": 0.20, "red": 0.30}
LEVELS = tuple(TARGETS)
NUMBER_ENDINGS = ("_per_day", "_share", "_hours", "_yuan", "_days_per_year")


@cache
def texts(lines: int = DEMO_LINES, seed: int = DEMO_SEED) -> pd.DataFrame:
    """The city as it is written."""
    return synthesize_city(lines, seed)


@cache
def numbers(lines: int = DEMO_LINES, seed: int = DEMO_SEED) -> pd.DataFrame:
    """The same with its quantities as numbers."""
    city = texts(lines, seed).copy()
    for name in city.columns[city.columns.str.endswith(NUMBER_ENDINGS)]:
        city[name] = pd.to_numeric(city[name])
    return city


def lines_of(city: pd.DataFrame) -> pd.DataFrame:
    """Rows of lines and boilers."""
    return city[city["source_kind"].isin(["line", "boiler"])]


def firms_with(city: pd.DataFrame, **cells: str) -> int:
    """Enterprises that have a row with all these cells."""
    chosen = np.logical_and.reduce([city[name] == cell for name, cell in cells.items()])
    return int(lines_of(city[chosen])["enterprise_id"].nunique())


def kilograms(city: pd.DataFrame) -> np.ndarray:
    """Kilograms a day of each row, one column a pollutant."""
    return city[[f"{name}_kg_per_day" for name in POLLUTANTS]].to_numpy()
