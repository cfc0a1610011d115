"""Sentences of findings about the dates of a warning."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "rules.warning.same_day": (
        N_("{column} in {file}: two of them begin on {value}."),
        N_("Give each its own first day."),
    ),
    "rules.warning.not_rising": (
        N_("{column} in {file}: the numbers of {value} do not rise from one to the next."),
        N_("Compare them with the table of the standard."),
    ),
    "rules.warning.item_unknown": (
        N_("{column} in {file} names {value}, for which the table has no column."),
        N_("Add the column to items, or correct the code."),
    ),
    "rules.warning.breakpoints": (
        N_("{column} in {file} has {value} breakpoints for {steps} steps."),
        N_("Give one for each step; a shorter column says above_iaqi or above_item, a full one neither."),
    ),
    "rules.warning.condition": (
        N_("{column} in {file}: the condition on {value} for {hours} hours cannot be judged."),
        N_("Give either over or at_least; means last 24, 48, 72 ... hours, hourly values fewer than 24."),
    ),
    "rules.warning.variant_unknown": (
        N_("{column} in {file} selects {value}, which is no variant; known are {known}."),
        N_("Use an id of warning/variants.yaml, or remove the line."),
    ),
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
