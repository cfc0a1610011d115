"""The stated factors beside the demonstration list, as what estimates of a list may rest on."""

from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any

from planner.inventory.meaning import ProcessFactors
from planner.sources.synthesis.parameters import load_parameters

__all__ = ["read_process_factors"]

_MIDDLES = {f"{name}_kg_per_day": (f"{name}_low", f"{name}_high") for name in ("so2", "nox", "pm", "vocs")}
_FIXED = {
    "safe_stop_hours": "safe_stop_hours",
    "ramp_down_hours": "ramp_down_hours",
    "ramp_up_hours": "ramp_up_hours",
    "operating_hours": "operating_hours",
}
_PAIRS = {"minimum_load_share": ("minimum_load_low", "minimum_load_high")}


@cache
def read_process_factors() -> tuple[ProcessFactors, ...]:
    """One record a process that data/synthetic_factors.csv states factors for; of several firm types the first.

    Amounts are the middle of the stated range for each tonne of activity a day.
    """
    table = load_parameters().factors
    first = table.drop_duplicates(["key_industry", "sub_process"])
    return tuple(_record(row) for row in first.to_dict("records"))


def _record(row: Mapping[Hashable, Any]) -> ProcessFactors:
    tonnes = _number(row, "tonnes_per_unit")
    middles = {name: (_number(row, low) + _number(row, high)) / 2 for name, (low, high) in _MIDDLES.items()}
    middles["value_added_yuan_per_day"] = _number(row, "value_added_yuan_per_unit")
    middles["restart_cost_yuan"] = _number(row, "value_added_yuan_per_unit") * _number(row, "restart_days")
    per_tonne = {name: value / tonnes for name, value in middles.items()} if tonnes else {}
    per_tonne["vehicles_per_day"] = _number(row, "trucks_per_tonne")
    fixed = {name: _number(row, column) for name, column in _FIXED.items()}
    fixed |= {name: (_number(row, low) + _number(row, high)) / 2 for name, (low, high) in _PAIRS.items()}
    fixed["hold_hot_share"] = (_number(row, "hold_low") + _number(row, "hold_high")) / 2
    fixed["can_stop"] = float(_number(row, "stop_share") > 0)
    return ProcessFactors(
        key_industry=str(row["key_industry"]),
        sub_process=str(row["sub_process"]),
        per_tonne=per_tonne,
        of_pm={f"pm{size}_kg_per_day": _number(row, f"pm{size}_share") for size in ("10", "25")},
        fixed=fixed,
        source=f"data/synthetic_factors.csv: {row['source']}",
    )


def _number(row: Mapping[Hashable, Any], name: str) -> float:
    return float(str(row[name]) or 0)
