"""The core: only the states and entries of small regret, as an integer program of its own.

Its rows are those of the groups in their tightest form: one state a group; each slot that the states ask is answered
by one entry; and the cuts. Its linear relaxation is as strong as the multiplier bound.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.problem.records import Flags, Floats, Indices
from planner.solve.blocks import Blocks
from planner.solve.mathopt_edge import Program
from planner.solve.multipliers import Priced

__all__ = ["Core", "Regrets", "core_program", "find_regrets", "make_core"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Regrets:
    """By how much the bound rises at least where a state (s,) or an entry (e,) is taken, yuan."""

    state: Floats
    entry: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Core:
    """What is still to be chosen.

    Attributes:
        state, entry: indices of the states and entries that are left; `slot` those slots that any of them asks.
        asked: (states left, slots left) 0/1.
    """

    state: Indices
    entry: Indices
    slot: Indices
    asked: sparse.csr_array


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


def make_core(blocks: Blocks, regrets: Regrets, reach: float) -> Core:
    """The core of everything whose regret lies within reach."""
    state, entry = np.flatnonzero(regrets.state <= reach), np.flatnonzero(regrets.entry <= reach)
    asked = state_slots(blocks, state)
    slot = np.unique(blocks.entry_slot[entry])
    return Core(state=state, entry=entry, slot=slot, asked=sparse.csr_array(asked[:, slot]))


def core_program(blocks: Blocks, core: Core) -> Program:
    """Columns: states, then entries, then nothing else; what has no alternative is a constant."""
    group = blocks.states.group[core.state]
    rung = blocks.states.sums(np.column_stack([blocks.rung_cost, blocks.rung_share]))[core.state]
    owner = np.searchsorted(core.slot, blocks.entry_slot[core.entry])
    states, entries, slots = len(core.state), len(core.entry), len(core.slot)
    groups, group = np.unique(group, return_inverse=True)
    one_state = sparse.csr_array((np.ones(states), (group, np.arange(states))), shape=(len(groups), states + entries))
    answers = sparse.csr_array((np.ones(entries), (owner, np.arange(entries))), shape=(slots, entries))
    answered = sparse.hstack([-core.asked.T, answers])
    share = np.concatenate([rung[:, 1:], blocks.entry_share[core.entry]]).T
    free = blocks.is_free[core.slot].astype(float)
    return Program(
        cost=np.concatenate([rung[:, 0], blocks.entry_cost[core.entry]]),
        offset=blocks.cost,
        low=np.zeros(states + entries),
        high=np.ones(states + entries),
        is_integer=np.ones(states + entries, dtype=bool),
        matrix=sparse.csr_array(sparse.vstack([one_state, answered, sparse.csr_array(share)])),
        lower=np.concatenate([np.ones(len(groups)), free, blocks.need]),
        upper=np.concatenate([np.ones(len(groups)), free, np.full(len(blocks.need), np.inf)]),
    )
