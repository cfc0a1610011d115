"""What a plan's face says of estimated values in its list."""

import numpy as np

from planner.errors import Finding, Place, Severity, finding
from planner.inventory import Inventory
from planner.inventory.meaning import ESTIMATED

__all__ = ["estimate_remarks"]

_MOST_NAMED = 12


def estimate_remarks(inventory: Inventory) -> tuple[Finding, ...]:
    """One warning where rows of the list hold estimated values, with their number and the fields; else nothing."""
    if ESTIMATED not in inventory.frame.columns:
        return ()
    marks = inventory.frame[ESTIMATED]
    where = np.flatnonzero((marks != "").to_numpy(dtype=np.bool_))
    if not len(where):
        return ()
    named = (mark.partition("=")[0] for text in marks.iloc[where].unique() for mark in text.split(";"))
    fields = list(dict.fromkeys(named))
    told = ", ".join(fields[:_MOST_NAMED]) + (" …" if len(fields) > _MOST_NAMED else "")
    first = inventory.frame.iloc[int(where[0])]
    place = Place(file=inventory.file, sheet=str(first["list_sheet"]), row=int(first["list_row"]), column=ESTIMATED)
    return (finding("list.estimate.in_use", Severity.WARNING, place, count=len(where), value=told),)
