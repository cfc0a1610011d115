"""The records of prices: one row of the model moved up and down by a step, and what each move came to."""

from dataclasses import dataclass

__all__ = ["PRICE_STEP", "Price", "PriceStep"]

PRICE_STEP = 0.01
"""By how much of itself each cut or band is raised and lowered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceStep:
    """The city with one row moved: cost and proven bound of its plan in yuan over the episode."""

    objective_yuan: float
    bound_yuan: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """One row raised and lowered by PRICE_STEP of itself; None where that cannot be met.

    Attributes:
        row: a pollutant, `so2_nox`, or a side of a county band.
        relaxed: the relaxation's price, for county bands: yuan a percentage point.
    """

    row: str
    up: PriceStep | None
    down: PriceStep | None
    relaxed: float | None = None
