"""An ensemble: the share of members at each level, and the member that stands for them all."""

import numpy as np
import numpy.typing as npt

from planner.alert.advice import LevelShare
from planner.alert.air import Air
from planner.terms import LEVELS

__all__ = ["level_shares", "standing_member"]

Ranks = npt.NDArray[np.int64]


def level_shares(ranks: Ranks) -> tuple[LevelShare, ...]:
    """The share of members that reach exactly each level, from none to red; they add up to 1."""
    counts = np.bincount(ranks, minlength=len(LEVELS) + 1)
    return tuple(
        LevelShare(level=level, share=float(count) / len(ranks))
        for level, count in zip((None, *LEVELS), counts, strict=True)
    )


def standing_member(ranks: Ranks, air: Air, share: float) -> int:
    """The place of the mildest member whose level at least the share `share` of all members reaches.

    Members are put in order of level, then of the highest and the mean index; of equal ones the later row counts as
    the graver, so that the choice is the same each time.

    Args:
        ranks: level of each member, 0 none to 3 red.
        air: the air of the members.
        share: 0 to 1; 1 takes the mildest member, 0 the gravest.
    """
    filled = np.where(np.isfinite(air.aqi), air.aqi, 0.0)
    order = np.lexsort((np.arange(len(ranks)), filled.mean(axis=-1), filled.max(axis=-1), ranks))
    needed = max(1, int(np.ceil(round(share * len(ranks), 9))))
    return int(order[len(ranks) - needed])
