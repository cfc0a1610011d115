"""The core: only the states and entries of small regret, as an integer program of its own.

Its rows are those of the groups in their tightest form: one state a group; each slot that the states ask is answered
by one entry; and the cuts. Its linear relaxation is as strong as the multiplier bound.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.problem.records import Floats, Indices
from planner.solve.blocks import Blocks
from planner.solve.mathopt_edge import Program
from planner.solve.multipliers import Decision
from planner.solve.regrets import Regrets, state_slots

__all__ = ["Core", "core_decision", "core_program", "make_core"]


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


def make_core(blocks: Blocks, regrets: Regrets, reach: float) -> Core:
    """The core of everything whose regret lies within reach."""
    state, entry = np.flatnonzero(regrets.state <= reach), np.flatnonzero(regrets.entry <= reach)
    asked = state_slots(blocks, state)
    slot = np.unique(blocks.entry_slot[entry])
    return Core(state=state, entry=entry, slot=slot, asked=sparse.csr_array(asked[:, slot]))


def core_program(blocks: Blocks, core: Core, lift: float = 0.0) -> Program:
    """Its integer program; columns: the states, then the entries. `lift` (0.01 %) is asked beyond the need."""
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
        lower=np.concatenate([np.ones(len(groups)), free, blocks.need + lift]),
        upper=np.concatenate([np.ones(len(groups)), free, np.full(len(blocks.need), np.inf)]),
    )


def core_decision(blocks: Blocks, core: Core, default: Decision, values: Floats) -> Decision:
    """The decision behind a 0/1 answer; what the core leaves out keeps its default."""
    taken = values > 0.5  # noqa: PLR2004 - binary
    states, entries = core.state[taken[: len(core.state)]], core.entry[taken[len(core.state) :]]
    state, entry = default.state.copy(), default.entry.copy()
    state[blocks.states.group[states]] = states
    entry[blocks.entry_slot[entries]] = entries
    return Decision(state=state, entry=entry, surplus=default.surplus)
