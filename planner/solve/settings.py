"""What a search may do: the gap where it may stop, its seed, its limit of nodes."""

from dataclasses import dataclass
from importlib.metadata import version

__all__ = ["DEFAULT_GAP", "SolveSettings", "ortools_version"]

DEFAULT_GAP = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class SolveSettings:
    """Settings of a search. Limits are counted, never timed: the same input gives the same plan.

    Attributes:
        gap: relative gap at which the search may stop, >= 0.
        seed: random seed of the solver and of the tie-break.
        node_limit: nodes of one branch-and-bound, after which the gap reached is reported as it is.
        label_limit: partial plans of one search over groups, likewise.
    """

    gap: float = DEFAULT_GAP
    seed: int = 20261123
    node_limit: int = 20_000
    label_limit: int = 600_000


def ortools_version() -> str:
    """The version of OR-Tools, for a plan's provenance."""
    return version("ortools")
