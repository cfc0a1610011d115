"""A register of another office, as read and as compared with a list."""

from dataclasses import dataclass

import pandas as pd

from planner.errors import Finding
from planner.inventory.matching.records import Matching, RegisterKind

__all__ = ["QUANTITIES", "Comparison", "Register"]

QUANTITIES = ("so2", "nox", "pm", "vocs", "electricity")
"""Amounts that a register may state of a firm: kilograms a year, kilowatt hours a year; NaN where unknown."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Register:
    """One row a firm of another source.

    Attributes:
        frame: PARTY_COLUMNS, QUANTITIES (a year), `permit`, `meter`, `valid_to` (ISO 8601 or ''), `grade`, `sheet` and
            `row`.
    """

    kind: RegisterKind
    file: str
    frame: pd.DataFrame


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """A list beside a register.

    Attributes:
        matching: who is who; left is the list.
        listed, registered: the parties of both sides by key, with their names, places and quantities.
        differences: one row a difference between joined parties: `left`, `right`, `what`, `of_list`, `of_register`.
        findings: all of it as findings, with places in either file.
    """

    kind: RegisterKind
    file: str
    matching: Matching
    listed: pd.DataFrame
    registered: pd.DataFrame
    differences: pd.DataFrame
    findings: tuple[Finding, ...]
