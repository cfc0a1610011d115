"""The cells of a line that hold its operation, output, emissions and costs."""

import numpy as np
import pandas as pd

from planner.sources.synthesis.draws import Floats, Ints
from planner.sources.synthesis.industry import Industry
from planner.sources.synthesis.text import decimals, whole
from planner.terms import POLLUTANTS, Pollutant

__all__ = ["cost_cells", "daily_vehicles", "emission_cells", "operation_cells"]

_KG_PER_TONNE = 1000
_PARTICLES = POLLUTANTS.index(Pollutant.PM)
_FACTOR_OF_COLUMN = {
    "safe_stop_hours": "safe_stop_hours",
    "ramp_down_hours": "ramp_down_hours",
    "ramp_up_hours": "ramp_up_hours",
    "operating_days_per_year": "operating_days",
    "operating_hours": "operating_hours",
}


def operation_cells(industry: Industry) -> pd.DataFrame:
    """How the line may be run, and its capacities: the approved one, the permitted one, last year's output."""
    rows, activity = industry.roster.factor, industry.activity
    hours = {
        column: whole(industry.parameters.factor(name, rows).astype(np.int64))
        for column, name in _FACTOR_OF_COLUMN.items()
    }
    output = _tonnes(industry) * _KG_PER_TONNE
    approved = output * _between(industry, "capacity", "approved")
    amounts = {
        "capacity_t_per_day": approved,
        "permit_capacity_t_per_day": approved * _permit_excess(industry),
        "actual_output_t_per_day": output,
    }
    shares = {
        "can_stop": whole(activity.can_stop),
        "minimum_load_share": decimals(activity.minimum_percent, 2),
        "hold_hot_share": decimals(activity.hold_percent, 2),
    }
    return pd.DataFrame({**shares, **hours, **{name: decimals(_rounded(kg), 3) for name, kg in amounts.items()}})


def emission_cells(industry: Industry) -> pd.DataFrame:
    """Kilograms of a normal day; PM10 and PM2.5 are parts of the particulate matter."""
    grams = industry.activity.grams
    cells = {f"{name}_kg_per_day": decimals(grams[:, place], 3) for place, name in enumerate(POLLUTANTS)}
    for size in ("pm10", "pm25"):
        part = grams[:, _PARTICLES] * industry.parameters.factor(f"{size}_share", industry.roster.factor)
        cells[f"{size}_kg_per_day"] = decimals(_rounded(part), 3)
    return pd.DataFrame(cells)


def cost_cells(industry: Industry) -> pd.DataFrame:
    """Value added, restart cost, electricity and heavy trucks of a normal day."""
    parameters, rows, activity = industry.parameters, industry.roster.factor, industry.activity
    restart = activity.value_yuan * parameters.factor("restart_days", rows)
    kilowatt_hours = activity.units * parameters.factor("kwh_per_unit", rows)
    return pd.DataFrame(
        {
            "value_added_yuan_per_day": whole(activity.value_yuan),
            "restart_cost_yuan": whole(_rounded(restart)),
            "electricity_kwh_per_day": whole(_rounded(kilowatt_hours * _between(industry, "electricity", "around"))),
            "vehicles_per_day": whole(daily_vehicles(industry)),
        }
    )


def daily_vehicles(industry: Industry) -> Ints:
    """Heavy trucks in and out a day, one entry a line."""
    trucks = _tonnes(industry) * industry.parameters.factor("trucks_per_tonne", industry.roster.factor)
    return np.floor(trucks).astype(np.int64)


def _tonnes(industry: Industry) -> Floats:
    return industry.activity.units * industry.parameters.factor("tonnes_per_unit", industry.roster.factor)


def _between(industry: Industry, topic: str, name: str) -> Floats:
    low, high = (industry.parameters.value(f"{topic}.{name}_{end}") for end in ("low", "high"))
    return low + (high - low) * industry.draws.uniform(topic, len(industry.roster.factor))


def _permit_excess(industry: Industry) -> Floats:
    drawn = industry.draws.uniform("permit capacity", len(industry.roster.factor))
    above = industry.parameters.value("capacity.permit_above")
    return np.where(drawn < industry.parameters.value("capacity.permit_above_share"), 1 + above, 1.0)


def _rounded(values: Floats) -> Ints:
    return np.rint(values).astype(np.int64)
