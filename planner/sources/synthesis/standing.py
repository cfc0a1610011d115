"""Which firms stand outside an order."""

from dataclasses import dataclass

import numpy as np

from planner.sources.synthesis.activity import Activity
from planner.sources.synthesis.draws import Ints
from planner.sources.synthesis.firms import GRADES, Roster
from planner.sources.synthesis.parameters import CityParameters
from planner.terms import LEVELS, Grade

__all__ = ["SelfStanding", "stand"]

_GRAMS_PER_KG = 1000
_OWN_GRADES = (Grade.A, Grade.LEADING)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfStanding:
    """One entry a line, 1 where it holds.

    Attributes:
        own: grade A, leading or white-listed: acts on its own.
        small: line of a small firm.
        exempt: one column a level, exempt by name there.
    """

    own: Ints
    small: Ints
    exempt: Ints

    def outside(self, rank: int) -> Ints:
        """1 where nothing may be asked at the level of this rank (0 yellow to 2 red)."""
        return self.own | self.small | self.exempt[:, rank]


def stand(parameters: CityParameters, roster: Roster, activity: Activity) -> SelfStanding:
    """Standing of every line, from its grade, its firm's yearly kilograms and its firm's exemptions."""
    own_grade = np.isin(roster.grade, [GRADES.index(grade) for grade in _OWN_GRADES])
    white = roster.firms.white_listed[roster.firm] == 1
    rank = roster.firms.exempt_rank[roster.firm]
    exempt = np.stack([(rank > place).astype(np.int64) for place in range(len(LEVELS))], axis=1)
    return SelfStanding(
        own=(own_grade | white).astype(np.int64), small=_small(parameters, roster, activity), exempt=exempt
    )


def _small(parameters: CityParameters, roster: Roster, activity: Activity) -> Ints:
    daily = _per_firm(activity.grams.sum(axis=1), roster)
    coal = _per_firm(activity.coal, roster)
    most = parameters.value("small.annual_kg") * _GRAMS_PER_KG
    small = (daily * parameters.value("small.operating_days") <= most) & (coal == 0)
    return np.where(small, 1, 0)[roster.firm]


def _per_firm(values: Ints, roster: Roster) -> Ints:
    totals = np.zeros(len(roster.firms.kind), dtype=np.int64)
    np.add.at(totals, roster.firm, values)
    return totals
