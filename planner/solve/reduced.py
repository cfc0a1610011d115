"""What is left to choose once everything of large regret is fixed: few items, each with few options, against defaults.

The defaults are the cheapest answers at the prices of the bound; an option is told by what it costs more and takes away
more than the default. Items of one group stand together: first its state, then those slots that only some states ask.
A row that no choice of what is left can miss is left out: of the two sides of every county band few stay, and an option
is beaten by another on those that do. (With all sides in it hardly any is: what one side gains the other loses.)
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from planner.problem.records import Flags, Floats, Indices
from planner.solve.blocks import Blocks
from planner.solve.multipliers import Decision
from planner.solve.regrets import Regrets, state_slots

__all__ = ["Item", "Reduced", "reduce_blocks"]

MIX = 2_654_435_761
WEIGHT_RANGE = 1_000_003
SURE = 1e-6
"""In 0.01 % of the base: far more than what rounding can come to, far less than a kilogram."""

TOUCH_WEIGHT = 1e12
"""Of one enterprise touched: beyond all that the other weights of a plan add up to."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Item:
    """One choice.

    Attributes:
        option: states of a group (`is_state`) or entries of a slot; the default is among them.
        cost, share: (k,) yuan and (k, d) beyond the default; `weight` (k,) of the tie-break.
        asked: for a slot that only some states ask, (states of the item before,) whether each does; else None.
    """

    is_state: bool
    option: Indices
    cost: Floats
    share: Floats
    weight: Floats
    asked: Flags | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reduced:
    """Items in the order in which they are decided: those that move most come first.

    Attributes:
        last: (i,) whether an item is the last of its family, so that the next one stands on its own.
        rows: the rows that the items' shares speak of; None: all of them.
    """

    items: tuple[Item, ...]
    last: Flags
    rows: Indices | None = None

    def of(self, values: Floats) -> Floats:
        """Of (d,) values those of its rows."""
        return values if self.rows is None else values[self.rows]


Family = list[Item]


def reduce_blocks(blocks: Blocks, default: Decision, prices: Floats, regrets: Regrets, reach: float) -> Reduced:
    """The items whose options lie within reach."""
    near = np.flatnonzero(regrets.state <= reach)
    entry = np.flatnonzero(regrets.entry <= reach)
    rows = np.flatnonzero((_least_surplus(blocks, default, near, entry) < SURE) | (prices > 0.0))
    blocks = replace(blocks, entry_share=blocks.entry_share[:, rows], rung_share=blocks.rung_share[:, rows])
    slots = _slot_items(blocks, default, entry)
    families = _group_families(blocks, default, near, slots)
    families += [[item] for item in slots.values()]
    order = np.argsort([-_spread(family, prices[rows]) for family in families], kind="stable")
    chosen = [families[index] for index in order]
    last = [index == len(family) - 1 for family in chosen for index in range(len(family))]
    items = tuple(item for family in chosen for item in family)
    return Reduced(items=items, last=np.array(last, dtype=bool), rows=rows)


def _least_surplus(blocks: Blocks, default: Decision, near: Indices, entry: Indices) -> Floats:
    """(d,) the least that each row can come to beyond its need, whatever of these states and entries is chosen."""
    slot, group = blocks.entry_slot[entry], blocks.states.group[near]
    more = blocks.entry_share[entry] - blocks.entry_share[default.entry[slot]]
    value = _values(blocks, default, near, state_slots(blocks, near))[:, 2:]
    own = default.state[np.unique(group)]
    taken = _values(blocks, default, own, state_slots(blocks, own))[:, 2:]
    value -= taken[np.searchsorted(np.unique(group), group)]
    return np.asarray(default.surplus + _least_sum(more, slot) + _least_sum(value, group))


def _least_sum(values: Floats, owner: Indices) -> Floats:
    """(d,) the sum over all owners, which stand in order, of their least value, never more than 0."""
    if not len(owner):
        return np.zeros(values.shape[1])
    first = np.flatnonzero(np.append(True, np.diff(owner) != 0))
    return np.asarray(np.minimum(np.minimum.reduceat(values, first, axis=0), 0.0).sum(axis=0))


def _slot_items(blocks: Blocks, default: Decision, entry: Indices) -> dict[int, Item]:
    """The slots with a choice, by slot; also those whose default is no better than the one entry left."""
    slot, first, size = np.unique(blocks.entry_slot[entry], return_index=True, return_counts=True)
    several = size > 1
    items = {}
    for number, start, count in zip(
        slot[several].tolist(), first[several].tolist(), size[several].tolist(), strict=True
    ):
        option, taken = entry[start : start + count], default.entry[number]
        cost = blocks.entry_cost[option] - blocks.entry_cost[taken]
        share = blocks.entry_share[option] - blocks.entry_share[taken]
        best = _undominated(cost, share)
        if len(best) > 1 or option[best[0]] != taken:
            touch = blocks.entry_touch[option[best]] - blocks.entry_touch[taken]
            weight = _weights(option[best], 1) + TOUCH_WEIGHT * touch
            items[number] = Item(is_state=False, option=option[best], cost=cost[best], share=share[best], weight=weight)
    return items


def _weights(option: Indices, kind: int) -> Floats:
    """Distinct numbers drawn from positions, so that equal sums are as good as impossible."""
    return np.asarray((2 * option + kind) * MIX % WEIGHT_RANGE + 1.0, dtype=float)


def _undominated(cost: Floats, share: Floats) -> Indices:
    """The options than which no other is as cheap and takes as much; of equals the first."""
    cheaper = cost[:, None] <= cost[None, :]
    takes = np.all(share[:, None, :] >= share[None, :, :], axis=2)
    better = cheaper & takes
    earlier = np.tri(len(cost), k=-1, dtype=bool).T
    return np.flatnonzero(~(better & (~better.T | earlier)).any(axis=0))


def _group_families(blocks: Blocks, default: Decision, near: Indices, slots: dict[int, Item]) -> list[Family]:
    """Groups with several states left, each with the slots that only some of them ask; these leave `slots`."""
    group, first, size = np.unique(blocks.states.group[near], return_index=True, return_counts=True)
    asked = state_slots(blocks, near)
    value = _values(blocks, default, near, asked)
    own = _values(blocks, default, default.state[group], state_slots(blocks, default.state[group]))
    families = []
    for place in np.flatnonzero(size > 1).tolist():
        which = slice(int(first[place]), int(first[place] + size[place]))
        more, inside = value[which] - own[place], _conditional(sparse.csc_array(asked[which]), slots)
        best = _best_states(more, inside)
        weight = _weights(near[which], 0) + TOUCH_WEIGHT * more[:, 1]
        item = Item(
            is_state=True, option=near[which][best], cost=more[best, 0], share=more[best, 2:], weight=weight[best]
        )
        families.append([item, *(replace(slot, asked=np.asarray(slot.asked)[best]) for slot in inside)])
    return families


def _best_states(more: Floats, inside: Family) -> Indices:
    """The states than which no other that asks the same is as cheap, takes as much and touches as few."""
    asked = np.array([slot.asked for slot in inside], dtype=float).reshape(len(inside), len(more)).T
    return _undominated(more[:, 0], np.column_stack([more[:, 2:], -more[:, 1], asked, -asked]))


def _values(blocks: Blocks, default: Decision, states: Indices, asked: sparse.csr_array) -> Floats:
    """(states, 2 + d) cost, touch and shares of the states, every slot that they ask answered by its default."""
    rung = np.column_stack([blocks.rung_cost, blocks.rung_touch, blocks.rung_share])
    padded = np.concatenate([rung, np.zeros((1, rung.shape[1]))])
    entry = np.column_stack([blocks.entry_cost, blocks.entry_touch, blocks.entry_share])
    return np.asarray(padded[blocks.states.rung[states]].sum(axis=1) + asked @ entry[default.entry])


def _conditional(asked: sparse.csc_array, slots: dict[int, Item]) -> Family:
    """The items of slots that some of these states ask and others do not."""
    times, family = np.diff(asked.indptr), []
    for number in np.flatnonzero((times > 0) & (times < asked.shape[0])).tolist():
        if number in slots:
            flags = np.zeros(asked.shape[0], dtype=bool)
            flags[asked.indices[asked.indptr[number] : asked.indptr[number + 1]]] = True
            family.append(replace(slots.pop(number), asked=flags))
    return family


def _spread(family: Family, prices: Floats) -> float:
    """How much the first item moves the cuts, in yuan at the prices."""
    worth = np.abs(family[0].share) @ prices
    return float(worth.max())
