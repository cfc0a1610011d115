"""Sentences of findings about a city's confirmation of a value of law, and about cells of the guide."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "rules.confirm.no_person": (
        N_("The confirmation of {value} does not say who confirms."),
        N_("Name the person who confirms (--by)."),
    ),
    "rules.confirm.no_office": (
        N_("The confirmation of {value} does not say in which office."),
        N_("Name the office of the person who confirms (--role)."),
    ),
    "rules.confirm.no_document": (
        N_("The confirmation of {value} names no paper."),
        N_("Name the paper that bears the confirmation, by number or title (--document)."),
    ),
    "rules.confirm.in_advance": (
        N_("The confirmation is dated {value}, after today, {today}."),
        N_("Give the day on which the value was confirmed; a word is never recorded in advance."),
    ),
    "rules.confirm.unknown_rule": (
        N_("There is no rule {value}."),
        N_("Copy the id from `planner rules list --status to-confirm`."),
    ),
    "rules.confirm.not_turned_on": (
        N_("{value} is a recalled value that {city} has not turned on: there is nothing in force to confirm."),
        N_("List the rule under turns_on in the city's file first, or record the value with its source."),
    ),
    "rules.confirm.not_in_force": (
        N_("{value} was not in force in {city} on {on}."),
        N_("Choose a day on which the rule is in force."),
    ),
    "rules.confirm.twice": (
        N_("{value} was confirmed already, by {by} on {on}."),
        N_("Nothing is to be done; `--withdraw` takes the confirmation back."),
    ),
    "rules.confirm.confirmed_already": (
        N_("{value} needs no confirmation: the rule file itself gives it as confirmed."),
        N_("Nothing is to be done."),
    ),
    "rules.confirm.nothing_to_withdraw": (
        N_("There is no confirmation of {value} by {city} to withdraw."),
        N_("Look at `planner rules confirmations`: a confirmation of another value is lost already."),
    ),
    "audit.confirmations": (
        N_("The confirmation that the plan records for {place} cannot stand ({found} such)."),
        N_("Do not use this plan; make it anew from the list, the rules and the recorded confirmations."),
    ),
    "rules.cell.unknown": (
        N_("The register knows no {column} {value}; known are {known}."),
        N_("Use one of the known codes; `planner rules coverage` lists the industries."),
    ),
    "rules.show.what": (
        N_("Neither a rule nor a place was named."),
        N_("Name a rule's id, or a place: --industry, --sub-process, --grade and --level."),
    ),
    "rules.diff.order": (
        N_("The later day {value} lies before the earlier one, {before}."),
        N_("Give the earlier day as --from and the later one as --to."),
    ),
}
