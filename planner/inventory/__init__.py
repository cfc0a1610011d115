"""The list of sources: what its columns mean, whether its cells are right, and the checked inventory of a day.

Takes ListRows, FieldDictionary and ListCodes, gives Inventory, GradeMoves and findings. Imports terms and errors only.
"""

from planner.inventory.build import build_inventory
from planner.inventory.code_registers import NO_INDUSTRY
from planner.inventory.fields_record import Field, FieldDictionary, FieldKind, Need
from planner.inventory.grade_moves import build_grade_moves
from planner.inventory.grade_records import NO_MOVES, AppliedMove, GradeMoves, GradeScheme, GradeTerms
from planner.inventory.grades_on import grades_on, recorded_moves
from planner.inventory.headers import HeaderMatch, match_headers, name_columns
from planner.inventory.records import IndustryCodes, Inventory, ListCodes, ListRows

__all__ = [
    "NO_INDUSTRY",
    "NO_MOVES",
    "AppliedMove",
    "Field",
    "FieldDictionary",
    "FieldKind",
    "GradeMoves",
    "GradeScheme",
    "GradeTerms",
    "HeaderMatch",
    "IndustryCodes",
    "Inventory",
    "ListCodes",
    "ListRows",
    "Need",
    "build_grade_moves",
    "build_inventory",
    "grades_on",
    "match_headers",
    "name_columns",
    "recorded_moves",
]
