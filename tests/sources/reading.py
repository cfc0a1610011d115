"""The whole way of a list, as the service walks it: read, build, all findings."""

from pathlib import Path

from planner.errors import Finding, Severity
from planner.inventory import Inventory, build_inventory
from planner.sources import read_field_dictionary, read_list
from tests.sources.good_list import CODES


def import_list(path: Path) -> tuple[Inventory | None, tuple[Finding, ...]]:
    """The inventory of a file, and all findings of reader and checks."""
    rows, findings = read_list(path)
    if rows is None:
        return None, findings
    inventory, told = build_inventory(rows, read_field_dictionary(), CODES)
    return inventory, (*findings, *told)


def errors_of(findings: tuple[Finding, ...]) -> list[Finding]:
    """Only the errors."""
    return [item for item in findings if item.severity is Severity.ERROR]


def codes_of(findings: tuple[Finding, ...]) -> set[str]:
    """The codes of all findings."""
    return {item.code for item in findings}
