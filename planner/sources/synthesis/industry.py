"""Everything that is drawn about the lines of a city, before anything is filed."""

from dataclasses import dataclass

import numpy as np

from planner.sources.synthesis.activity import Activity, draw_activity
from planner.sources.synthesis.draws import Draws, Ints
from planner.sources.synthesis.firms import Roster, found_roster
from planner.sources.synthesis.parameters import CityParameters
from planner.sources.synthesis.standing import SelfStanding, stand

__all__ = ["FULL_LOAD", "Industry", "draw_industry"]

FULL_LOAD = 100
"""Percent of normal activity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Industry:
    """The lines with their firms, their normal day and their standing; one entry a line throughout."""

    parameters: CityParameters
    draws: Draws
    roster: Roster
    activity: Activity
    standing: SelfStanding

    @property
    def base(self) -> Ints:
        """Grams a day of all running lines, one entry a pollutant."""
        total: Ints = (self.activity.grams * self.activity.running[:, np.newaxis]).sum(axis=0)
        return total

    def outside(self, rank: int) -> Ints:
        """1 where nothing may be asked at the level of this rank, or nothing runs."""
        return self.standing.outside(rank) | (1 - self.activity.running)


def draw_industry(parameters: CityParameters, lines: int, seed: int) -> Industry:
    """The industry of a city with exactly this many lines and boilers."""
    draws = Draws(seed=seed)
    roster = found_roster(parameters, lines, draws)
    activity = draw_activity(parameters, roster, draws)
    return Industry(
        parameters=parameters,
        draws=draws,
        roster=roster,
        activity=activity,
        standing=stand(parameters, roster, activity),
    )
