"""The list as it stands while lines rest off-peak, so that the one builder of problems needs to know nothing of it."""

from dataclasses import replace

import pandas as pd

from planner.inventory import Inventory
from planner.problem import OffPeakUse
from planner.terms import LEVELS, Guarantee, Measure, OperatingStatus

__all__ = ["rest_lines"]

SILENT = (Measure.NO_MEASURE, Measure.SELF)


def rest_lines(inventory: Inventory, use: OffPeakUse) -> Inventory:
    """The inventory with the resting lines as the plan counts them; the list's hash stays, the problem names them.

    A line that stands is idle where `in_base` is false, in neither numerator nor denominator. Where it is true, the
    line stays in the base and its standing still is its filed measure at every level, at no further loss of value
    added. A line that rests in part runs on and stays in the base either way, and files at least its rest.
    """
    frame = inventory.frame.copy()
    kept = frame["source_id"].map({item.source_id: item.kept_share for item in use.resting}).astype(float)
    stands, slows = kept == 0.0, kept > 0.0
    if use.in_base:
        _file_halt(frame, stands)
    else:
        frame.loc[stands, "status"] = str(OperatingStatus.IDLE)
    _file_limit(frame, slows, kept)
    return replace(inventory, frame=frame)


def _file_halt(frame: pd.DataFrame, stands: pd.Series) -> None:
    """A planned rest of weeks is no sudden stop: what keeps a line from stopping at once does not bind it."""
    for level in LEVELS:
        frame.loc[stands, f"{level}_measure"] = str(Measure.HALT)
        frame.loc[stands, f"{level}_kept_share"] = 0.0
    frame.loc[stands, ["value_added_yuan_per_day", "restart_cost_yuan", "minimum_load_share"]] = 0.0
    frame.loc[stands, "can_stop"] = True
    frame.loc[stands, "guarantee"] = str(Guarantee.NONE)


def _file_limit(frame: pd.DataFrame, slows: pd.Series, kept: pd.Series) -> None:
    for level in LEVELS:
        name = f"{level}_kept_share"
        tighter = slows & (kept < frame[name])
        frame.loc[tighter, name] = kept[tighter]
        frame.loc[tighter & frame[f"{level}_measure"].isin(SILENT), f"{level}_measure"] = str(Measure.LIMIT)
