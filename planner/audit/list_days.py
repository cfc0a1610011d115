"""What list and notice lead to on each day of an episode, for the second check.

Nothing here shares a line with planner.problem's builder: hours are cut at every moment at which something changes,
and each piece is judged by its middle.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import numpy as np
import pandas as pd

from planner.plan import AuditCheck, Curtailment, Plan
from planner.problem.records import ProblemHeader
from planner.terms import POLLUTANTS, Basis, split_tag

__all__ = ["ListDays", "days_by_list", "same_days"]

DAY = 24.0
TINY = 1e-6
SEVERAL = 2

Spans = tuple[tuple[float, float], ...]
Asked = tuple[tuple[float, Spans], ...]
"""(part of the whole measure, hours in which it is asked)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDays:
    """By source_id: `real` part of the full kilograms on each day, `lost_days` of the ordered activity lost."""

    real: pd.DataFrame
    lost_days: pd.Series


def days_by_list(rows: pd.DataFrame, header: ProblemHeader, plan: Plan) -> ListDays:
    """The days of every row; one day of the whole measure, as long as the episode, where it goes by the mean day.

    Args:
        rows: running rows by source_id, with what the plan orders of them beside.
    """
    length = header.duration_days
    if header.notice_hours is None:
        real = pd.DataFrame(1.0, index=rows.index, columns=[0])
        return ListDays(real=real, lost_days=pd.Series(float(length), index=rows.index))
    lowered = rows["ordered_kept"] < 1.0
    slow = rows[["safe_stop_hours", "ramp_down_hours"]].max(axis=1).where(lowered, 0.0)
    late, early = (slow - header.notice_hours).clip(lower=0.0), slow.clip(upper=header.notice_hours)
    real = pd.DataFrame({day: 1.0 - (late - DAY * day).clip(0.0, DAY) / DAY for day in range(length)})
    lost = length + (early + rows["ramp_up_hours"].where(lowered, 0.0)) / DAY
    for name, kilograms, activity in _changing(rows, header, plan):
        real.loc[name] = _real(kilograms, float(slow[name]), header)
        lost[name] = _lost(activity, float(slow[name]), _number(rows, name, "ramp_up_hours"), header) / DAY
    return ListDays(real=real, lost_days=lost)


def same_days(rows: pd.DataFrame, days: ListDays, full: dict[str, pd.Series], plan: Plan) -> AuditCheck:
    """Whether the plan's accounts of the days are those of the list.

    Args:
        full: (p) kilograms of each row once its measure is real, by pollutant.
    """
    wrong = [
        f"{item.day} {name}"
        for item in plan.days
        for index, name in enumerate(POLLUTANTS)
        if not _near(item.totals[index].reduction_kg_per_day, float((full[name] * days.real[item.day - 1]).sum()))
    ]
    return AuditCheck(code="audit.list.days", passed=not wrong, place=wrong[0] if wrong else "", found=str(len(rows)))


def _number(rows: pd.DataFrame, source_id: str, column: str) -> float:
    return float(np.asarray(rows.loc[source_id, column], dtype=float))


def _near(stated: float, found: float) -> bool:
    return abs(stated - found) <= TINY * max(1.0, found)


def _changing(rows: pd.DataFrame, header: ProblemHeader, plan: Plan) -> Iterator[tuple[str, Asked, Asked]]:
    """Rows whose measure changes over the days: what of its kilograms and of its lost activity is asked when."""
    obliged = [item for item in plan.curtailments if item.basis is not Basis.CHOSEN]
    for item in obliged:
        for tag in item.measures:
            code, details = split_tag(tag)
            if code == "cycle" and _is_cycle(item, details):
                off, on = (float(part) for part in details)
                yield item.source_id, _cycle(off, on, header), _cycle(off, on, header)
    yield from _eased(rows, header, obliged)
    for item in plan.curtailments:
        if item.basis is Basis.CHOSEN and item.kept_by_day:
            yield item.source_id, *_on_some_days(rows, item, header)


def _on_some_days(rows: pd.DataFrame, item: Curtailment, header: ProblemHeader) -> tuple[Asked, Asked]:
    """A measure of some days, and what its obligation takes on the others, as the row says them."""
    row, other = rows.loc[item.source_id], max(item.kept_by_day)
    stands = [day for day, kept in enumerate(item.kept_by_day) if kept < other]
    halts = item.kept_share == 0.0 and bool(row["can_stop"])
    full = 1.0 - (_number(rows, item.source_id, "hold_hot_share") if halts else item.kept_share)
    always = (min(1.0, (1.0 - other) / full), (1.0 - other) / (1.0 - item.kept_share))
    span = (DAY * stands[0], DAY * (stands[-1] + 1))
    whole = ((0.0, DAY * header.duration_days),)
    kilograms, activity = (((part, whole), (1.0 - part, (span,))) for part in always)
    return kilograms, activity


def _is_cycle(item: Curtailment, details: tuple[str, ...]) -> bool:
    off, on = (float(part) for part in details)
    return off > 0.0 < on and abs(item.kept_share - on / (off + on)) < TINY


def _cycle(off: float, on: float, header: ProblemHeader) -> Asked:
    """The line stands first; while it stands it loses more than its mean."""
    end, spans, start = DAY * header.duration_days, [], 0.0
    while start < end:
        spans.append((start, min(start + off, end)))
        start += off + on
    return (((off + on) / off, tuple(spans)),)


def _eased(rows: pd.DataFrame, header: ProblemHeader, obliged: list[Curtailment]) -> Iterator[tuple[str, Asked, Asked]]:
    """Obligations that are relaxed after some hours, line by line of a firm's process."""
    end = DAY * header.duration_days
    told = [(item, tag) for item in obliged for tag in item.measures if split_tag(tag)[0] == "relaxed_after"]
    for item, tag in told:
        hours, share = (float(part) for part in split_tag(tag)[1])
        row = rows.loc[item.source_id]
        halts = item.kept_share == 0.0 and bool(row["can_stop"])
        sisters = [other for other, mark in told if mark == tag and _same_process(rows, other, item)]
        later = _later(rows, item, sisters, share) if halts and len(sisters) >= SEVERAL else 1.0 - share
        full = 1.0 - (_number(rows, item.source_id, "hold_hot_share") if halts else item.kept_share)
        if hours < end and later > item.kept_share and full > 0.0:
            parts = (min(1.0, (1.0 - later) / full), (1.0 - later) / (1.0 - item.kept_share))
            kilograms, activity = (((1.0 - stays, ((0.0, hours),)), (stays, ((0.0, end),))) for stays in parts)
            yield item.source_id, kilograms, activity


def _same_process(rows: pd.DataFrame, one: Curtailment, two: Curtailment) -> bool:
    columns = ["enterprise_id", "key_industry", "sub_process"]
    first, second = rows.loc[one.source_id], rows.loc[two.source_id]
    stands = one.kept_share == 0.0 and bool(first["can_stop"])
    return stands and all(first[name] == second[name] for name in columns)


def _later(rows: pd.DataFrame, item: Curtailment, sisters: list[Curtailment], share: float) -> float:
    """1 for a line that comes back, those of the highest value added first; 0 for one that stays."""
    stay = ceil(share * len(sisters) - TINY)
    ids = sorted(item.source_id for item in sisters)
    ids.sort(key=lambda name: -_number(rows, name, "value_added_yuan_per_day"))
    return 1.0 if item.source_id in ids[: len(ids) - stay] else 0.0


def _real(asked: Asked, slow: float, header: ProblemHeader) -> list[float]:
    """Part of each day in which the measure is real."""
    notice, length = header.notice_hours or 0.0, [0.0] * header.duration_days
    layers = [(part, [(max(start, slow - notice), end) for start, end in spans]) for part, spans in asked]
    for part, first, last in _pieces(layers, header):
        day = int((first + last) / 2.0 // DAY)
        if 0 <= day < header.duration_days:
            length[day] += part * (last - first) / DAY
    return length


def _lost(asked: Asked, slow: float, up: float, header: ProblemHeader) -> float:
    """Hours of activity lost, from the first step down to normal activity."""
    notice = header.notice_hours or 0.0
    layers = [(part, [(max(start - slow, -notice), end + up) for start, end in spans]) for part, spans in asked]
    return sum(part * (last - first) for part, first, last in _pieces(layers, header))


def _pieces(
    layers: list[tuple[float, list[tuple[float, float]]]], header: ProblemHeader
) -> Iterator[tuple[float, float, float]]:
    """(weight, first, last) between neighbouring moments; a layer counts once where its spans overlap."""
    days = {DAY * day for day in range(header.duration_days + 1)}
    moments = sorted(days | {moment for _, spans in layers for span in spans for moment in span})
    for first, last in pairwise(moments):
        middle = (first + last) / 2.0
        weight = sum(part for part, spans in layers if any(start <= middle < end for start, end in spans))
        if weight > 0.0:
            yield weight, first, last
