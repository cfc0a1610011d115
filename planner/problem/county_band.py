"""Family 8, county balance: what stops of a county's value added lies within a band around what stops of the city's."""

from dataclasses import replace

import numpy as np
import pandas as pd

from planner.problem.records import NO_INDEX, PlanProblem
from planner.problem.side_record import SideRows, no_rows, options_of
from planner.problem.side_tables import BandTable
from planner.rules import RulesInForce
from planner.terms import SourceKind

__all__ = ["ABOVE", "BELOW", "county_band_side", "find_county_bands", "with_band"]

ABOVE, BELOW = "national.together.county_band.above", "national.together.county_band.below"
FIRM_KINDS = (SourceKind.LINE, SourceKind.BOILER)
OFF = 1.0
"""A band as wide as everything: no county can leave it."""


def find_county_bands(frame: pd.DataFrame, rules: RulesInForce) -> BandTable | None:
    """Two rows a county c: stopped[c] - stopped <= above, and stopped - stopped[c] <= below.

    Symbols: stopped[c] share of the county's listed value added that stops, sum of v[i] * (1 - kept[i]) / sum of v[i]
    over its running lines and boilers; stopped the same of the whole city; v[i] yuan/d (`value_added_yuan_per_day`);
    above, below the city's bands, shares. Firms outside an order count in both. A side whose band is 1 has no row.
    Reference: rules national.together.county_band.above and .below, which are a city's choice and no law.
    """
    bands = {ABOVE: rules.number_or(ABOVE, OFF), BELOW: rules.number_or(BELOW, OFF)}
    firms = np.isin(frame["source_kind"], FIRM_KINDS)
    value = np.where(firms, np.nan_to_num(frame["value_added_yuan_per_day"].to_numpy(dtype=float)), 0.0)
    county, place = np.unique(frame["county_code"].to_numpy(dtype=str)[value > 0.0], return_inverse=True)
    rule = [name for name in (ABOVE, BELOW) if bands[name] < OFF for _ in county]
    if not rule:
        return None
    where = np.full(len(frame), NO_INDEX, dtype=np.int64)
    where[value > 0.0] = place
    return BandTable(
        value=value,
        place=where,
        county=tuple(county.tolist()),
        side=np.tile(np.arange(len(county)), len(rule) // len(county)).astype(np.int64),
        above=np.array([name == ABOVE for name in rule]),
        band=np.array([bands[name] for name in rule]),
        waived=np.zeros(len(rule)),
        citation=tuple(rule),
    )


def county_band_side(problem: PlanProblem) -> SideRows:
    """The rows of the family, one a side of a county."""
    table = problem.side.county_band if problem.side else None
    if table is None:
        return no_rows()
    _, option = options_of(problem, np.flatnonzero(table.value > 0.0))
    source = problem.options.source[option]
    stops = table.value[source] * (1.0 - problem.options.kept_share[option])
    real = stops > 0.0
    option, source, stops = option[real], source[real], stops[real]
    real_place = table.place != NO_INDEX
    whole = np.bincount(table.place[real_place], weights=table.value[real_place], minlength=len(table.county))
    city = stops / whole.sum()
    own = table.place[source][None, :] == table.side[:, None]
    value = np.where(table.above, 1.0, -1.0)[:, None] * (city - own * (stops / whole[table.place[source]]))
    count = len(table.band)
    return SideRows(
        family=("county_band",) * count,
        label=table.label,
        need=-(table.band + table.waived),
        row=np.repeat(np.arange(count), len(option)),
        option=np.tile(option, count),
        value=value.ravel(),
    )


def with_band(problem: PlanProblem, index: int, band: float) -> PlanProblem:
    """The problem with another band at one side of a county; what the obligations miss of it stays waived.

    Args:
        index: of the side in the table of county bands.
        band: share, 0..1.

    Raises:
        ValueError: where the problem has no county bands.
    """
    if problem.side is None or problem.side.county_band is None:
        raise ValueError(index)
    table = problem.side.county_band
    changed, waived = table.band.copy(), table.waived.copy()
    changed[index] = band
    if waived[index] > 0.0:
        waived[index] = max(0.0, table.band[index] + waived[index] - band)
    return replace(problem, side=replace(problem.side, county_band=replace(table, band=changed, waived=waived)))
