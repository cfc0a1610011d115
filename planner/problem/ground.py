"""What a problem stands on once list and rules have been read together: rows, standings, obligations, share rules."""

from dataclasses import dataclass

import pandas as pd

from planner.problem.floors import Obligations
from planner.problem.share_rules import ShareRules
from planner.problem.standing import Standings

__all__ = ["Ground"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """The ground of one problem.

    Attributes:
        frame: the n counted rows in order of source_id.
        halt_duties: rule id and tag of each duty that comes with every halt.
        floors: what the rules alone oblige to; `obliged` with the filed measures on top (in `design` the floors again).
    """

    frame: pd.DataFrame
    standings: Standings
    floors: Obligations
    obliged: Obligations
    share_rules: ShareRules
    halt_duties: tuple[tuple[str, str], ...] = ()
