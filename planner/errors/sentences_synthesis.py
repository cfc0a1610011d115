"""Sentences and repairs of the synthetic city."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "synthesis.lines.out_of_range": (
        N_("A synthetic city cannot have {value} lines."),
        N_("Ask for {lowest} to {highest} lines."),
    ),
    "synthesis.seed.negative": (
        N_("The seed {value} is below zero."),
        N_("Give a whole number of 0 or more as the seed."),
    ),
}
