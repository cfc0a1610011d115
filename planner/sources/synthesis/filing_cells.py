"""The cells of a line that hold its filed measures, as code, share and sentence."""

import numpy as np
import pandas as pd

from planner.sources.synthesis.draws import Ints
from planner.sources.synthesis.firms import GRADES
from planner.sources.synthesis.industry import Industry
from planner.sources.synthesis.quantity_cells import daily_vehicles
from planner.sources.synthesis.text import decimals, whole
from planner.sources.synthesis.wording import FilingText, duty_codes, measure_codes, measure_texts
from planner.terms import LEVELS, Grade

__all__ = ["filing_cells"]


def filing_cells(industry: Industry, kept: Ints) -> pd.DataFrame:
    """Four cells a level.

    Args:
        industry: the lines as drawn.
        kept: percent of activity that the filed measure keeps, one column a level.
    """
    words = _words(industry)
    cells = {}
    for rank, level in enumerate(LEVELS):
        codes = measure_codes(words, kept[:, rank], industry.outside(rank))
        cells[f"{level}_measure"] = codes
        cells[f"{level}_kept_share"] = decimals(kept[:, rank], 2)
        cells[f"{level}_measure_text"] = measure_texts(words, codes, kept[:, rank])
        cells[f"{level}_duties"] = duty_codes(words, codes)
    return pd.DataFrame(cells)


def _words(industry: Industry) -> FilingText:
    parameters, roster, activity = industry.parameters, industry.roster, industry.activity
    drawn = industry.draws.uniform("wording", len(roster.firms.kind))[roster.firm]
    return FilingText(
        line_id=whole(roster.line_number) + "#",
        line_name=parameters.factor_text("line_name", roster.factor),
        load_word=parameters.factor_text("load_word", roster.factor),
        load_unit=parameters.factor_text("activity_unit", roster.factor),
        load=activity.units,
        manner=np.floor(drawn * FilingText.MANNERS).astype(np.int64),
        holds_hot=(activity.hold_percent > 0).astype(np.int64),
        own=industry.standing.own & activity.running,
        bulk=_bulk(industry),
        no_haulage=(roster.grade == GRADES.index(Grade.D)).astype(np.int64),
    )


def _bulk(industry: Industry) -> Ints:
    """1 on every line of a firm with more trucks a day than go without bulk haulage duties."""
    running = daily_vehicles(industry) * industry.activity.running
    total = np.bincount(industry.roster.firm, weights=running)[industry.roster.firm]
    return (total > industry.parameters.value("bulk.vehicles_per_day")).astype(np.int64)
