"""Whether the day table of a problem fits its options: lengths, index ranges, values in their bounds."""

from collections.abc import Iterator
from itertools import chain

import numpy as np

from planner.problem.day_table import DayTable, Schedule
from planner.problem.records import PlanProblem
from planner.problem.turns import Stand

__all__ = ["day_faults"]

MOST_REAL = 1e4
"""A cycle's whole reduction is its mean; on a day on which it stands all the time more than that is real."""


def day_faults(problem: PlanProblem) -> Iterator[tuple[str, str]]:
    """(path, value) of everything that contradicts; nothing without a day table."""
    if (problem.days is None) != (problem.header.notice_hours is None):
        yield "header.notice_hours", str(problem.header.notice_hours)
    if problem.days is None:
        return
    wrong = [*_lengths(problem, problem.days)]
    yield from wrong or chain.from_iterable(_schedule(item, problem) for item in problem.days.schedules)
    if not wrong and float(problem.days.tail_yuan.min(initial=0.0)) < 0.0:
        yield "days.tail_yuan", str(float(problem.days.tail_yuan.min()))


def _lengths(problem: PlanProblem, days: DayTable) -> Iterator[tuple[str, str]]:
    m, known = problem.options.count, len(days.schedules)
    for name, array in (("schedule", days.schedule), ("tail_yuan", days.tail_yuan)):
        if array.shape != (m,):
            yield f"days.{name}", f"{array.shape} != {(m,)}"
    if days.full_kg_per_day.shape != problem.options.reduction_kg_per_day.shape:
        yield "days.full_kg_per_day", str(days.full_kg_per_day.shape)
    for name, array, size in (("form", days.form, m), ("step_form", days.step_form, len(problem.cohorts.steps))):
        if array.shape != (size,) or not np.all(np.isin(array, [int(item) for item in Stand])):
            yield f"days.{name}", str(array.shape)
    if np.any((days.schedule < 0) | (days.schedule >= known)):
        yield "days.schedule", f"0..{known - 1}"
    if {len(item.real) for item in days.schedules} - {problem.header.duration_days}:
        yield "days.schedules", str(problem.header.duration_days)


def _schedule(item: Schedule, problem: PlanProblem) -> Iterator[tuple[str, str]]:
    """A schedule never takes more than there is, asks shares for every day or none, and begins within the notice."""
    notice = problem.header.notice_hours or 0.0
    numbers = (*item.real, *item.kept, item.tail_hours)
    if not np.all(np.isfinite(numbers)) or min(numbers) < 0.0 or max(item.real) > MOST_REAL:
        yield "days.schedules.real", str(item.real)
    if len(item.kept) not in (0, len(item.real)) or max(item.kept, default=0.0) > 1.0:
        yield "days.schedules.kept", str(item.kept)
    if not -notice <= item.begin_hours < problem.header.duration_days * 24.0 or item.stops < 1 or notice < 0.0:
        yield "days.schedules.begin_hours", str(item.begin_hours)
