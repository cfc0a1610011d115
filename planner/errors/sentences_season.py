"""Sentences of findings about the off-peak plan, its ledger and copies of the rules."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "season.header.missing": (
        N_("The ledger {file} has no column {value}."),
        N_("Add it; a line is named by source_id, or by enterprise_id and line_id."),
    ),
    "season.header.unknown": (
        N_("The ledger {file} knows no column {value}."),
        N_("Correct its name, or write what it says into the column note."),
    ),
    "season.header.twice": (
        N_("The column {value} stands twice in the ledger {file}."),
        N_("Keep one of them."),
    ),
    "season.ledger.empty": (
        N_("The off-peak ledger {file} has no rows."),
        N_("Write one row a rest of a line."),
    ),
    "season.source.unnamed": (
        N_("Row {row} names no line."),
        N_("Fill in source_id, or enterprise_id and line_id as the list has them."),
    ),
    "season.source.unknown": (
        N_("Row {row}: the list has no line or boiler {value}."),
        N_("Write the id as the list has it, or add the line to the list."),
    ),
    "season.source.ambiguous": (
        N_("Row {row}: {value} stands for {count} rows of the list."),
        N_("Name the line by its source_id."),
    ),
    "season.source.not_running": (
        N_("Row {row}: {value} does not run by the list, so that its rest changes nothing."),
        N_("Correct the status in the list, or remove the row."),
    ),
    "season.day.unreadable": (
        N_("Row {row}, {column}: {value} is no day of the calendar."),
        N_("Write the day as YYYY-MM-DD."),
    ),
    "season.day.order": (
        N_("Row {row}: the rest ends on {value}, before it begins on {first}."),
        N_("Correct one of the two days; both are days of the rest."),
    ),
    "season.share.unreadable": (
        N_("Row {row}: {value} is no share of activity that a rest can keep."),
        N_("Write 0 where the line stands, or a number below 1 such as 0.5 where it runs at half its load."),
    ),
    "season.document.missing": (
        N_("Row {row} names no document that asks for the rest."),
        N_("Write the document of the off-peak plan, with its number where it has one."),
    ),
    "season.rest.overlaps": (
        N_("Row {row}: this rest of {value} shares a day with the one in row {other_row}."),
        N_("Let one end before the other begins."),
    ),
    "season.hours.unreadable": (
        N_("Row {row}: {value} is no number of hours from 0 to {most}."),
        N_("Write the hours that the line has stood still this winter, part load counted in part."),
    ),
    "season.hours.stranger": (
        N_("Row {row}: {value} is no running source of the list, so that its hours are left out."),
        N_("Correct the id, or remove the row where the line is gone."),
    ),
    "season.hours.added": (
        N_("Row {row}: {value} stands in several rows; their hours are added up."),
        N_("Nothing needs doing where the rows are different stops."),
    ),
    "season.rest.ends_early": (
        N_("{value} rests off-peak until {last_day}, before the measures end; the plan lets it rest to the end."),
        N_("Plan again from the day after, or make sure that the line does not start before the warning is lifted."),
    ),
    "season.rest.in_part": (
        N_("{value} rests off-peak in part: it stays in the base, and its rest counts as its filed limit."),
        N_("Nothing to do; the limit of the order is the stricter of the two."),
    ),
    "season.mode.design": (
        N_("In the mode `design` nothing filed counts, so that rests that stay in the base cannot count either."),
        N_("Plan without --off-peak, or in another mode."),
    ),
    "season.weeks.not_whole": (
        N_("The winter has {value} days, which are no whole weeks."),
        N_("End it on {earlier} or on {later}."),
    ),
    "season.run.too_long": (
        N_("A rest of {value} weeks in a row is longer than the winter of {weeks} weeks."),
        N_("Ask for shorter rests (--least-run), or for a longer winter."),
    ),
    "season.cut.none": (
        N_("Nothing is asked of the winter."),
        N_("Say by how many percent which pollutant is to fall, such as --cut pm=5."),
    ),
    "season.cut.unknown": (N_("{value} is no pollutant of the list."), N_("Choose among {known}.")),
    "season.cut.no_share": (
        N_("{pollutant}: {value} % is no part of the winter's total."),
        N_("Write a number above 0 and up to 100, such as --cut pm=5."),
    ),
    "season.cut.unreadable": (
        N_("{value} says no pollutant and percent."),
        N_("Write the pollutant, = and the percent, such as --cut pm=5."),
    ),
    "season.cut.beyond": (
        N_("{pollutant}: {value} % cannot be reached; with every line resting as long as it may it is {most} %."),
        N_("Ask for less, let more lines rest at once (--together), or make the winter longer."),
    ),
    "season.out.form": (
        N_("{value} says no form that an off-peak plan is written in."),
        N_("End its name with .json (the plan), .csv (the ledger) or .xlsx (the workbook)."),
    ),
    "season.plan.none": (
        N_("No off-peak plan was found within the limits of the search."),
        N_("Ask with a wider gap (--gap)."),
    ),
    "season.plan.unreadable": (
        N_("This is no file of an off-peak plan: {value}"),
        N_("Give the .json that `planner season plan --out` has written, unchanged."),
    ),
    "rules.copy.exists": (
        N_("{value} is there already."),
        N_("Give a folder that does not exist yet, so that nothing is overwritten."),
    ),
}
