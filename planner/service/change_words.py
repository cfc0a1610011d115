"""Why a cell of a list was read otherwise than it is written, in words, as JSON and as a table."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any

from planner.inventory.meaning import CellChange, ChangeReason, ColumnChange
from planner.sources.workbooks import WorkbookList
from planner.terms import N_, Phrasebook

__all__ = ["MOST_SHOWN_OF_ONE", "change_rows", "reading_json"]

MOST_SHOWN_OF_ONE = 2000
"""Cells of one column and reason that JSON and the report list one by one; `planner list check --changes` lists all."""

REASONS = {
    ChangeReason.SPELLING: N_("half-width, without blanks and separators"),
    ChangeReason.LINE_BREAK: N_("several lines joined into one"),
    ChangeReason.UNIT: N_("into the list's unit, times {detail}"),
    ChangeReason.YEAR_BY_ROW: N_("a year's amount divided by the row's {detail} days of operation"),
    ChangeReason.YEAR_BY_RULE: N_("a year's amount divided by {detail} days, the convention in force"),
    ChangeReason.NOTHING: N_("a word for nothing"),
    ChangeReason.COUNTY: N_("a county's name into its code"),
    ChangeReason.COUNTY_BEFORE: N_("{detail} is a county of old; its code today"),
    ChangeReason.COUNTY_SECTION: N_("the county of the heading {detail}"),
    ChangeReason.INDUSTRY: N_("an industry's name into its code"),
    ChangeReason.PROCESS: N_("a process's name into its code"),
    ChangeReason.ONLY_PROCESS: N_("the only process of its key industry"),
    ChangeReason.GRADE: N_("a grade in another spelling, or what its words say beside it"),
    ChangeReason.WORD: N_("a word into its code"),
    ChangeReason.FROM_ABOVE: N_("blank below a filled cell of the same column"),
    ChangeReason.MERGED: N_("part of a merged cell"),
    ChangeReason.DITTO: N_("the same as above"),
    ChangeReason.SHEET: N_("follows from the sheet {detail}"),
    ChangeReason.NUMBERED: N_("numbered in the order of the list"),
    ChangeReason.SPLIT: N_("one part of a cell that holds two"),
    ChangeReason.DATE: N_("a number that the spreadsheet had made a date"),
    ChangeReason.PEERS: N_("estimated from {detail}"),
    ChangeReason.ACTIVITY: N_("estimated from activity: {detail}"),
    ChangeReason.CONVENTION: N_("filled by convention: {detail}"),
}


def change_rows(
    changes: Iterable[ColumnChange], phrasebook: Phrasebook
) -> Iterator[tuple[str, int, str, str, str, str, str]]:
    """Sheet, row, column, field, old, new and why of each change."""
    for change in changes:
        for cell in change.cells():
            yield (cell.sheet, cell.row, cell.column, cell.field, cell.old, cell.new, why(cell, phrasebook))


def why(cell: CellChange, phrasebook: Phrasebook) -> str:
    """The reason of a change in words."""
    return phrasebook.say(REASONS[cell.reason], detail=cell.detail)


def reading_json(reading: WorkbookList, phrasebook: Phrasebook) -> dict[str, Any]:
    """How a list was read: its sheets with their columns, and its changes, of each kind the first ones."""
    changes = reading.meaning.changes if reading.meaning else ()
    return {
        "sheets": [
            {
                "sheet": table.sheet,
                "kind": str(table.kind),
                "template": table.template,
                "header_rows": list(table.header_rows),
                "rows": len(table.row),
                "columns": [
                    {
                        "column": column.letter,
                        "header": column.guess.header,
                        "field": "" if column.guess.field.startswith(("-", "?")) else column.guess.field,
                        "unit": column.guess.unit_text,
                        "sureness": str(column.guess.sureness),
                        "confidence": column.guess.confidence,
                    }
                    for column in table.columns
                ],
            }
            for table in reading.tables
        ],
        "changed_cells": sum(len(change.row) for change in changes),
        "changes": [
            _change_json(cell, phrasebook) for change in changes for cell in islice(change.cells(), MOST_SHOWN_OF_ONE)
        ],
    }


def _change_json(cell: CellChange, phrasebook: Phrasebook) -> dict[str, Any]:
    return {**asdict(cell), "reason": str(cell.reason), "why": why(cell, phrasebook)}
