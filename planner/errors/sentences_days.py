"""Sentences of findings about an episode looked at day by day."""

from planner.terms import N_

__all__ = ["SENTENCES"]

ASK = N_("Do not use this plan; make it again from the list and compare.")

SENTENCES: dict[str, tuple[str, str]] = {
    "plan.days.too_many": (
        N_("An episode of {value} days cannot be planned day by day: at most {most} days are."),
        N_("Shorten it with --days, or leave out --by-day."),
    ),
    "plan.days.notice_unknown": (
        N_("No rule in force on {on} says how many hours before its start a warning is issued."),
        N_("Give the hours between the order and the start with --notice."),
    ),
    "plan.days.notice_alone": (
        N_("The notice of {value} hours counts only where the episode is planned day by day."),
        N_("Add --by-day, or leave out --notice."),
    ),
    "plan.days.not_with": (
        N_("Planning day by day cannot be combined with {value} yet."),
        N_("Ask for one of the two."),
    ),
    "audit.days.mean_day": (N_("The kilograms of source {place} are not those of its mean day."), ASK),
    "audit.days.accounts": (N_("The account of day {place} does not follow from the measures real on it."), ASK),
    "audit.days.tail": (N_("What goes on after the end does not follow from the measures."), ASK),
    "audit.days.asked": (N_("The row of source {place} does not say what its option asks on each day."), ASK),
    "audit.list.days": (N_("What is real on day {place} is not what list and notice lead to."), ASK),
}
