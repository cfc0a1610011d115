"""Small workbooks of the service: findings of a list, and the cells of it that read otherwise than they are written."""

from itertools import islice

from planner.compare import PlainTable
from planner.errors import Finding
from planner.errors.sentences import tell
from planner.orders import table_workbook
from planner.orders.tables import tables_workbook
from planner.service.change_words import change_rows
from planner.sources.workbooks import WorkbookList
from planner.terms import N_, Phrasebook

__all__ = ["MOST_CHANGES", "findings_workbook"]

MOST_CHANGES = 100_000
"""Changed cells that the workbook lists; `planner list check --changes` lists all of them."""

_FINDINGS = (
    N_("Sheet"),
    N_("Row"),
    N_("Column"),
    N_("Value"),
    N_("Severity"),
    N_("What is wrong"),
    N_("How to repair it"),
)
_CHANGES = (
    N_("Sheet"),
    N_("Cell"),
    N_("Column"),
    N_("Field"),
    N_("As written"),
    N_("As read"),
    N_("Why it was changed"),
)


def findings_workbook(
    findings: tuple[Finding, ...], phrasebook: Phrasebook, reading: WorkbookList | None = None
) -> bytes:
    """A workbook with one row a finding, and of a list of another shape a sheet with each cell that was changed.

    Args:
        findings: sheet, row, column, value, what is wrong and how to repair it come from them.
        phrasebook: the reader's language.
        reading: how the list was read, None where nothing of it was interpreted.
    """
    rows = tuple(
        (item.where.sheet, item.where.row, item.where.column, item.value, str(item.severity), *tell(item, phrasebook))
        for item in findings
    )
    title, headers = phrasebook.say(N_("Findings")), tuple(phrasebook.say(name) for name in _FINDINGS)
    if reading is None or reading.meaning is None:
        return table_workbook(title, headers, rows)
    found = PlainTable(title=title, headers=headers, rows=rows)
    return tables_workbook((found, _changes(reading, phrasebook)))


def _changes(reading: WorkbookList, phrasebook: Phrasebook) -> PlainTable:
    """Cell, old, new and why of each change, in the order of the reading."""
    changes = reading.meaning.changes if reading.meaning else ()
    letters = {(table.sheet, item.guess.header): item.letter for table in reading.tables for item in table.columns}
    listed = islice(change_rows(changes, phrasebook), MOST_CHANGES)
    rows = tuple(
        (sheet, f"{letters.get((sheet, column), '')}{row}", column, name, old, new, why)
        for sheet, row, column, name, old, new, why in listed
    )
    count = sum(len(change.row) for change in changes)
    note = phrasebook.say(N_("{shown} of {count} changed cells."), shown=len(rows), count=count)
    headers = tuple(phrasebook.say(name) for name in _CHANGES)
    return PlainTable(title=phrasebook.say(N_("Changed cells")), headers=headers, rows=rows, note=note)
