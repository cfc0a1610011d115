"""Sets of tags per source without a Python loop over sources: each distinct set is held once and numbered."""

import numpy as np

from planner.problem.records import Flags, Indices

__all__ = ["TagSets"]


class TagSets:
    """A register of distinct ordered tag sets; arrays of set numbers stand for the sets of many sources.

    Number 0 is the empty set. The register only grows, so numbers stay valid.
    """

    def __init__(self) -> None:
        self._sets: list[tuple[str, ...]] = [()]
        self._numbers: dict[tuple[str, ...], int] = {(): 0}

    def used(self, numbers: Indices) -> tuple[Indices, tuple[tuple[str, ...], ...]]:
        """The numbers and sets that are in use, numbered anew in order of the sets, so that history leaves no trace."""
        kept, inverse = np.unique(numbers, return_inverse=True)
        sets = [self._sets[number] for number in kept]
        order = sorted(range(len(sets)), key=sets.__getitem__)
        position = np.empty(len(sets), dtype=np.int64)
        position[order] = np.arange(len(sets))
        return position[inverse], tuple(sets[index] for index in order)

    def add(self, numbers: Indices, mask: Flags, *tags: str) -> Indices:
        """The set numbers after `tags` joined the sets of the masked sources."""
        result = numbers.copy()
        for number in np.unique(numbers[mask]):
            old = self._sets[number]
            result[mask & (numbers == number)] = self._number(old + tuple(tag for tag in tags if tag not in old))
        return result

    def drop(self, numbers: Indices, tag: str, where: str) -> Indices:
        """The set numbers after `tag` left every set that also holds `where`."""
        result = numbers.copy()
        for number in np.unique(numbers):
            old = self._sets[number]
            if where in old and tag in old:
                result[numbers == number] = self._number(tuple(item for item in old if item != tag))
        return result

    def _number(self, tags: tuple[str, ...]) -> int:
        if tags not in self._numbers:
            self._numbers[tags] = len(self._sets)
            self._sets.append(tags)
        return self._numbers[tags]
