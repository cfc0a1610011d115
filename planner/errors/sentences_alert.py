"""Sentences of findings about the dates of a warning."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "alert.end_before_start": (
        N_("The end {value} is not after the start {start}."),
        N_("Give an end after the start, or none (until further notice)."),
    ),
    "alert.days_disagree_with_end": (
        N_("{value} days do not agree with start and end, which span {days} days."),
        N_("Leave out the days or the end, or make them agree."),
    ),
    "alert.days_below_one": (
        N_("The duration of {value} days is below one day."),
        N_("Give at least one day."),
    ),
}
