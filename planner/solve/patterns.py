"""Bundles of sources that are decided together, and every way of taking one option of each: their patterns."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Flags, Floats, Indices

__all__ = ["Bundles", "Patterns", "every_pattern"]

MOST_OF_A_BUNDLE = 4_096
MOST_PATTERNS = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bundles:
    """Sources that are decided together: the lines of a whole-line unit, or sources that a share rule ties.

    Attributes:
        member: (b, k) source index, NO_INDEX beyond a bundle's last source.
    """

    member: Indices

    @property
    def count(self) -> int:
        """Number of bundles."""
        return len(self.member)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Patterns:
    """Every way to take one option of each source of a bundle, sorted by bundle.

    Attributes:
        bundle: (w,) the bundle of each pattern; `first` (b + 1,) start of each bundle's patterns.
        option: (w, k) option taken of each member, NO_INDEX beyond the last.
        halted: (w,) lines halted.
    """

    bundle: Indices
    first: Indices
    option: Indices
    halted: Indices

    def kept(self, which: Flags) -> "Patterns":
        """The same with only these patterns left."""
        bundle = self.bundle[which]
        first = np.searchsorted(bundle, np.arange(len(self.first)))
        return Patterns(bundle=bundle, first=first, option=self.option[which], halted=self.halted[which])

    def sums(self, table: Floats) -> Floats:
        """(w, ...) sum over a pattern's options of their rows in `table` (m, ...)."""
        total = np.zeros((len(self.bundle), *table.shape[1:]))
        for column in self.option.T:
            real = column != NO_INDEX
            total[real] += table[column[real]]
        return total


def every_pattern(problem: PlanProblem, bundles: Bundles) -> Patterns | None:
    """All patterns of all bundles; None where they are too many to be written out."""
    options = np.diff(problem.sources.first_option)
    sizes = np.where(bundles.member == NO_INDEX, 1, options[bundles.member])
    ways = np.prod(sizes.astype(float), axis=1)
    if bundles.count and (ways.max() > MOST_OF_A_BUNDLE or ways.sum() > MOST_PATTERNS):
        return None
    kinds, kind = np.unique(sizes, axis=0, return_inverse=True)
    parts = [
        _of_one_kind(problem, bundles, sizes[0], np.flatnonzero(kind.ravel() == index))
        for index, sizes in enumerate(kinds[:, None])
    ]
    return _sorted(problem, bundles, parts)


def _of_one_kind(problem: PlanProblem, bundles: Bundles, sizes: Indices, which: Indices) -> tuple[Indices, Indices]:
    """Bundle and options of the patterns of those bundles whose members have these numbers of options."""
    ways = np.array(list(product(*[range(size) for size in sizes])), dtype=np.int64).reshape(-1, len(sizes))
    member = bundles.member[which]
    first = np.where(member == NO_INDEX, NO_INDEX, problem.sources.first_option[member])
    options = first[:, None, :] + ways[None, :, :]
    return np.repeat(which, len(ways)), options.reshape(-1, len(sizes))


def _sorted(problem: PlanProblem, bundles: Bundles, parts: list[tuple[Indices, Indices]]) -> Patterns:
    bundle = np.concatenate([part[0] for part in parts] or [np.zeros(0, dtype=np.int64)])
    option = np.concatenate([part[1] for part in parts] or [bundles.member])
    order = np.argsort(bundle, kind="stable")
    bundle, option = bundle[order], option[order]
    halted = (problem.options.halts[option] & (option != NO_INDEX)).sum(axis=1)
    first = np.searchsorted(bundle, np.arange(bundles.count + 1))
    return Patterns(bundle=bundle, first=first, option=option, halted=halted)
