"""Equal treatment and grade order at a price: every part of a firm has a required share of its own.

What that breaks is paid for.

A *part* is what one required share decides of a firm: the lines of a whole-line unit, or a line that lowers its load.
Where the order is soft each part is a cohort of its own in the problem's cohort table; this table says which cohort
(firms of one county, sub-process and grade) it stands in, and what a percentage point of difference costs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["SoftOrder", "wrong_soft"]

PERCENT = 100.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SoftOrder:
    """Over k parts (the problem's cohorts) and c cohorts of equal grade, q steps of the ladder.

    Attributes:
        price_yuan: yuan a percentage point of required share, an enterprise and a day.
        cohort: (k,) cohort of each part; `weight` (k,) its part of its enterprise's lines in that cohort, 0..1.
        group: (c,) cohorts of one county and sub-process share a group; `rank` (c,) better grades first.
        enterprises: (c,) how many enterprises the cohort holds.
        allowed: (c, q) the steps that the grade's menu permits; `label` (c,) `county/industry/sub-process/grade`.
    """

    price_yuan: float
    cohort: NDArray[np.int64]
    weight: NDArray[np.float64]
    group: NDArray[np.int64]
    rank: NDArray[np.int64]
    enterprises: NDArray[np.int64]
    allowed: NDArray[np.bool_]
    label: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of cohorts c."""
        return len(self.label)

    def yuan_per_share(self, days: int) -> float:
        """Yuan that a difference of the whole share (100 points) of one enterprise costs over so many days."""
        return self.price_yuan * PERCENT * days

    def chains(self) -> tuple[tuple[int, ...], ...]:
        """The cohorts of each group from the best grade to the worst, groups in ascending order."""
        order = np.lexsort((self.rank, self.group))
        starts = np.flatnonzero(np.diff(self.group[order], prepend=-1))
        return tuple(tuple(part.tolist()) for part in np.split(order, starts[1:]) if len(part))


def wrong_soft(soft: SoftOrder, parts: int, steps: int) -> Iterator[tuple[str, str]]:
    """(field, what is wrong) of a table over so many parts and steps."""
    count = soft.count
    lengths = {
        "soft.cohort": (soft.cohort.shape, (parts,)),
        "soft.weight": (soft.weight.shape, (parts,)),
        "soft.group": (soft.group.shape, (count,)),
        "soft.rank": (soft.rank.shape, (count,)),
        "soft.enterprises": (soft.enterprises.shape, (count,)),
        "soft.allowed": (soft.allowed.shape, (count, steps)),
    }
    wrong = [(path, f"{found} != {asked}") for path, (found, asked) in lengths.items() if found != asked]
    yield from wrong
    if wrong:
        return
    if not np.isfinite(soft.price_yuan) or soft.price_yuan < 0.0:
        yield "soft.price_yuan", str(soft.price_yuan)
    if np.any((soft.cohort < 0) | (soft.cohort >= count)):
        yield "soft.cohort", f"outside 0..{count - 1}"
    if np.any((soft.weight < 0.0) | (soft.weight > 1.0)):
        yield "soft.weight", "outside 0..1"
    if not np.all(soft.allowed[:, :1]) or np.any(soft.enterprises < 0):
        yield "soft.allowed", "step 0, enterprises"
