"""The words of the field: levels, grades, pollutants, measures, and their codes.

Takes nothing, gives enumerations and constants. Imports nothing of the planner.
"""

from planner.terms.grade_moves import MoveKind
from planner.terms.language import N_, Phrasebook
from planner.terms.law import Answer, Evidence, RuleStatus
from planner.terms.measures import (
    DUTY_MEASURES,
    KEPT_SHARE_DIGITS,
    LOAD_MEASURES,
    Basis,
    Measure,
    Mode,
    Standing,
    measure_tag,
    split_tag,
)
from planner.terms.plain_cells import as_written, inert_cell
from planner.terms.sources import (
    GRADE_RANK,
    Grade,
    Guarantee,
    OperatingStatus,
    Sector,
    SourceKind,
)
from planner.terms.units import BEIJING, DAYS_PER_YEAR, KG_PER_TONNE
from planner.terms.warning import LEVELS, POLLUTANTS, GradeOrder, Level, Pollutant

__all__ = [
    "BEIJING",
    "DAYS_PER_YEAR",
    "DUTY_MEASURES",
    "GRADE_RANK",
    "KEPT_SHARE_DIGITS",
    "KG_PER_TONNE",
    "LEVELS",
    "LOAD_MEASURES",
    "N_",
    "POLLUTANTS",
    "Answer",
    "Basis",
    "Evidence",
    "Grade",
    "GradeOrder",
    "Guarantee",
    "Level",
    "Measure",
    "Mode",
    "MoveKind",
    "OperatingStatus",
    "Phrasebook",
    "Pollutant",
    "RuleStatus",
    "Sector",
    "SourceKind",
    "Standing",
    "as_written",
    "inert_cell",
    "measure_tag",
    "split_tag",
]
