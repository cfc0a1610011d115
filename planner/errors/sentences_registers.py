"""Sentences of findings about a list beside registers of other offices, and about lists given back."""

from planner.terms import N_

__all__ = ["DIFFERENCES", "SENTENCES"]

DIFFERENCES: dict[str, str] = {
    "permits": N_("the permits"),
    "meters": N_("the meters"),
    "inventory": N_("the emission inventory"),
    "list": N_("the other list"),
    "name": N_("the name"),
    "code": N_("the credit code"),
    "county": N_("the county"),
    "grade": N_("the grade"),
    "permit": N_("the permit number"),
    "permit_missing": N_("the permit number that the list lacks"),
    "permit_ended": N_("the last day of the permit"),
    "so2_differs": N_("SO2, kg a year"),
    "nox_differs": N_("NOx, kg a year"),
    "pm_differs": N_("particulate matter, kg a year"),
    "vocs_differs": N_("VOCs, kg a year"),
    "electricity_differs": N_("electricity, kWh a year"),
    "so2_above_permit": N_("SO2 above the permit, kg a year"),
    "nox_above_permit": N_("NOx above the permit, kg a year"),
    "pm_above_permit": N_("particulate matter above the permit, kg a year"),
    "vocs_above_permit": N_("VOCs above the permit, kg a year"),
    "electricity_above_permit": N_("electricity above the permit, kWh a year"),
}
"""Words of registers and of what differs."""

SENTENCES: dict[str, tuple[str, str]] = {
    "register.no_header": (
        N_("No row of {file} names a firm and something else of it."),
        N_("Head the column of names with one of: {known}."),
    ),
    "register.row.no_name": (
        N_("{count} rows of {file} have no name of a firm and were left out."),
        N_("Nothing needs to be done where they are sums or notes; else write the name."),
    ),
    "register.differs": (
        N_("{name} differs from {register} in {difference}: here “{value}”, there “{other}”."),
        N_("Find out which of the two is right, and correct the list or have the register corrected."),
    ),
    "register.unsure": (
        N_("{value} may be {other} (row {other_row} of {register}), likeness {score}; nobody has said so yet."),
        N_("Say whether both are one firm; the answer is remembered."),
    ),
    "register.not_listed": (
        N_("{value} stands in {register} (row {row}) and not in the list."),
        N_("List the firm if it emits to the air and runs; who should be listed must be."),
    ),
    "register.not_registered": (
        N_("{value} is listed and does not stand in {register}."),
        N_("Check whether it still runs, under which name and code, and whether it needs a permit or meter."),
    ),
    "register.decision.unreadable": (
        N_("Row {row} of {file}: {value} is no answer to whether both are one firm."),
        N_("Write yes or no (是 or 否), or leave the cell empty."),
    ),
    "list.marked.too_large": (
        N_("{file} has {rows} rows; a workbook of more than {most} is not marked cell by cell."),
        N_("Use the workbook of findings (--report), or split the list by county."),
    ),
    "list.total.unreadable": (
        N_("{value} is no total of a pollutant."),
        N_("Write pollutant and kilograms a day, for example pm=12000; the pollutants are so2, nox, pm and vocs."),
    ),
    "list.version.unknown": (
        N_("There is no file and no imported version {value}."),
        N_("Give a file, or the number of a version that the city imported."),
    ),
}
