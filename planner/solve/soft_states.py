"""The states of a group whose grade order has a price: every choice of one share a cohort, in whatever order."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from planner.problem import NO_INDEX, SoftOrder
from planner.problem.records import Floats, Indices
from planner.solve.states import MOST_OF_A_GROUP, StateTable

__all__ = ["PricedStates", "priced_states"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PricedStates:
    """The states, and what each pays for the order that it breaks.

    Attributes:
        table: its last column names the rung that carries what a state pays, NO_INDEX where that is nothing.
        paid: (x,) yuan of those rungs, which follow the `rungs` of shares.
    """

    table: StateTable
    paid: Floats


def priced_states(soft: SoftOrder, steps: Floats, yuan_per_share: float) -> PricedStates | None:
    """Every state of every group; None where a group has too many.

    A cohort of enterprises whose share lies below the highest of a better grade of its group pays for the difference,
    once an enterprise. Rungs are the allowed (cohort, step) pairs in the order of np.nonzero.
    """
    number = np.cumsum(soft.allowed.ravel()).reshape(soft.allowed.shape) - 1
    group, rung, below = [], [], []
    chains = soft.chains()
    width = max((len(chain) for chain in chains), default=0)
    for index, chain in enumerate(chains):
        choices = [np.flatnonzero(soft.allowed[cohort]) for cohort in chain]
        if np.prod([len(item) for item in choices], dtype=float) > MOST_OF_A_GROUP:
            return None
        states = np.array(list(product(*choices)), dtype=np.int64)
        group.append(np.full(len(states), index))
        rung.append(np.full((len(states), width), NO_INDEX, dtype=np.int64))
        rung[-1][:, : len(chain)] = number[np.array(chain), states]
        below.append(_below(steps[states]) @ soft.enterprises[list(chain)])
    return _table(group, rung, np.concatenate([*below, np.zeros(0)]) * yuan_per_share, int(soft.allowed.sum()))


def _below(share: Floats) -> Floats:
    """(s, k) by how much each share lies below the highest one before it."""
    return np.asarray(np.maximum.accumulate(share, axis=1) - share)


def _table(group: list[Indices], rung: list[Indices], yuan: Floats, rungs: int) -> PricedStates:
    owner = np.concatenate([*group, np.zeros(0, dtype=np.int64)])
    paid, place = np.unique(yuan, return_inverse=True)
    free = int(np.searchsorted(paid, 0.0, side="right"))
    carrier = np.where(place.ravel() < free, NO_INDEX, rungs + place.ravel() - free)
    width = rung[0].shape[1] if rung else 0
    shares = np.concatenate([*rung, np.zeros((0, width), dtype=np.int64)])
    first = np.searchsorted(owner, np.arange(len(group) + 1))
    table = StateTable(first=first, group=owner, rung=np.column_stack([shares, carrier]))
    return PricedStates(table=table, paid=paid[free:])
