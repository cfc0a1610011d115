"""Sentences of findings about a plan that is to be written out as orders."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "orders.plan.other_problem": (
        N_("The plan does not belong to its problem: {value}."),
        N_("Make the plan anew from its list and rules, then write the orders."),
    ),
    "orders.measure.halts_what_cannot_stop": (
        N_("The plan tells {value} to stop, which its options do not allow to stand still."),
        N_("Have the plan checked (`planner verify`) and made anew; nothing that cannot stop is told to stop."),
    ),
    "orders.cell.too_long": (
        N_("The text that begins with {value} is too long for one cell of sheet {sheet}."),
        N_("Shorten it in the list; a cell holds 32,767 characters."),
    ),
    "orders.sheet.too_many_rows": (
        N_("Sheet {sheet} would need more than {value} rows, the most that a workbook holds."),
        N_("Write the orders county by county."),
    ),
}
