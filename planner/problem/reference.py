"""A way of answering the level that no search made, counted on the same list: what a plan is compared with."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Reference", "ReferenceName"]


class ReferenceName(StrEnum):
    """What was executed: every declared measure as filed, or the grade rule alone."""

    FILED = "filed"
    GRADE_RULE = "grade_rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a way of answering comes to.

    Attributes:
        name: a ReferenceName.
        cost_yuan: over the episode, value added lost and restarts.
        reduction_kg_per_day: in POLLUTANTS order, correctly rounded sums.
        enterprises: how many enterprises, fleets and sites lose some of their activity.
        breaks: the hard rules of the problem that it breaks, names of HardRule in their order; empty: a permitted plan.
    """

    name: str
    cost_yuan: float
    reduction_kg_per_day: tuple[float, ...]
    enterprises: int
    breaks: tuple[str, ...]
