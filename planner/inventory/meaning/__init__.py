"""What the cells of a list mean that was not written for a program: columns, units, names, grades, and every change.

Takes SheetTables, FieldDictionary and MeaningContext, gives ListMeaning and findings. Imports inventory, terms, errors.
"""

from planner.inventory.meaning.answers import ColumnAnswer, SheetAnswer
from planner.inventory.meaning.assemble import ListMeaning, give_meaning
from planner.inventory.meaning.changes import CellChange, ChangeReason, ColumnChange
from planner.inventory.meaning.columns import (
    INDUSTRY,
    INDUSTRY_GRADE,
    KEPT,
    POSITION,
    ColumnGuess,
    HeaderWords,
    Sureness,
    guess_column,
    is_part,
)
from planner.inventory.meaning.context import MeaningContext, meaning_context
from planner.inventory.meaning.estimate import ESTIMATED, estimate_missing
from planner.inventory.meaning.estimate_records import ProcessFactors
from planner.inventory.meaning.grades import GradeWords, read_grade
from planner.inventory.meaning.names import CodedName
from planner.inventory.meaning.resolve import fitting_unit, settle_columns
from planner.inventory.meaning.tables import RawColumn, SheetKind, SheetTable, Texts
from planner.inventory.meaning.units import Unit, read_unit

__all__ = [
    "ESTIMATED",
    "INDUSTRY",
    "INDUSTRY_GRADE",
    "KEPT",
    "POSITION",
    "CellChange",
    "ChangeReason",
    "CodedName",
    "ColumnAnswer",
    "ColumnChange",
    "ColumnGuess",
    "GradeWords",
    "HeaderWords",
    "ListMeaning",
    "MeaningContext",
    "ProcessFactors",
    "RawColumn",
    "SheetAnswer",
    "SheetKind",
    "SheetTable",
    "Sureness",
    "Texts",
    "Unit",
    "estimate_missing",
    "fitting_unit",
    "give_meaning",
    "guess_column",
    "is_part",
    "meaning_context",
    "read_grade",
    "read_unit",
    "settle_columns",
]
