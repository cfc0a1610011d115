"""Law as data: rules with from-date, unit, instrument, clause and status, and what is in force on a day.

Takes parsed rule documents and a date, gives Rulebook, RulesInForce and findings. Imports terms and errors only.
"""

from planner.rules.build import build_rulebook
from planner.rules.coverage import Cell, answer_of, cells
from planner.rules.documents import DocumentPath, RuleDocument, dotted_path
from planner.rules.health import check_rulebook
from planner.rules.in_force import in_force
from planner.rules.records import (
    CLAUSE_NOT_STATED,
    UNITS,
    Condition,
    DatedValue,
    Instrument,
    RejectedSource,
    Rule,
    Scope,
)
from planner.rules.registers import AreaGroup, AreaName, KeyIndustry, MissingCells, SubProcess, Witness
from planner.rules.rulebook import CityOverlay, Rulebook, RuleInForce, RulesInForce

__all__ = [
    "CLAUSE_NOT_STATED",
    "UNITS",
    "AreaGroup",
    "AreaName",
    "Cell",
    "CityOverlay",
    "Condition",
    "DatedValue",
    "DocumentPath",
    "Instrument",
    "KeyIndustry",
    "MissingCells",
    "RejectedSource",
    "Rule",
    "RuleDocument",
    "RuleInForce",
    "Rulebook",
    "RulesInForce",
    "Scope",
    "SubProcess",
    "Witness",
    "answer_of",
    "build_rulebook",
    "cells",
    "check_rulebook",
    "dotted_path",
    "in_force",
]
