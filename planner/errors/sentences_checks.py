"""Sentences of findings of the days in force: tables sent to the desk, visits, readings, air, daily reports."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "desk.table.column": (
        N_("{file} has no column {value}."),
        N_("Add it under one of these names: {known}. Titles may stand above the header."),
    ),
    "desk.table.empty": (
        N_("{file} has a header and no rows."),
        N_("Add the rows below the header."),
    ),
    "desk.cell.time": (
        N_("Row {row}, column {column}: {value} is no time."),
        N_("Write it as 2026-12-05 08:00."),
    ),
    "desk.cell.nobody": (
        N_("Row {row} names neither an order nor an enterprise."),
        N_("Write the number on the order, or the credit code."),
    ),
    "warning.reading.no_meter": (
        N_("Row {row} names no meter."),
        N_("Write the meter as the list has it."),
    ),
    "warning.reading.no_source": (
        N_("Row {row} names no source."),
        N_("Write the source id as the list has it."),
    ),
    "warning.reading.day": (
        N_("Row {row}, column {column}: {value} is no day of the calendar."),
        N_("Write the day as YYYY-MM-DD."),
    ),
    "warning.reading.kwh": (
        N_("Row {row}, column {column}: {value} is no amount of electricity."),
        N_("Write kilowatt-hours as a plain number, 0 or more."),
    ),
    "warning.reading.pollutant": (
        N_("Row {row}, column {column}: {value} is no pollutant of the list."),
        N_("Write so2, nox, pm or vocs, or the Chinese name."),
    ),
    "warning.reading.kilograms": (
        N_("Row {row}, column {column}: {value} is no emission of a day."),
        N_("Write kilograms as a plain number, 0 or more."),
    ),
    "warning.visit.outcome": (
        N_("Row {row}, column {column}: {value} is no finding of a visit."),
        N_("Write one of: {known}."),
    ),
    "warning.visit.no_order": (
        N_("{value} has no order under this warning."),
        N_("The visit is kept all the same; look at the code if it should have one."),
    ),
    "warning.visit.line": (
        N_("{value} is no line on the order of {owner}."),
        N_("Name a source of its order, or none for the whole firm."),
    ),
    "warning.visit.nobody": (
        N_("The visit to {value} names no inspector."),
        N_("Write who was on site."),
    ),
    "warning.visit.future": (
        N_("The visit at {value} lies in the future."),
        N_("Correct its time."),
    ),
    "warning.air.no_day": (
        N_("{value} holds no natural day whole."),
        N_("Give the hours from 00:00 to 23:00 of each day, or one row a day."),
    ),
    "warning.daily.future": (
        N_("The day {value} has not begun."),
        N_("Choose today or an earlier day."),
    ),
    "warning.daily.not_in_force": (
        N_("The warning was not in force on {value}."),
        N_("Choose a day from its issue to its lifting."),
    ),
    "warning.daily.none_kept": (
        N_("No daily report of {value} was kept."),
        N_("Make it: leave --kept out and name who makes it."),
    ),
}
