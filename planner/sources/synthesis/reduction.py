"""How deep a line can be cut, and what a cut saves."""

import numpy as np

from planner.sources.synthesis.activity import Activity
from planner.sources.synthesis.draws import Ints
from planner.sources.synthesis.firms import GRADES
from planner.sources.synthesis.industry import FULL_LOAD, Industry
from planner.terms import Grade

__all__ = ["grams_cut", "permitted_kept"]

_LIMITED_GRADES = (Grade.B, Grade.B_MINUS)


def permitted_kept(industry: Industry, rank: int) -> Ints:
    """Percent of activity that the deepest permitted measure leaves at the level of this rank (0 yellow to 2 red).

    Lines outside an order keep all; grade B and lines that cannot stop or are guaranteed are limited, never below
    their minimum load; everyone else may be halted.
    """
    activity = industry.activity
    lowest = round(industry.parameters.value("permitted.lowest_kept") * FULL_LOAD)
    limited = np.isin(industry.roster.grade, [GRADES.index(grade) for grade in _LIMITED_GRADES])
    held = (activity.can_stop == 0) | (activity.guaranteed == 1)
    kept = np.where(limited | held, np.maximum(activity.minimum_percent, lowest), 0)
    return np.where(industry.outside(rank) == 1, FULL_LOAD, kept)


def grams_cut(activity: Activity, kept_percent: Ints, order: Ints | None = None) -> Ints:
    """Hundredths of a gram a day saved, one column a pollutant; a halted kiln keeps its hold-hot emissions.

    Args:
        activity: the lines.
        kept_percent: percent of activity kept, one entry a line.
        order: the lines that `kept_percent` speaks of, all of them where not given.
    """
    lines = slice(None) if order is None else order
    emitted = np.where(kept_percent == 0, activity.hold_percent[lines], kept_percent)
    saved = (FULL_LOAD - emitted) * activity.running[lines]
    return activity.grams[lines] * saved[:, np.newaxis]
