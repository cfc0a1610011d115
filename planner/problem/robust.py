"""Holding when some fail, as data of a problem: how many ordered reductions may stay away, or how likely each comes.

A *failure* is one source whose ordered reduction does not happen at all. Either the `failures` largest of each cut may
fail, or each happens with its rate, independently, and the cuts are to hold with `probability`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["RateRow", "Robust", "wrong_robust"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Robust:
    """What the cuts must withstand.

    Attributes:
        failures: of each cut the so many largest ordered reductions may fail; 0: probability is asked for.
        probability: with which each cut is to hold, above 0.5 and below 1; 0: failures are.
        rate: (n,) with which each source's reduction happens, 0..1; empty where failures are counted.
        rates_sha256: over the bytes of the file of rates, '' where there is none.
    """

    failures: int
    probability: float
    rate: NDArray[np.float64]
    rates_sha256: str = ""


def wrong_robust(robust: Robust, sources: int) -> Iterator[tuple[str, str]]:
    """(field, what is wrong)."""
    if (robust.failures > 0) == (robust.probability > 0.0) or robust.failures < 0:
        yield "robust", f"failures {robust.failures}, probability {robust.probability}"
    if robust.probability and not 0.5 < robust.probability < 1.0:  # noqa: PLR2004 - a deviation below the mean
        yield "robust.probability", str(robust.probability)
    if len(robust.rate) != (sources if robust.probability else 0):
        yield "robust.rate", str(len(robust.rate))
    elif robust.rate.size and not bool(np.all((robust.rate >= 0.0) & (robust.rate <= 1.0))):
        yield "robust.rate", "outside 0..1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRow:
    """With what rate (0..1) the ordered reductions of a group happen; `by`: all, county, industry or grade."""

    by: str
    code: str
    rate: float
