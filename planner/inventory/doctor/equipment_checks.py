"""Whether equipment counts that should not: spare or idle in words, silent in figures, above its permit."""

from collections.abc import Iterable

import numpy as np

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.doctor.other_columns import remark_columns
from planner.inventory.list_columns import Flags, Offence, ReadColumn, cell_findings
from planner.inventory.records import ListRows
from planner.terms import POLLUTANTS, OperatingStatus

__all__ = ["check_equipment"]

_COUNT = "[0-9一二三四五六七八九十]+"
RESTING_WORDS = f"备用|闲置|停用|停运|已拆除|拆除|淘汰|长期停产|已关停|已停产|{_COUNT}用{_COUNT}备"
"""Words of a line's name or remark that speak of equipment which does not run."""

_PERMITTED = "permit_capacity_t_per_day"
_ROUNDING = 1.001
"""Daily means of yearly capacities are rounded; a thousandth above is no excess."""


def check_equipment(rows: CheckedList, listed: ListRows) -> list[Finding]:
    """Findings about equipment that counts in the base and should be looked at."""
    running = rows.says("status", OperatingStatus.RUNNING) & rows.of_enterprise
    return [
        *_resting_in_words(rows, listed, running),
        *_silent(rows, running),
        *_above_permit(rows, running),
        *_lowest_above_mean(rows),
    ]


def _resting_in_words(rows: CheckedList, listed: ListRows, running: Flags) -> Iterable[Finding]:
    columns = [rows.columns[name].read for name in ("line_name", "enterprise_name")]
    for column in (*columns, *remark_columns(rows, listed)):
        said = running & flags(column.texts.str.contains(RESTING_WORDS, regex=True))
        yield from _told(column, said, "list.status.counted_in_words")


def _told(column: ReadColumn, where: Flags, code: str) -> Iterable[Finding]:
    return cell_findings(column, np.flatnonzero(where), lambda *_: Offence(code=code), Severity.WARNING)


def _silent(rows: CheckedList, running: Flags) -> Iterable[Finding]:
    """Emissions of equipment that neither works nor takes electricity."""
    kilograms = np.stack([rows.number(f"{name}_kg_per_day") for name in POLLUTANTS])
    emits = running & flags((kilograms > 0).any(axis=0))
    told = np.zeros(rows.rows, dtype=np.bool_)
    for name in ("operating_days_per_year", "operating_hours", "actual_output_t_per_day", "electricity_kwh_per_day"):
        zero = emits & flags(rows.number(name) == 0) & ~told
        told |= zero
        yield from rows.findings("list.status.counted_without_work", name, zero, None, Severity.WARNING)


def _above_permit(rows: CheckedList, running: Flags) -> Iterable[Finding]:
    permitted = rows.number(_PERMITTED) * _ROUNDING
    for name in ("capacity_t_per_day", "actual_output_t_per_day"):
        above = running & flags(rows.number(name) > permitted)
        yield from rows.findings("list.capacity.above_permit", name, above, {"permitted": _PERMITTED}, Severity.WARNING)


def _lowest_above_mean(rows: CheckedList) -> Iterable[Finding]:
    mean = "actual_output_t_per_day"
    above = flags(rows.number("lowest_output_t_per_day") > rows.number(mean) * _ROUNDING)
    yield from rows.findings(
        "list.output.lowest_above_mean", "lowest_output_t_per_day", above, {"mean": mean}, Severity.WARNING
    )
