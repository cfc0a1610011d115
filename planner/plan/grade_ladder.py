"""The grade order as a ladder: a better grade's step ranks after the step that it asks of the worse grade."""

from dataclasses import dataclass

import numpy as np

from planner.problem import PlanProblem
from planner.problem.records import Flags, Floats, Indices

__all__ = ["GradeLadder", "behind_worse", "find_grade_ladder", "rising", "with_worse"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GradeLadder:
    """Neighbours in the grade order: of cohort `better[d][k]` the next worse grade is `worse[d][k]`, worst pairs first.

    Attributes:
        depth: (c,) how many worse grades a cohort has below it.
    """

    better: tuple[Indices, ...]
    worse: tuple[Indices, ...]
    depth: Indices


def find_grade_ladder(problem: PlanProblem) -> GradeLadder:
    """The neighbours of every group."""
    cohorts = problem.cohorts
    order = np.lexsort((cohorts.rank, cohorts.group))
    group = cohorts.group[order]
    last = np.searchsorted(group, group, side="right") - 1
    depth = np.zeros(cohorts.count, dtype=np.int64)
    depth[order] = last - np.arange(cohorts.count)
    has_worse = np.flatnonzero(last > np.arange(cohorts.count))
    far = int(depth.max(initial=0))
    at = [has_worse[depth[order[has_worse]] == distance] for distance in range(1, far + 1)]
    return GradeLadder(
        better=tuple(order[places] for places in at), worse=tuple(order[places + 1] for places in at), depth=depth
    )


def rising(key: Floats, is_open: Flags) -> Floats:
    """(c, q) keys that never fall along a cohort's open steps, infinite at closed ones."""
    risen = np.maximum.accumulate(np.where(is_open, key, 0.0), axis=1)
    return np.where(is_open, risen, np.inf)


def behind_worse(key: Floats, is_open: Flags, at: Indices, ladder: GradeLadder) -> Floats:
    """(c, q) the keys after each better grade's steps were put behind those that they ask of the worse grade."""
    key = key.copy()
    for better, worse in zip(ladder.better, ladder.worse, strict=True):
        asked = _at_least(key[worse], is_open[worse], at[worse], np.zeros(len(worse)), np.inf)
        key[better] = rising(np.maximum(key[better], asked), is_open[better])
    return key


def with_worse(target: Indices, is_open: Flags, at: Indices, ladder: GradeLadder) -> Indices:
    """(c,) the steps after every worse grade came along, each to its least open step that is not below the better's."""
    target, steps = target.copy(), np.arange(is_open.shape[1], dtype=float)
    for better, worse in zip(reversed(ladder.better), reversed(ladder.worse), strict=True):
        places = np.broadcast_to(steps, (len(worse), len(steps)))
        least = _at_least(places, is_open[worse], at[worse], at[worse].astype(float), 0.0)
        asked = least[np.arange(len(worse)), target[better]].astype(np.int64)
        target[worse] = np.maximum(target[worse], asked)
    return target


def _at_least(value: Floats, is_open: Flags, at: Indices, held: Floats, none: float) -> Floats:
    """(k, q) the value of the least open step at or above each step; `held` where the cohort stands there already."""
    result, found = np.empty_like(value), np.full(len(value), none)
    for step in reversed(range(value.shape[1])):
        found = np.where(at >= step, held, np.where(is_open[:, step], value[:, step], found))
        result[:, step] = found
    return result
