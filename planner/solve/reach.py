"""How far a search of rounds looks: the regret up to which options are inside."""

import numpy as np

from planner.solve.blocks import Blocks
from planner.solve.multipliers import Priced

__all__ = ["first_reach", "next_reach"]

FIRST_OPTIONS = 40
GROWTH = 1.7
LEAST_REACH, CLOSE = 0.01, 1e-9


def first_reach(blocks: Blocks, priced: Priced) -> float:
    """The regret up to which some forty options lie that are not the defaults; never as little as rounding errors."""
    state = priced.state - priced.group[blocks.states.group]
    entry = priced.entry - priced.slot[blocks.entry_slot]
    least = max(LEAST_REACH, CLOSE * abs(priced.bound))
    regrets = np.concatenate([state[state > least], entry[entry > least]])
    size = min(FIRST_OPTIONS, len(regrets) - 1)
    return float(np.partition(regrets, size)[size]) if len(regrets) else least


def next_reach(reach: float, needed: float) -> float:
    """Wider; once there is a plan, no wider than its proof needs (inf: there is none)."""
    return min(GROWTH * reach, needed) if needed > reach else GROWTH * reach
