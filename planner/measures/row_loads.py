"""What one statement leaves of a line's normal activity, by the numbers of its row."""

import re
from dataclasses import dataclass

from planner.measures.records import Base, Doubt, Kind, Statement
from planner.terms import KEPT_SHARE_DIGITS, Measure, measure_tag

__all__ = ["LOAD_KINDS", "Load", "RowFacts", "load_of"]

LOAD_KINDS = frozenset(
    {
        Kind.HALT,
        Kind.HOLD_HOT,
        Kind.LIMIT_SHARE,
        Kind.LIMIT_ABSOLUTE,
        Kind.LENGTHEN_CYCLE,
        Kind.LIMIT_TO_BASELINE,
        Kind.ON_OFF_CYCLE,
    }
)
"""Kinds of statements that may be a load measure; of every other `load_of` is None."""

_CYCLE = re.compile(r"([\d.]+) [hd] off / ([\d.]+) [hd] on")
_UNITS = ("条", "台", "座", "套", "组", "个", "间")
NUMBER_MISSING = "number_missing"
OF_ENTERPRISE = "of_enterprise"
NOT_LOAD = "not_load"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFacts:
    """What of a row a statement may speak of.

    Attributes:
        line_id, line_name: the firm's own names of the line.
        alone: whether it is the only line or boiler of its enterprise.
        of_enterprise: whether it is a line or boiler at all.
        coking_hours, heats_per_day: its normal ones, 0 where not on record.
        lowest_share: last year's lowest day as a share of the normal output, 0 where not on record.
    """

    line_id: str = ""
    line_name: str = ""
    alone: bool = False
    of_enterprise: bool = True
    coking_hours: float = 0.0
    heats_per_day: float = 0.0
    lowest_share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A load measure: its code, what it keeps, the words with its number; or why none can be told."""

    code: str = ""
    kept_share: float = 1.0
    tag: str = ""
    problem: str = ""


def load_of(statement: Statement, row: RowFacts) -> Load | None:
    """The load measure that a statement is for a row; None where it is no load measure at all.

    A share or count of an enterprise's several lines is nobody's own: it is told, and not laid on each line.
    """
    if statement.kind in (Kind.HALT, Kind.LIMIT_SHARE) and _is_of_several(statement, row):
        return Load(problem=OF_ENTERPRISE)
    if statement.kind is Kind.HALT:
        return _dated(statement) or Load(code=str(Measure.HALT), kept_share=0.0)
    if statement.kind is Kind.HOLD_HOT:
        return _dated(statement) or Load(code=str(Measure.HOLD_HOT), kept_share=0.0)
    if statement.kind is Kind.LIMIT_SHARE:
        return _share(statement)
    builders = {
        Kind.LIMIT_ABSOLUTE: _absolute,
        Kind.LENGTHEN_CYCLE: _coking,
        Kind.LIMIT_TO_BASELINE: _baseline,
        Kind.ON_OFF_CYCLE: _cycle,
    }
    return builders[statement.kind](statement, row) if statement.kind in builders else None


def _is_of_several(statement: Statement, row: RowFacts) -> bool:
    if row.alone or statement.line_ids:
        return False
    return statement.stop_count is not None or statement.count_or_capacity != ""


def _dated(statement: Statement) -> Load | None:
    """A halt for so many days or on given dates is no halt for the whole warning."""
    return Load(problem=NOT_LOAD) if statement.hours else None


def _share(statement: Statement) -> Load:
    cut = statement.share_cut
    if statement.base is not Base.LOAD or cut is None or cut >= 1.0 or statement.hours not in ("", "daily"):
        return Load(problem=NOT_LOAD)
    return Load(code=str(Measure.LIMIT), kept_share=round(1.0 - cut, KEPT_SHARE_DIGITS))


def _absolute(statement: Statement, row: RowFacts) -> Load:
    before, after = statement.from_amount, statement.to_amount
    if statement.keep_count is not None or statement.unit in _UNITS:
        return Load(problem=OF_ENTERPRISE)
    if statement.unit in ("trips/day", "小时/日"):
        return Load(problem=NOT_LOAD)
    if before and after is not None and 0.0 < after < before:
        return Load(code=str(Measure.LIMIT), kept_share=round(after / before, KEPT_SHARE_DIGITS))
    if after is None or statement.unit != "heats/day" or not 0.0 < after < row.heats_per_day:
        return Load(problem=NUMBER_MISSING)
    kept = round(after / row.heats_per_day, KEPT_SHARE_DIGITS)
    tag = measure_tag(Measure.HEATS_PER_DAY, after)
    return Load(code=str(Measure.HEATS_PER_DAY), kept_share=kept, tag=tag)


def _coking(statement: Statement, row: RowFacts) -> Load:
    """The kept share is normal hours by lengthened ones, of the text, else of the row; no other cycle has a code."""
    if "焦" not in statement.phrase or statement.unit != "h":
        return Load(problem=NOT_LOAD)
    normal, longer = statement.from_amount or row.coking_hours, statement.to_amount
    if Doubt.BY_OR_TO in statement.doubts or longer is None or not 0.0 < normal < longer:
        return Load(problem=NUMBER_MISSING)
    tag = measure_tag(Measure.COKING_TIME, longer)
    return Load(code=str(Measure.COKING_TIME), kept_share=round(normal / longer, KEPT_SHARE_DIGITS), tag=tag)


def _baseline(statement: Statement, row: RowFacts) -> Load:
    if "预警前" in statement.phrase or not 0.0 < row.lowest_share < 1.0:
        return Load(problem=NUMBER_MISSING)
    kept = round(row.lowest_share, KEPT_SHARE_DIGITS)
    return Load(code=str(Measure.LOWEST_DAY), kept_share=kept, tag=str(Measure.LOWEST_DAY))


def _cycle(statement: Statement, row: RowFacts) -> Load:
    del row
    found = _CYCLE.fullmatch(statement.hours)
    if found is None:
        return Load(problem=NOT_LOAD)
    off, on = float(found[1]), float(found[2])
    tag = measure_tag(Measure.CYCLE, off, on)
    return Load(code=str(Measure.CYCLE), kept_share=round(on / (on + off), KEPT_SHARE_DIGITS), tag=tag)
