"""Law as data: rules with from-date, unit, instrument, clause and status, and what is in force on a day.

Takes parsed rule documents and a date, gives Rulebook, RulesInForce and findings. Imports terms and errors only.
"""

from planner.rules.build import build_rulebook
from planner.rules.cell_answers import CellAnswer, Edition, IndustryCoverage, Opposed, cell_answer, coverage_of
from planner.rules.confirmations import (
    ConfirmationState,
    WeighedConfirmation,
    check_confirmation,
    confirm,
    seal,
    weigh_confirmations,
)
from planner.rules.confirmed import Confirmation, value_sha256
from planner.rules.coverage import Cell, answer_of, cells
from planner.rules.difference import ChangeKind, RuleChange, compare_rules
from planner.rules.documents import DocumentPath, RuleDocument, dotted_path, with_rows
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
from planner.rules.warning_difference import (
    AboveChange,
    BreakpointChange,
    LawPart,
    WarningChange,
    compare_warning_law,
)
from planner.rules.warning_in_force import ProcedureValue, WarningInForce, warning_in_force
from planner.rules.warning_records import (
    AqiCategory,
    AqiItem,
    AqiStandard,
    CriteriaSet,
    LawSource,
    WarningCondition,
    WarningCriterion,
    WarningLaw,
    WarningStage,
)

__all__ = [
    "CLAUSE_NOT_STATED",
    "UNITS",
    "AboveChange",
    "AqiCategory",
    "AqiItem",
    "AqiStandard",
    "AreaGroup",
    "AreaName",
    "BreakpointChange",
    "Cell",
    "CellAnswer",
    "ChangeKind",
    "CityOverlay",
    "Condition",
    "Confirmation",
    "ConfirmationState",
    "CriteriaSet",
    "DatedValue",
    "DocumentPath",
    "Edition",
    "IndustryCoverage",
    "Instrument",
    "KeyIndustry",
    "LawPart",
    "LawSource",
    "MissingCells",
    "Opposed",
    "ProcedureValue",
    "RejectedSource",
    "Rule",
    "RuleChange",
    "RuleDocument",
    "RuleInForce",
    "Rulebook",
    "RulesInForce",
    "Scope",
    "SubProcess",
    "WarningChange",
    "WarningCondition",
    "WarningCriterion",
    "WarningInForce",
    "WarningLaw",
    "WarningStage",
    "WeighedConfirmation",
    "Witness",
    "answer_of",
    "build_rulebook",
    "cell_answer",
    "cells",
    "check_confirmation",
    "check_rulebook",
    "compare_rules",
    "compare_warning_law",
    "confirm",
    "coverage_of",
    "dotted_path",
    "in_force",
    "seal",
    "value_sha256",
    "warning_in_force",
    "weigh_confirmations",
    "with_rows",
]
