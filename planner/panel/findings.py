"""Findings in the reader's words, as sentences and as a table."""

from collections.abc import Iterable

import pandas as pd

from planner.errors import Finding, Severity
from planner.errors.sentences import tell
from planner.panel.amounts import count_text
from planner.panel.words import SEVERITY_WORDS, word
from planner.terms import Phrasebook

__all__ = ["Findings", "finding_frame", "finding_lines", "finding_order", "findings_summary"]

Findings = tuple[Finding, ...]
COLUMNS = ("severity", "sheet", "row", "column", "value", "what", "repair")


def finding_lines(phrasebook: Phrasebook, findings: Iterable[Finding]) -> tuple[str, ...]:
    """One line a finding: what is wrong and how to repair it; equal lines once."""
    return tuple(dict.fromkeys(" ".join(part for part in tell(item, phrasebook) if part) for item in findings))


def findings_summary(phrasebook: Phrasebook, findings: Iterable[Finding]) -> str:
    """How many errors, warnings and notes there are."""
    severities = [item.severity for item in findings]
    return phrasebook.say(
        "{errors} errors, {warnings} warnings, {notes} notes",
        errors=count_text(phrasebook, severities.count(Severity.ERROR)),
        warnings=count_text(phrasebook, severities.count(Severity.WARNING)),
        notes=count_text(phrasebook, severities.count(Severity.NOTE)),
    )


def finding_frame(phrasebook: Phrasebook, findings: Iterable[Finding]) -> pd.DataFrame:
    """One row a finding, errors first, else in their order.

    Returns:
        `severity`, `sheet`, `row` (Int64, missing for the whole file), `column`, `value`, `what`, `repair`.
    """
    ranked = sorted(findings, key=lambda item: tuple(Severity).index(item.severity))
    frame = pd.DataFrame([_row(phrasebook, item) for item in ranked], columns=list(COLUMNS))
    return frame.astype({"row": "Int64"})


def finding_order(frame: pd.DataFrame) -> tuple[str, ...]:
    """The columns worth showing: those that say nothing for any finding are left out."""
    said = (frame[list(COLUMNS)].astype("str").replace("<NA>", "") != "").any()
    return tuple(name for name in COLUMNS if said[name])


def _row(phrasebook: Phrasebook, item: Finding) -> tuple[str, str, int | None, str, str, str, str]:
    what, repair = tell(item, phrasebook)
    severity = word(phrasebook, SEVERITY_WORDS, str(item.severity))
    return severity, item.where.sheet, item.where.row or None, item.where.column, item.value, what, repair
