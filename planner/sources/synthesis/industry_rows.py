"""The rows of lines and boilers, as text cells."""

import numpy as np
import pandas as pd

from planner.sources.synthesis.activity import STATUSES, Activity
from planner.sources.synthesis.codes import credit_codes, meter_ids, permit_ids, telephones
from planner.sources.synthesis.draws import Ints
from planner.sources.synthesis.equipment_cells import equipment_cells
from planner.sources.synthesis.filing_cells import filing_cells
from planner.sources.synthesis.firms import GRADES, GUARANTEES, Roster
from planner.sources.synthesis.industry import Industry
from planner.sources.synthesis.quantity_cells import cost_cells, emission_cells, operation_cells
from planner.sources.synthesis.text import decimals, whole
from planner.sources.synthesis.together_cells import together_cells
from planner.terms import LEVELS, Sector

__all__ = ["industry_rows"]

_SPREAD_DEGREES = 0.08
_EXEMPT_THROUGH = ("none", *(level.value for level in LEVELS))


def industry_rows(industry: Industry, kept: Ints) -> pd.DataFrame:
    """One row a line or boiler.

    Args:
        industry: the lines as drawn.
        kept: percent of activity that the filed measure keeps, one column a level.
    """
    operation, identity = operation_cells(industry), _identity(industry)
    parts = (
        identity,
        _place(industry),
        _standing_cells(industry.roster, industry.activity),
        operation,
        equipment_cells(industry, operation["actual_output_t_per_day"]),
        together_cells(industry, identity["source_id"], operation["actual_output_t_per_day"]),
        emission_cells(industry),
        cost_cells(industry),
        filing_cells(industry, kept),
    )
    return pd.concat(parts, axis=1)


def _identity(industry: Industry) -> pd.DataFrame:
    parameters, roster = industry.parameters, industry.roster
    firm, firms = roster.firm, roster.firms
    kinds, counties = parameters.firms.take(firms.kind[firm]), parameters.counties.take(firms.county[firm])
    codes = credit_codes(np.arange(1, len(firms.kind) + 1)).take(firm).reset_index(drop=True)
    name = _column(counties, "name_zh") + _column(kinds, "name_zh") + whole(firms.serial[firm], 3) + "号"
    given = ("source_kind", "line_name", "key_industry", "sub_process")
    return pd.DataFrame(
        {
            "source_id": "E" + whole(firm + 1, 6) + "-" + whole(roster.line_number, 2),
            "sector": Sector.INDUSTRY.value,
            "enterprise_id": codes,
            "enterprise_name": "虚构·" + name,
            "line_id": whole(roster.line_number) + "#",
            "county_code": _column(counties, "county_code"),
            "industry_code": _column(kinds, "industry_code"),
            "permit_id": permit_ids(codes).where(pd.Series(industry.standing.small == 0), ""),
            "meter_id": meter_ids(firm + 1, roster.line_number),
            "contact_name": "虚构联系人" + whole(firm + 1, 5),
            "contact_phone": telephones(firm + 1),
        }
    ).assign(**{column: parameters.factor_text(column, roster.factor) for column in given})


def _place(industry: Industry) -> pd.DataFrame:
    firm, firms = industry.roster.firm, industry.roster.firms
    counties = industry.parameters.counties.take(firms.county)
    cells = {}
    for axis in ("longitude", "latitude"):
        drawn = industry.draws.uniform(axis, len(firms.kind))
        place = counties[axis].to_numpy(dtype=np.float64) + (2 * drawn - 1) * _SPREAD_DEGREES
        known = ~np.isnan(place)
        text = decimals(np.rint(np.where(known, place, 0.0) * 10_000).astype(np.int64)[firm], 4)
        cells[axis] = text.where(pd.Series(known[firm]), "")
    return pd.DataFrame(cells)


def _column(table: pd.DataFrame, name: str) -> pd.Series:
    return table[name].reset_index(drop=True)


def _standing_cells(roster: Roster, activity: Activity) -> pd.DataFrame:
    firms, firm = roster.firms, roster.firm
    return pd.DataFrame(
        {
            "grade": np.array([grade.value for grade in GRADES])[roster.grade],
            "status": np.array([status.value for status in STATUSES])[activity.status],
            "guarantee": np.array([guarantee.value for guarantee in GUARANTEES])[activity.guarantee],
            "exempt_through": np.array(_EXEMPT_THROUGH)[firms.exempt_rank[firm]],
            "white_listed": whole(firms.white_listed[firm]),
            "uses_coal": whole(activity.coal),
            "monitored": whole(activity.monitored),
        }
    )
