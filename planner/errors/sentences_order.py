"""Sentences of findings: a former order in force, and cuts that hold when some fail."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "plan.order.other_city": (
        N_("The order in force is that of {value}, the question that of {wanted}."),
        N_("Name a plan file of {wanted} after --from-order."),
    ),
    "plan.order.limit_and_price": (
        N_("Both a limit of {value} changed enterprises and a price of {price} yuan a change are given."),
        N_("Give one of the two: --max-changes or --change-price."),
    ),
    "plan.order.not_with": (
        N_("An order in force cannot yet be combined with {value}."),
        N_("Leave one of the two out; ask for the other answer without --from-order."),
    ),
    "audit.changes": (
        N_("The change order names {found} enterprises, compared anew it is {expected}; first difference: {place}."),
        N_("Make the plan anew from the order in force."),
    ),
    "audit.most_changes": (
        N_("The plan says that it exceeds the limit of changes by {found}, counted anew it is by {expected}."),
        N_("Make the plan anew from the order in force."),
    ),
    "audit.robust": (
        N_("What failures leave of the cut {place} is {found} by the plan; counted anew it is {expected}."),
        N_("Make the plan anew."),
    ),
    "robust.one_of_two": (
        N_("Failures are asked for by number and by chance at once."),
        N_("Give either --robust, or --robust-probability with --compliance."),
    ),
    "robust.probability": (
        N_("A probability of {value} cannot be asked for."),
        N_("Give a number above 0.5 and below 1."),
    ),
    "robust.not_with": (
        N_("Cuts that hold when some fail cannot yet be combined with {value}."),
        N_("Leave one of the two out."),
    ),
    "robust.rates.missing": (
        N_("A probability needs a file of rates, and the file a probability."),
        N_("Give both --robust-probability and --compliance."),
    ),
    "robust.rates.empty": (N_("The file {file} holds no rates."), N_("Write one row a group: by, code, rate.")),
    "robust.rates.header": (
        N_("The file of rates has no column {value}."),
        N_("Its columns are by, code and rate."),
    ),
    "robust.rates.group": (
        N_("Row {row}: {value} is no group."),
        N_("Write all with an empty code, or county, industry or grade with its code."),
    ),
    "robust.rates.rate": (N_("Row {row}: {value} is no rate."), N_("Write a number from 0 to 1.")),
    "robust.rates.twice": (N_("Row {row}: {value} stands there twice."), N_("Keep one of the rows.")),
    "robust.rates.lacking": (
        N_("{count} sources have no rate, the first is {value}."),
        N_("Add a row for all, or for their county, industry or grade."),
    ),
    "robust.rates.nobody": (
        N_("The group {value} of the file of rates has no source in the list."),
        N_("Correct its code, or leave the row out."),
    ),
}
