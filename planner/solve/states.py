"""Every way to give the cohorts of a group their required shares, none less than that of a better grade."""

from dataclasses import dataclass

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Flags, Floats, Indices

__all__ = ["StateTable", "every_state"]

MOST_OF_A_GROUP = 20_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StateTable:
    """The states, sorted by group.

    Attributes:
        first: (g + 1,) start of each group's states; `group` (s,).
        rung: (s, k) the rung of each cohort of the group, NO_INDEX beyond the last.
    """

    first: Indices
    group: Indices
    rung: Indices

    def sums(self, of_rungs: Floats) -> Floats:
        """(s, ...) sum over a state's rungs."""
        padded = np.concatenate([of_rungs, np.zeros((1, *of_rungs.shape[1:]))])
        total = (
            padded[self.rung[:, 0]].copy() if self.rung.shape[1] else np.zeros((len(self.group), *of_rungs.shape[1:]))
        )
        for column in self.rung.T[1:]:
            total += padded[column]
        return total


def every_state(problem: PlanProblem, possible: Flags, first_alike: Indices) -> StateTable | None:
    """All states that ask different things; None where a group has none or too many.

    Args:
        possible: (c, q) rungs that can be taken; their order is that of np.nonzero.
        first_alike: (c, q) the lowest possible step of the cohort that asks the very same of every source.
    """
    number = np.cumsum(possible.ravel()).reshape(possible.shape) - 1
    number = np.take_along_axis(number, first_alike, axis=1)
    chains = _chains(problem)
    codes = (
        np.where(chains == NO_INDEX, 0, possible[chains] @ (1 << np.arange(possible.shape[1])))
        if chains.size
        else chains
    )
    kinds, kind = np.unique(codes, axis=0, return_inverse=True)
    groups, rungs = [], []
    for index in range(len(kinds)):
        which = np.flatnonzero(kind.ravel() == index)
        steps = _rising([np.flatnonzero(possible[cohort]) for cohort in chains[which[0]] if cohort != NO_INDEX])
        if not 0 < len(steps) <= MOST_OF_A_GROUP:
            return None
        groups.append(np.repeat(which, len(steps)))
        rungs.append(_numbered(number, chains[which], steps))
    return _table(groups, rungs, chains.shape)


def _chains(problem: PlanProblem) -> Indices:
    """(g, k) the cohorts of each group from the best grade to the worst."""
    cohorts = problem.cohorts
    order = np.lexsort((cohorts.rank, cohorts.group))
    _, first, size = np.unique(cohorts.group[order], return_index=True, return_counts=True)
    chains = np.full((len(first), int(size.max(initial=0))), NO_INDEX, dtype=np.int64)
    group = np.repeat(np.arange(len(first)), size)
    chains[group, np.arange(len(order)) - first[group]] = order
    return chains


def _rising(allowed: list[Indices]) -> Indices:
    """(w, k) every non-falling choice of one step a cohort; cut short where they are too many."""
    rows = np.zeros((1, 0), dtype=np.int64)
    for steps in allowed:
        least = rows[:, -1] if rows.shape[1] else np.zeros(len(rows), dtype=np.int64)
        row, column = np.nonzero(steps[None, :] >= least[:, None])
        rows = np.column_stack([rows[row], steps[column]])
        if len(rows) > MOST_OF_A_GROUP:
            break
    return rows


def _numbered(number: Indices, chains: Indices, steps: Indices) -> Indices:
    size = steps.shape[1]
    rungs = np.full((len(chains), len(steps), chains.shape[1]), NO_INDEX, dtype=np.int64)
    rungs[:, :, :size] = number[chains[:, None, :size], steps[None, :, :]]
    return rungs.reshape(-1, chains.shape[1])


def _table(groups: list[Indices], rungs: list[Indices], shape: tuple[int, int]) -> StateTable:
    group = np.concatenate([*groups, np.zeros(0, dtype=np.int64)])
    rung = np.concatenate([*rungs, np.zeros((0, shape[1]), dtype=np.int64)])
    table = np.unique(np.column_stack([group, rung]), axis=0)
    first = np.searchsorted(table[:, 0], np.arange(shape[0] + 1))
    return StateTable(first=first, group=table[:, 0], rung=table[:, 1:])
