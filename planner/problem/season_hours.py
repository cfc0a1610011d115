"""Family 9: the hours that lines have stood still this winter, as data of a problem.

Between plans that cost about the same, those are better that stop lines which have stood still less than the others of
their county, sub-process and grade. It is a stage of the objective, never a constraint of its own.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["SeasonHours"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SeasonHours:
    """What the winter's ledger says of the sources of a problem.

    Attributes:
        stopped_hours: (n,) hours of standstill so far this winter, hours of part load counted in part; >= 0.
        tolerance: share of the cheapest plan's cost that evening may add, 0..1.
        ledger_sha256: over the bytes of the ledger file.
    """

    stopped_hours: NDArray[np.float64]
    tolerance: float
    ledger_sha256: str
