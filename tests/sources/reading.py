"""The whole way of a list, as the service walks it: read, build, all findings."""

from pathlib import Path

from planner.errors import (
    Finding,
    Severity,
    sentences_doctor,
    sentences_list,
    sentences_list_cells,
    sentences_together,
)
from planner.inventory import Inventory, build_inventory
from planner.sources import read_field_dictionary, read_list
from tests.sources.good_list import CODES

SENTENCES = (
    sentences_list.SENTENCES
    | sentences_list_cells.SENTENCES
    | sentences_doctor.SENTENCES
    | sentences_together.SENTENCES
)


def import_list(path: Path) -> tuple[Inventory | None, tuple[Finding, ...]]:
    """The inventory of a file, and all findings of reader and checks."""
    rows, findings = read_list(path)
    inventory = None
    if rows is not None:
        inventory, told = build_inventory(rows, read_field_dictionary(), CODES)
        findings = (*findings, *told)
    for item in findings:
        assert all(said(item))
    return inventory, findings


def said(item: Finding) -> tuple[str, str]:
    """Sentence and repair of a finding; a value that they name and it lacks raises KeyError."""
    place = {"file": item.where.file, "sheet": item.where.sheet, "row": item.where.row, "column": item.where.column}
    sentence, repair = SENTENCES[item.code]
    values = {"value": item.value, **place, **dict(item.values)}
    return sentence.format(**values), repair.format(**values)


def errors_of(findings: tuple[Finding, ...]) -> list[Finding]:
    """Only the errors."""
    return [item for item in findings if item.severity is Severity.ERROR]


def codes_of(findings: tuple[Finding, ...]) -> set[str]:
    """The codes of all findings."""
    return {item.code for item in findings}
