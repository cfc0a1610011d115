"""Exact regrets: by how much the bound rises at least where a state or an entry is taken."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.problem.records import Floats, Indices
from planner.solve.blocks import Blocks
from planner.solve.multipliers import Priced

__all__ = ["Regrets", "find_regrets", "state_slots"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Regrets:
    """By how much the bound rises at least where a state (s,) or an entry (e,) is taken, yuan."""

    state: Floats
    entry: Floats


def state_slots(blocks: Blocks, which: Indices) -> sparse.csr_array:
    """(len(which), t) 0/1 the slots that these states ask."""
    rung = blocks.states.rung[which]
    row, column = np.nonzero(rung >= 0)
    shape = (len(which), len(blocks.rung_cost))
    picks = sparse.csr_array((np.ones(len(row)), (row, rung[row, column])), shape=shape)
    return sparse.csr_array(picks @ blocks.rung_slots)


def find_regrets(blocks: Blocks, priced: Priced, reach: float) -> Regrets:
    """Exact min-marginals of all states, and of the entries of slots that states within reach ask."""
    state = priced.state - priced.group[blocks.states.group]
    near = np.flatnonzero(state <= reach)
    asked = state_slots(blocks, near)
    least = np.full(len(blocks.is_free), np.inf)
    least[blocks.is_free] = 0.0
    np.minimum.at(least, asked.indices, np.repeat(state[near], np.diff(asked.indptr)))
    own = priced.entry - priced.slot[blocks.entry_slot]
    return Regrets(state=state, entry=own + least[blocks.entry_slot])
