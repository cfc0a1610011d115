"""A reduced city as an integer program: what HiGHS proves where too many partial plans remain.

min sum of cost x, each item takes one option (an item that only some states ask: one where the state asks it, else
none), and the cuts hold: sum of share x >= what the defaults leave. An option that another one beats is not in it, so
that it has a third of the columns and a fifth of the rows of the core; it was proven in a third to all of the time.
"""

from itertools import pairwise

import numpy as np
from scipy import sparse

from planner.problem import NO_INDEX
from planner.problem.records import Floats, Indices
from planner.solve.mathopt_edge import Answer, Program, solve_program
from planner.solve.reduced import Item, Reduced
from planner.solve.settings import SolveSettings

__all__ = ["close_program", "owners_of", "reduced_program", "shares_of", "taken_of"]

CLOSE_PART = 0.95
"""Of the gap that is asked: the last word must not end a rounding error short of it."""


def reduced_program(reduced: Reduced, surplus: Floats) -> Program:
    """The program, one column an option in the order of the items; `surplus` (d,) is that of the defaults."""
    items, first = reduced.items, _first_columns(reduced)
    count, cuts = int(first[-1]), len(surplus)
    share = np.concatenate([np.zeros((0, cuts)), *(item.share for item in items)])
    one = np.array([1.0 if item.asked is None else 0.0 for item in items])
    return Program(
        cost=np.concatenate([np.zeros(0), *(item.cost for item in items)]),
        offset=0.0,
        low=np.zeros(count),
        high=np.ones(count),
        is_integer=np.ones(count, dtype=bool),
        matrix=sparse.csr_array(sparse.vstack([_choices(items, first), sparse.csr_array(share.T)])),
        lower=np.concatenate([one, -surplus]),
        upper=np.concatenate([one, np.full(cuts, np.inf)]),
    )


def taken_of(reduced: Reduced, values: Floats) -> Indices:
    """(i,) the option that each item takes in a 0/1 answer; NO_INDEX where it is not asked."""
    first = _first_columns(reduced)
    parts = [values[start:end] for start, end in pairwise(first.tolist())]
    return np.array([int(part.argmax()) if part.max() > 0.5 else NO_INDEX for part in parts])  # noqa: PLR2004 - binary


def shares_of(reduced: Reduced) -> Floats:
    """(k, d) of each column what it adds to the rows."""
    return np.concatenate([item.share for item in reduced.items])


def owners_of(reduced: Reduced) -> Indices:
    """(k,) of each column its item."""
    return np.repeat(np.arange(len(reduced.items)), [len(item.option) for item in reduced.items])


def close_program(program: Program, settings: SolveSettings) -> Answer:
    """The last word of HiGHS, a little closer than the gap that is asked."""
    gap = CLOSE_PART * settings.gap
    return solve_program(program, gap=gap, seed=settings.seed, node_limit=settings.node_limit)


def _first_columns(reduced: Reduced) -> Indices:
    return np.cumsum([0, *(len(item.option) for item in reduced.items)])


def _choices(items: tuple[Item, ...], first: Indices) -> sparse.csr_array:
    """(items, columns): each takes one option, or as many as states are taken that ask it."""
    row, column, value = [], [], []
    head = 0
    for place, item in enumerate(items):
        head = place if item.is_state else head
        own = np.arange(first[place], first[place + 1])
        asking = np.zeros(0, dtype=np.int64) if item.asked is None else first[head] + np.flatnonzero(item.asked)
        row.append(np.full(len(own) + len(asking), place))
        column += [own, asking]
        value += [np.ones(len(own)), -np.ones(len(asking))]
    where = (np.concatenate(row), np.concatenate(column))
    return sparse.csr_array((np.concatenate(value), where), shape=(len(items), int(first[-1])))
