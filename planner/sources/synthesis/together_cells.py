"""The cells of lines that depend on each other: heat given, output guaranteed, lines that feed lines, shared stacks."""

import numpy as np
import pandas as pd

from planner.sources.synthesis.draws import Floats, Ints
from planner.sources.synthesis.firms import GUARANTEES
from planner.sources.synthesis.industry import Industry
from planner.sources.synthesis.text import decimals, whole
from planner.terms import Guarantee

__all__ = ["together_cells"]

_FEEDS = {"blast_furnace": "sinter", "converter": "blast_furnace", "rolling": "converter", "grinding": "clinker"}
"""The process before each process of the same firm."""
_SEVERAL = 2
_PERCENT = 100


def together_cells(industry: Industry, source_id: pd.Series, output: pd.Series) -> pd.DataFrame:
    """One row a line; a cell is empty where the line depends on no other.

    Args:
        industry: the lines as drawn.
        source_id: the ids of the lines.
        output: last year's daily output as the list states it, in tonnes.
    """
    heats, delivers = _guaranteed(industry, Guarantee.HEAT), _guaranteed(industry, Guarantee.OUTPUT)
    feeders, shares = _feeders(industry, source_id), _shared(industry)
    kilograms = output.str.replace(".", "", regex=False).astype(np.int64).to_numpy()
    due = kilograms * industry.activity.minimum_percent // _PERCENT
    return pd.DataFrame(
        {
            "guaranteed_output_t_per_day": decimals(due, 3).where(delivers, ""),
            "heat_area": "",
            "heat_supply_gj_per_day": whole(_heat(industry)).where(heats, ""),
            "heat_load_share": decimals(_percent(industry, "heat_load"), 2).where(heats, ""),
            "upstream_source_ids": feeders,
            "fed_share": decimals(_percent(industry, "fed"), 2).where(feeders != "", ""),
            "stack_id": ("P" + whole(industry.roster.group)).where(shares, ""),
            "stack_least_load_share": decimals(_percent(industry, "stack_least_load"), 2).where(shares, ""),
        }
    )


def _guaranteed(industry: Industry, guarantee: Guarantee) -> pd.Series:
    return pd.Series(industry.activity.guarantee == GUARANTEES.index(guarantee))


def _heat(industry: Industry) -> Ints:
    return np.rint(_between(industry, "heat_gj_per_unit") * industry.activity.units).astype(np.int64)


def _feeders(industry: Industry, source_id: pd.Series) -> pd.Series:
    """The running lines of the process before, in the same firm."""
    process = industry.parameters.factor_text("sub_process", industry.roster.factor)
    firm, runs = pd.Series(industry.roster.firm), pd.Series(industry.activity.running == 1)
    lines = pd.DataFrame({"firm": firm, "process": process, "id": source_id})
    joined = lines[runs].groupby(["firm", "process"], sort=True)["id"].agg(";".join)
    keys = pd.MultiIndex.from_arrays([firm, process.map(_FEEDS).fillna("")])
    return pd.Series(joined.reindex(keys).fillna("").to_numpy(dtype=str), dtype=str)


def _shared(industry: Industry) -> pd.Series:
    """The first two lines of a process, for a stated share of the firms that have several."""
    roster = industry.roster
    drawn = industry.draws.uniform("shared stack", int(roster.group[-1]) + 1)[roster.group]
    several = (roster.group_size >= _SEVERAL) & (roster.ordinal <= _SEVERAL)
    return pd.Series(several & (drawn < industry.parameters.value("together.shared_stack_share")))


def _percent(industry: Industry, name: str) -> Ints:
    return np.rint(_PERCENT * _between(industry, name)).astype(np.int64)


def _between(industry: Industry, name: str) -> Floats:
    low, high = (industry.parameters.value(f"together.{name}_{end}") for end in ("low", "high"))
    return low + (high - low) * industry.draws.uniform(f"together {name}", len(industry.roster.factor))
