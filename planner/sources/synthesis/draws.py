"""Random numbers that are the same on every machine and for every NumPy."""

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Draws", "Floats", "Ints", "between", "stratified"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_MANTISSA_SHIFT = np.uint64(11)
_MANTISSA_UNIT = 2.0**-53


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """Independent streams of one seed, one a topic.

    Only the raw PCG64 stream is used: NumPy promises it for good, the distributions of its Generator it may change.
    Logarithms and powers are avoided throughout the package, since their last bit depends on the processor.
    """

    seed: int

    def uniform(self, topic: str, count: int) -> Floats:
        """`count` numbers in [0, 1) that belong to this topic alone."""
        sequence = np.random.SeedSequence([self.seed, zlib.crc32(topic.encode())])
        raw = np.random.PCG64(sequence).random_raw(count)
        return (np.asarray(raw, dtype=np.uint64) >> _MANTISSA_SHIFT).astype(np.float64) * _MANTISSA_UNIT

    def spread(self, topic: str, groups: Ints) -> Floats:
        """Numbers in (0, 1) spread evenly within each group, in random order."""
        return stratified(self.uniform(topic, len(groups)), groups)


def stratified(draws: Floats, groups: Ints) -> Floats:
    """Rank of each draw within its group, as the middle of its share: n members give 1/2n, 3/2n, ...

    A city of any size then shows the stated shares, so that its calibration does not hang on luck.
    """
    order = np.lexsort((draws, groups))
    members = np.bincount(groups)
    first = np.concatenate(([0], np.cumsum(members)[:-1]))
    rank = np.empty(len(draws), dtype=np.int64)
    rank[order] = np.arange(len(draws)) - first[groups[order]]
    return (rank + 0.5) / members[groups]


def between(low: Floats | float, high: Floats | float, draws: Floats) -> Floats:
    """The value that lies at each draw's part of the way from low to high."""
    return low + (high - low) * draws
