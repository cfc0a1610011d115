"""From hours in which a criterion holds to the levels in force, hour by hour: merged, adjusted, lifted."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from planner.alert.criteria import MetCriterion
from planner.terms import LEVELS, Level

__all__ = ["EpisodeRules", "Ranks", "Segment", "levels_in_force", "reached_ranks", "segments_of"]

Ranks = npt.NDArray[np.int64]
"""Levels by hour: 0 none, 1 yellow, 2 orange, 3 red."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeRules:
    """How episodes are joined and ended.

    Attributes:
        lift_hours: a level ends where it is not reached for more than these hours.
        holds_higher: whether a level above yellow goes on through shorter gaps, in air that swings between levels.
        merges: whether two episodes with a shorter gap are one, started from the higher level.
    """

    lift_hours: float
    merges: bool
    holds_higher: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Hours of one level in force, from `first` up to but not with `after`; `is_open`: the forecast ends before it."""

    rank: int
    first: int
    after: int
    is_open: bool


def reached_ranks(met: tuple[MetCriterion, ...], member: int, steps: int, step_hours: int) -> Ranks:
    """The highest level whose criterion covers each hour of a member's forecast."""
    ranks = np.zeros(steps * step_hours, dtype=np.int64)
    for item in met:
        level = item.criterion.stage.level
        if level is not None:
            covered = np.repeat(_covered(item.length[member]), step_hours)
            ranks = np.where(covered, np.maximum(ranks, level.rank), ranks)
    return ranks


def levels_in_force(reached: Ranks, rules: EpisodeRules, current: Level | None = None) -> Ranks:
    """The level in force in each hour.

    A level goes on through gaps of at most `lift_hours` (air that swings between levels is held at the higher one),
    and where the forecast ends before it shows a longer gap. Where a gap inside an episode was closed so, the episode
    begins at its highest level.

    Args:
        reached: highest level whose criterion covers the hour.
        rules: how episodes are joined and ended.
        current: level in force just before the first hour, None where there is none.
    """
    held = np.concatenate([[current.rank if current else 0], reached])
    force = np.zeros_like(held)
    for rank in range(1, len(LEVELS) + 1):
        longest = rules.lift_hours if rank == 1 or rules.holds_higher else 0.0
        force = np.where(_closed(held >= rank, longest), rank, force)
    if rules.merges:
        for first, after in _spans(force > 0):
            if len(tuple(_spans(held[first:after] > 0))) > 1:
                highest = force[first:after].max()
                last = first + int(np.flatnonzero(force[first:after] == highest)[-1])
                force[first : last + 1] = highest
    return force[1:]


def segments_of(force: Ranks) -> tuple[Segment, ...]:
    """The stretches of one level, those of none left out."""
    edges = [0, *(np.flatnonzero(np.diff(force)) + 1).tolist(), len(force)]
    return tuple(
        Segment(rank=int(force[first]), first=first, after=after, is_open=after == len(force))
        for first, after in pairwise(edges)
        if force[first] > 0
    )


def _covered(length: Ranks) -> npt.NDArray[np.bool_]:
    """Steps that lie inside some run: +1 where one begins, -1 where it ends."""
    change = np.zeros(len(length) + 1, dtype=np.int64)
    starts = np.flatnonzero(length)
    np.add.at(change, starts, 1)
    np.add.at(change, np.minimum(starts + length[starts], len(length)), -1)
    return np.cumsum(change)[:-1] > 0


def _closed(mask: npt.NDArray[np.bool_], longest: float) -> npt.NDArray[np.bool_]:
    """The mask with every gap after a hit closed that is no longer than `longest`, the one at the end included."""
    closed = mask.copy()
    spans = tuple(_spans(mask))
    for (_, after), (first, _) in pairwise((*spans, (len(mask), len(mask)))):
        if first - after <= longest:
            closed[after:first] = True
    return closed


def _spans(mask: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    yield from ((int(first), int(after)) for first, after in edges.reshape(-1, 2))
