"""Whether the filed measures of a row say one thing: code and kept share, level by level."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.list_columns import Flags
from planner.terms import DUTY_MEASURES, LEVELS, Guarantee, Level, Measure, OperatingStatus, SourceKind

__all__ = ["check_measures"]

_NO_LIMIT = (Measure.NO_MEASURE, Measure.SELF)


def check_measures(rows: CheckedList) -> list[Finding]:
    """Findings about the filed measures of all levels."""
    found = [item for level in LEVELS for item in _one_level(rows, level)]
    for milder, stricter in pairwise(LEVELS):
        found += _weaker(rows, milder, stricter)
    return found


def _one_level(rows: CheckedList, level: Level) -> Iterable[Finding]:
    column, also = f"{level}_kept_share", {"measure": f"{level}_measure", "hold_hot": "hold_hot_share"}
    yield from rows.findings("list.measure.halt_that_keeps", column, _halts_that_keep(rows, level), also)
    yield from rows.findings("list.measure.limit_without_share", column, _limits_without_share(rows, level), also)
    yield from rows.findings("list.measure.share_without_limit", column, _shares_without_limit(rows, level), also)
    yield from _of_other_rows(rows, level)


def _of_other_rows(rows: CheckedList, level: Level) -> Iterable[Finding]:
    """Measures where none can be carried out, and loads that the equipment cannot hold."""
    column = f"{level}_measure"
    filed = flags(rows.text(column) != "") & ~rows.says(column, Measure.NO_MEASURE)
    rest = rows.says("source_kind", SourceKind.REST)
    resting = ~rows.says("status", OperatingStatus.RUNNING) & flags(rows.text("status") != "")
    yield from rows.findings("list.measure.of_rest", column, filed & rest)
    yield from rows.findings(
        "list.measure.of_resting_line", column, filed & resting & ~rest, {"status": "status"}, Severity.NOTE
    )
    yield from rows.findings(
        "list.measure.below_minimum_load",
        f"{level}_kept_share",
        _below_minimum_load(rows, level),
        {"measure": column, "minimum": "minimum_load_share"},
        Severity.WARNING,
    )


def _halts_that_keep(rows: CheckedList, level: Level) -> Flags:
    kept, hot = rows.number(f"{level}_kept_share"), rows.number("hold_hot_share")
    halts = rows.says(f"{level}_measure", Measure.HALT, Measure.HOLD_HOT)
    return flags(halts & (kept != 0) & (kept != hot) & ~np.isnan(kept) & ~np.isnan(hot))


def _limits_without_share(rows: CheckedList, level: Level) -> Flags:
    kept = rows.number(f"{level}_kept_share")
    return flags(rows.says(f"{level}_measure", Measure.LIMIT) & ((kept == 0) | (kept == 1)))


def _shares_without_limit(rows: CheckedList, level: Level) -> Flags:
    """No measure, the firm's own, or a duty leave activity as it is; a fleet's or site's duty is its limit."""
    column = f"{level}_measure"
    free = rows.says(column, *_NO_LIMIT) | (rows.says(column, *DUTY_MEASURES) & rows.of_enterprise)
    return flags(free & (rows.number(f"{level}_kept_share") < 1))


def _below_minimum_load(rows: CheckedList, level: Level) -> Flags:
    bound = rows.says("can_stop", "0") | (flags(rows.text("guarantee") != "") & ~rows.says("guarantee", Guarantee.NONE))
    cut = rows.says(f"{level}_measure", Measure.LIMIT, Measure.HALT)
    return flags(bound & cut & (rows.number(f"{level}_kept_share") < rows.number("minimum_load_share")))


def _weaker(rows: CheckedList, milder: Level, stricter: Level) -> Iterable[Finding]:
    more = flags(rows.number(f"{stricter}_kept_share") > rows.number(f"{milder}_kept_share"))
    return rows.findings(
        "list.measure.weaker_above",
        f"{stricter}_kept_share",
        more,
        {"milder": f"{milder}_kept_share"},
        Severity.WARNING,
    )
