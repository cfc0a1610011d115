"""Small workbooks of the service: findings of a list."""

from planner.errors import Finding
from planner.errors.sentences import tell
from planner.orders import table_workbook
from planner.terms import N_, Phrasebook

__all__ = ["findings_workbook"]


def findings_workbook(findings: tuple[Finding, ...], phrasebook: Phrasebook) -> bytes:
    """A workbook with one row a finding: sheet, row, column, value, what is wrong, how to repair it."""
    headers = (
        N_("Sheet"),
        N_("Row"),
        N_("Column"),
        N_("Value"),
        N_("Severity"),
        N_("What is wrong"),
        N_("How to repair it"),
    )
    rows = tuple(
        (item.where.sheet, item.where.row, item.where.column, item.value, str(item.severity), *tell(item, phrasebook))
        for item in findings
    )
    return table_workbook(phrasebook.say(N_("Findings")), tuple(phrasebook.say(name) for name in headers), rows)
