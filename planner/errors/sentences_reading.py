"""Sentences of findings about lists of any shape: their sheets, columns, rows, and cells that had to be interpreted."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "list.sheet.summary": (
        N_("Sheet {sheet} sums up or explains by its name; it was not read."),
        N_("Nothing needs to be done; where it is part of the list, give it another kind in a mapping file."),
    ),
    "list.column.likeness": (
        N_("Column {letter} ({value}) is perhaps {field}; it was not used."),
        N_("Run planner list map, say what the column is, and give the file with --mapping; it is asked once only."),
    ),
    "list.column.unit": (
        N_("Column {letter} ({value}) is {field}, but in which unit nothing says; it was not used."),
        N_("Write the unit with its period into the header (kg/d, t/a), or run planner list map and give it there."),
    ),
    "list.column.content": (
        N_("Column {letter} ({value}) seems to be {field}, but its cells are something else; it was not used."),
        N_("Run planner list map, say what the column is, and give the file with --mapping; it is asked once only."),
    ),
    "list.column.several": (
        N_("Column {letter} ({value}) names several levels or pollutants at once; it was not used."),
        N_("Run planner list map, say what the column is, and give the file with --mapping; it is asked once only."),
    ),
    "list.column.percent": (
        N_("Column {letter} ({value}) is said to be in percent, but none of its numbers is above 1; it was not used."),
        N_("Write the unit with its period into the header (kg/d, t/a), or run planner list map and give it there."),
    ),
    "list.column.industry": (
        N_("Column {letter} ({value}) holds neither key industries nor industry classes alone; it was not used."),
        N_("Run planner list map, say what the column is, and give the file with --mapping; it is asked once only."),
    ),
    "list.column.twice": (
        N_("Column {letter} ({value}) and another one both seem to be {field}; neither was used."),
        N_("Run planner list map, say what the column is, and give the file with --mapping; it is asked once only."),
    ),
    "list.column.kept": (
        N_("Column {letter} ({value}) is no field of a list; its cells are kept and not used."),
        N_("Nothing needs to be done; where it is a field, say so in a mapping file."),
    ),
    "list.rows.sum": (
        N_("{count} rows are sums and no sources: {rows}."),
        N_("Nothing needs to be done."),
    ),
    "list.rows.heading": (
        N_("{count} rows are headings between the sources: {rows}."),
        N_("Nothing needs to be done."),
    ),
    "list.rows.note": (
        N_("{count} rows are notes and no sources: {rows}."),
        N_("Nothing needs to be done; a source among them needs more cells."),
    ),
    "list.rows.header": (
        N_("{count} rows repeat the header: {rows}."),
        N_("Nothing needs to be done."),
    ),
    "list.cell.merged_amount": (
        N_("Row {row}: {column} holds one amount ({value}) merged over {count} lines."),
        N_("Write the amount of each line; the sum of a firm is no line's own."),
    ),
    "list.cell.ditto_of_nothing": (
        N_("Row {row}: {column} says {value}, and no cell above it holds anything."),
        N_("Write the value itself."),
    ),
    "list.cell.filled_from_above": (
        N_("{count} empty cells of {column}, the first in row {row}, were read as the cell above them."),
        N_("Check that they were left blank on purpose; else fill them in."),
    ),
    "list.cell.nothing_as_zero": (
        N_("{count} cells of {column}, the first in row {row}, hold {value} and were read as 0."),
        N_("Where an amount is not known, leave the cell empty."),
    ),
    "list.number.about": (
        N_("{count} cells of {column}, the first in row {row}, give a number only about so: {value}."),
        N_("Write the number itself."),
    ),
    "list.cell.made_a_date": (
        N_("{count} cells of {column}, the first in row {row}, hold the day {value}; {meant} was read."),
        N_("A spreadsheet makes a day of such a name: format the cell as text and type it anew."),
    ),
    "list.grade.local": (
        N_("{count} cells of {column}, the first in row {row}, hold {value}, a grade of a local scheme."),
        N_("It was read as no grade. Where the national guide grades the firm, write that grade."),
    ),
    "list.grade.exempt_words": (
        N_("{count} cells of {column}, the first in row {row}, say {value}: read as exempt through red."),
        N_("Confirm the exemption, and write the level through which it holds in its own column."),
    ),
    "list.grade.halted": (
        N_("{count} cells of {column}, the first in row {row}, say {value}: the equipment was read as idle."),
        N_("Idle equipment counts neither in the base nor in a reduction; check on site that it stands."),
    ),
    "list.grade.half_read": (
        N_("{count} cells of {column}, the first in row {row}, hold {value}; only the grade {grade} was read of it."),
        N_("Write guarantee and exemption in their own columns."),
    ),
    "list.line.numbered": (
        N_("{count} lines, the first in row {row}, have no number; they were numbered in the order of the sheet."),
        N_("Give each line the name that orders call it by (1#, 2#)."),
    ),
    "list.source.numbered": (
        N_("{count} rows, the first in row {row}, have no key; it was made of the firm's code and the line's place."),
        N_("Nothing needs to be done while firms keep the order of their lines; else add the column source_id."),
    ),
    "list.mapping.shape": (
        N_("The mapping file {file} has another shape: {value} is missing."),
        N_("Make it anew with planner list map, and change only field, unit and kind."),
    ),
    "list.mapping.kind": (
        N_("{value} is no kind of sheet."),
        N_("Write one of: {known}."),
    ),
    "list.mapping.field": (
        N_("Column {column}: {value} is no field of a list."),
        N_("Write a name of the field dictionary, or '' for a column that is not used."),
    ),
    "list.mapping.unit": (
        N_("Column {column}: {value} is no unit that is known."),
        N_("Write it as kg/d, t/a, 万吨/年, 万元/年, kWh/d or %."),
    ),
    "list.mapping.twice": (
        N_("Columns {first} and {column} are both said to be {value}."),
        N_("Leave one of them, and write '' for the other."),
    ),
    "list.estimate.peers": (
        N_("{count} cells of {column}, the first in row {row}, were estimated from peers; plans say so."),
        N_("Ask the firms for the amounts; the list of changes names each cell and its peers."),
    ),
    "list.estimate.activity": (
        N_("{count} cells of {column}, the first in row {row}, were estimated from activity and stated factors."),
        N_("Ask the firms for the amounts; the list of changes names each cell and the source of its factor."),
    ),
    "list.estimate.in_use": (
        N_("{count} rows, the first in row {row}, hold estimated values: {value}."),
        N_("A plan made from this list rests on them; ask the firms before winter."),
    ),
    "list.estimate.convention": (
        N_("{count} cells of {column}, the first in row {row}, were filled with {value} by convention; plans say so."),
        N_("Fill in the column where firms differ."),
    ),
}
