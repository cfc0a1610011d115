"""The field's summary table by sector, and the same by county."""

import math

import numpy as np
import pandas as pd

from planner.compare.reported import (
    REPORTED,
    WHOLE_SOCIETY,
    base_by_source,
    exact_group_sums,
    reduction_by_source,
    shares,
)
from planner.plan import Plan
from planner.problem import PlanProblem
from planner.problem.records import Floats
from planner.terms import Sector, SourceKind

__all__ = ["city_summary", "county_summary"]

FIRM_KINDS = (SourceKind.LINE, SourceKind.BOILER)


def city_summary(problem: PlanProblem, plan: Plan) -> pd.DataFrame:
    """The field's table for the plan's level: one row a sector and pollutant, the whole society last.

    Returns:
        Columns: `sector` (a Sector value or WHOLE_SOCIETY), `pollutant` (one of REPORTED), `base_kg_per_day` and
        `reduction_kg_per_day` (kg/d), `share` (0..1): of the sector's own base in a sector's rows, of the whole
        society's base in the rows of the whole society. Rows stand in the order dust, industry, mobile, other, whole
        society, and in REPORTED order inside each; a sector without sources has zeros.
    """
    base, cut = base_by_source(problem), reduction_by_source(problem, plan)
    sector = pd.Index(problem.sources.sector)
    names = [str(item) for item in Sector]
    by_sector = [_sector_sums(values, sector, names) for values in (base, cut)]
    rows = [*names, WHOLE_SOCIETY]
    return pd.DataFrame(
        {
            "sector": np.repeat(rows, len(REPORTED)),
            "pollutant": list(REPORTED) * len(rows),
            "base_kg_per_day": by_sector[0],
            "reduction_kg_per_day": by_sector[1],
            "share": shares(by_sector[1], by_sector[0]),
        }
    )


def county_summary(problem: PlanProblem, plan: Plan) -> pd.DataFrame:
    """One row a county, sorted by code.

    Returns:
        Columns: `county_code`; counts `enterprises_listed`, `enterprises_ordered`, `lines_listed`, `lines_ordered`
        (lines and boilers with a measure), `lines_halted` (those that stand still) and `fleets_and_sites_ordered`;
        `cost_yuan` over the episode; and for each of REPORTED `<name>_base_kg_per_day`, `<name>_reduction_kg_per_day`
        (kg/d) and `<name>_share` (0..1, of the county's own base). Costs hold the value added lost and restarts.
    """
    county = pd.Index(problem.sources.county_code)
    base = exact_group_sums(base_by_source(problem), county)
    cut = exact_group_sums(reduction_by_source(problem, plan), county)
    cost = exact_group_sums(problem.options.cost_yuan[plan.chosen][:, None], county)[0]
    counts = _counts(problem, plan)
    amounts = {}
    for place, name in enumerate(REPORTED):
        amounts[f"{name}_base_kg_per_day"] = base[place]
        amounts[f"{name}_reduction_kg_per_day"] = cut[place]
        amounts[f"{name}_share"] = pd.Series(shares(cut[place].to_numpy(), base[place].to_numpy()), index=base.index)
    table = pd.concat([counts, cost.rename("cost_yuan"), pd.DataFrame(amounts)], axis=1)
    return table.rename_axis("county_code").reset_index()


def _sector_sums(values: Floats, sector: pd.Index, names: list[str]) -> Floats:
    """Sums a sector in the order of `names`, then of everything, laid end to end."""
    sums = exact_group_sums(values, sector).reindex(names, fill_value=0.0).to_numpy(dtype=float)
    whole = [math.fsum(column) for column in values.T.tolist()]
    return np.concatenate([sums.ravel(), whole])


def _counts(problem: PlanProblem, plan: Plan) -> pd.DataFrame:
    sources, options = problem.sources, problem.options
    has_words = np.array([len(measures) > 0 for measures in options.measure_sets], dtype=bool)
    ordered = has_words[options.measures[plan.chosen]]
    is_line = np.isin(np.array(sources.kind, dtype=str), [str(kind) for kind in FIRM_KINDS])
    firm = pd.Series(sources.enterprise_id, dtype=object)
    named = np.asarray(firm != "")
    county = pd.Index(sources.county_code)
    flags = pd.DataFrame(
        {
            "lines_listed": is_line,
            "lines_ordered": ordered & is_line,
            "lines_halted": ordered & is_line & options.halts[plan.chosen],
            "fleets_and_sites_ordered": ordered & ~is_line,
        }
    )
    counts = flags.groupby(county).sum().astype(np.int64)
    counts.insert(0, "enterprises_ordered", _distinct(firm, county, named & ordered))
    counts.insert(0, "enterprises_listed", _distinct(firm, county, named))
    return counts.fillna(0).astype(np.int64)


def _distinct(firm: pd.Series, county: pd.Index, mask: np.ndarray) -> pd.Series:
    return firm[mask].groupby(county[mask]).nunique()
