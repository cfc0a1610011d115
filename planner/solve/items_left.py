"""The undecided items behind one depth of a search, priced at many price vectors at once."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.problem.records import Floats, Indices

__all__ = ["ItemsLeft"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ItemsLeft:
    """Items from a head on; all places count from it.

    Attributes:
        cost, share: (o,) and (o, d) of all options; `first`, `size` (i,) where each item's options stand.
        heads: the items that stand on their own.
        asks: (o, i) 0/1 which slots an option of a state asks; the same as pairs in `asking_option`, `asking_inner`,
            with the state's item in `asking_head`.
    """

    cost: Floats
    share: Floats
    first: Indices
    size: Indices
    heads: Indices
    asks: sparse.csr_array
    asking_option: Indices
    asking_inner: Indices
    asking_head: Indices

    def least(self, prices: Floats) -> tuple[Floats, Floats]:
        """(k, o) priced cost of each option, a state's slots counted in, and (k, i) the least of each item."""
        value = np.repeat(self.cost[None, :], len(prices), axis=0)
        # Few cuts: without a call of BLAS the bytes are the same on every machine.
        for price, share in zip(prices.T, self.share.T, strict=True):
            value -= price[:, None] * share
        least = np.minimum.reduceat(value, self.first, axis=1)
        if len(self.asking_inner):
            value += (self.asks @ least.T).T
            least = np.minimum.reduceat(value, self.first, axis=1)
        return value, least

    def share_of(self, value: Floats, least: Floats) -> Floats:
        """(k, d) the share that goes with the least answer at each price vector; of equals the first option."""
        count, width = value.shape
        hits = np.flatnonzero(value == np.repeat(least, self.size, axis=1))
        start = self.first + np.arange(count)[:, None] * width
        place = hits[np.searchsorted(hits, start)] - np.arange(count)[:, None] * width
        total = self.share[place[:, self.heads]].sum(axis=1)
        if len(self.asking_inner):
            asked = place[:, self.asking_head] == self.asking_option
            total += (asked[:, :, None] * self.share[place[:, self.asking_inner]]).sum(axis=1)
        return np.asarray(total)
