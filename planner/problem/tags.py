"""Sets of tags per source without a Python loop over sources: each distinct set is held once and numbered."""

from collections.abc import Set as AbstractSet

import numpy as np

from planner.problem.records import Flags, Indices
from planner.terms import split_tag

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

    def merge(self, numbers: Indices, others: Indices) -> Indices:
        """The set numbers after the sets of `others` joined those of `numbers`, place by place."""
        result = numbers.copy()
        for other in np.unique(others):
            result = self.add(result, np.asarray(others == other), *self._sets[other])
        return result

    def speaks(self, numbers: Indices, codes: AbstractSet[str]) -> Flags:
        """Whether a set holds a tag of one of these codes."""
        speaking = [
            number for number in np.unique(numbers) if any(split_tag(tag)[0] in codes for tag in self._sets[number])
        ]
        return np.isin(numbers, speaking)

    def remove(self, numbers: Indices, mask: Flags, tag: str) -> Indices:
        """The set numbers after `tag` left the sets of the masked places."""
        result = numbers.copy()
        for number in np.unique(numbers[mask]):
            old = self._sets[number]
            if tag in old:
                result[mask & (numbers == number)] = self._number(tuple(item for item in old if item != tag))
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
