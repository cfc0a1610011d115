"""What a search over labels looks for, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.problem.records import Indices

__all__ = ["Aim", "Found", "Judge"]

Judge = Callable[[Indices], bool]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aim:
    """What a search looks for.

    Attributes:
        cutoff: extra cost from which on nothing is wanted; `accept` at which it may stop at once.
        limit: labels after which it gives up; `width` how many are carried on at once: few to find, many to prove.
        slack: what a better plan must save at least to be looked for; 0: anything.
        spare: among answers this close the one of least weight is taken (the tie-break); 0: the first one found.
        meets: whether the cuts hold in exact sums where all items take these options.
        stopped: whether somebody called the search off.
    """

    cutoff: float
    accept: float
    limit: int
    width: int
    meets: Judge
    stopped: Callable[[], bool]
    spare: float = 0.0
    slack: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """The outcome: the option taken of each item (-1: not asked), its extra cost, and what is proven.

    Attributes:
        taken: empty where nothing was found; then `cost` is inf.
        bound: no choice of these items costs less than the smaller of this and `cost`.
        complete: whether nothing was left open.
    """

    taken: Indices
    cost: float
    bound: float
    labels: int
    complete: bool
