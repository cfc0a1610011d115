"""Sentences of findings about the file of a list, its sheets, its header and the shape of its rows."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "list.file.absent": (
        N_("There is no file {file}."),
        N_("Check the path; a list is a file, not a folder."),
    ),
    "list.file.unreadable": (
        N_("{file} cannot be opened: {reason}."),
        N_("Close it in other programs, check its permissions, then try again."),
    ),
    "list.file.too_large": (
        N_("{file} is larger than {megabytes} MB."),
        N_("Split the list by county, or remove pictures and other sheets."),
    ),
    "list.file.too_many_rows": (
        N_("{file} has more than {most} rows."),
        N_("Split the list by county; empty rows at the end count too."),
    ),
    "list.file.empty": (
        N_("{file} is empty."),
        N_("Export the list again, with its header."),
    ),
    "list.file.no_rows": (
        N_("{file} holds a header and no row."),
        N_("Add a row for each source, or choose the right file."),
    ),
    "list.file.wrong_kind": (
        N_("{file} is no list but a file of kind {kind}."),
        N_("Save it as xlsx without a password, or as CSV in UTF-8."),
    ),
    "list.file.utf16": (
        N_("{file} is text in UTF-16, which Excel calls Unicode text."),
        N_("Save it as “CSV UTF-8 (comma delimited)” or as xlsx."),
    ),
    "list.file.binary": (
        N_("The first row of {file} holds bytes that are no text."),
        N_("Save the list as CSV in UTF-8, or as xlsx."),
    ),
    "list.file.encoding": (
        N_("Row {row}: byte {byte} of {file} ({value}) is text neither in UTF-8 nor in GB18030."),
        N_("Open the last sound copy, mend the cell, and save as CSV UTF-8."),
    ),
    "list.file.separator": (
        N_("The columns of {file} are separated by {separator}, not by a comma."),
        N_("Save it as CSV with commas, or as xlsx."),
    ),
    "list.header.absent": (
        N_("Row 1 of {file} is empty or broken: it must name the columns."),
        N_("Put the headers into the first row, without a title above them."),
    ),
    "list.header.none_known": (
        N_("No header in row 1 is a column of a list: {value}."),
        N_("Put the headers into the first row, in English or Chinese as the field dictionary spells them."),
    ),
    "list.header.duplicate": (
        N_("Header {value} (column number {number}) names the same column as {first} (number {first_number})."),
        N_("Remove one of the two columns."),
    ),
    "list.header.empty": (
        N_("Column number {number} has no header."),
        N_("Give it a header, or delete the whole column."),
    ),
    "list.header.unknown": (
        N_("Header {value} is no column of a list; its cells are kept but not used."),
        N_("Remove the column, or spell its header as the field dictionary does."),
    ),
    "list.header.misspelt": (
        N_("Header {value} is no column of a list; perhaps {nearest} was meant."),
        N_("Write {nearest}."),
    ),
    "list.header.missing": (
        N_("The column {column} ({header_zh}) is missing."),
        N_("Add the column with this header; every list needs it."),
    ),
    "list.header.not_given": (
        N_("The list has no column {column} ({header_zh}); it reads as empty."),
        N_("Add the column if its values are known."),
    ),
    "list.row.shorter": (
        N_("Row {row} has only {cells} cells; the header has {headers}."),
        N_("Add the missing cells; a comma inside a cell needs quotes around the cell."),
    ),
    "list.row.longer": (
        N_("Row {row} has {cells} cells where the header has {headers}."),
        N_("Remove the extra cells; a comma inside a cell needs quotes around the cell."),
    ),
    "list.row.empty": (
        N_("Row {row} is empty."),
        N_("Delete the row."),
    ),
    "list.row.quotes": (
        N_("Row {row}: a quotation mark is not closed, or stands inside a quoted cell."),
        N_("Close it, or write each quotation mark inside a quoted cell twice."),
    ),
    "list.sheet.hidden": (
        N_("Sheet {sheet} is hidden and was not read."),
        N_("Show the sheet if it belongs to the list."),
    ),
    "list.sheet.no_list": (
        N_("Sheet {sheet} does not start with the headers of a list and was not read."),
        N_("Put the headers into its first row if it belongs to the list."),
    ),
    "list.sheet.merged": (
        N_("Row {row}: the cells {value} of sheet {sheet} are merged; all but the first read as empty."),
        N_("Unmerge them and write the value into each row."),
    ),
    "list.workbook.no_list": (
        N_("No visible sheet of {file} starts with the headers of a list; its sheets: {sheets}."),
        N_("Put the headers into the first row of the sheet that holds the list."),
    ),
    "list.workbook.damaged": (
        N_("{file} is a damaged workbook: {reason}."),
        N_("Open it in Excel or WPS, let it be repaired, and save it as a new xlsx."),
    ),
    "list.workbook.bomb": (
        N_("{file} would grow from {packed} kB to {megabytes} MB when unpacked, and was not opened."),
        N_("Copy the list into a new workbook and save it, or use CSV."),
    ),
    "list.workbook.doctype": (
        N_("{file} declares a document type in {value}, which no workbook needs, and was not opened."),
        N_("Copy the list into a new workbook and save it, or use CSV."),
    ),
    "list.workbook.path": (
        N_("{file} holds a part named {value}, which lies outside of the workbook, and was not opened."),
        N_("Copy the list into a new workbook and save it, or use CSV."),
    ),
    "list.workbook.wide": (
        N_("{file} has a row of {value} cells or more; no sheet has more than 16384 columns. It was not opened."),
        N_("Copy the list into a new workbook and save it, or use CSV."),
    ),
    "list.workbook.limits": (
        N_(
            "{file} ({kilobytes} kB) was not read: it is damaged, or needs more memory or time than a list of its size."
        ),
        N_("Copy the cells of the list, without formats and empty columns, into a new workbook, or use CSV."),
    ),
    "list.header.too_many": (
        N_("{file} has {value} columns in its first row; at most {most} are read."),
        N_("Remove the columns that are no part of the list."),
    ),
}
