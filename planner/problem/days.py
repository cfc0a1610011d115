"""Family 12: the problem of an episode day by day, from the problem of its mean day."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from planner.problem.courses import HOURS_PER_DAY, Course, Episode, Pace, begin_hours, lost_hours, real_hours
from planner.problem.daily_courses import find_courses
from planner.problem.day_table import DayTable, Schedule
from planner.problem.records import Floats, Indices, PlanProblem
from planner.problem.turns import Turned, add_turns, turned_courses

__all__ = ["LEAD_RULE", "MOST_DAYS", "with_days"]

MOST_DAYS = 10
LEAD_RULE = "warning.procedure.lead.hours"
"""The rule whose hours are the notice where none is given."""


def with_days(problem: PlanProblem, frame: pd.DataFrame, notice_hours: float, *, in_turn: bool = False) -> PlanProblem:
    """The problem in which the cuts hold on each day of the episode.

    A halt or limit is real once the process has come down, which takes the longer of its safe stop and its ramp. Kilo-
    grams of an option become those of the mean day; its cost counts the hours from the first step down to normal
    activity, and the restart once a stop. References are left out: they are counted for a mean day without ramps.

    Args:
        frame: the rows of the problem's sources, in their order.
        notice_hours: hours between the order and the start, >= 0.
        in_turn: whether the city lets lines stand in turn.

    Reference: design.md family 12; facts 3.1 and 9 (ramps, hold hot, 120 hours, early notice).
    """
    episode = Episode(days=problem.header.duration_days, notice_hours=notice_hours)
    turned = add_turns(problem, frame, episode, in_turn=in_turn)
    problem = turned.problem
    course, courses = _all_courses(turned, frame, episode)
    paths = _paths(problem, frame, course, courses, episode)
    full, mean = problem.options.reduction_kg_per_day, paths.mean()
    days = DayTable(
        full_kg_per_day=full,
        schedule=paths.path,
        schedules=paths.schedules,
        form=turned.form,
        step_form=turned.step_form,
        tail_yuan=_lost_yuan(problem, frame, paths.tail_hours),
    )
    options = replace(
        problem.options, reduction_kg_per_day=full * mean[:, None], cost_yuan=_costs(problem, frame, paths)
    )
    header = replace(problem.header, notice_hours=notice_hours)
    obliged = _obliged_by_day(problem, mean)
    sources = replace(problem.sources, floor_kg_per_day=obliged[0], filed_kg_per_day=obliged[1])
    return replace(problem, header=header, sources=sources, options=options, days=days, references=())


def _all_courses(turned: Turned, frame: pd.DataFrame, episode: Episode) -> tuple[Indices, tuple[Course, ...]]:
    """(m,) the course of each option, those that stand on some days included."""
    course, courses = find_courses(turned.problem, frame, episode)
    known = {item: number for number, item in enumerate(courses)}
    for option, item in turned_courses(turned, frame, episode).items():
        course[option] = known.setdefault(item, len(known))
    return course, tuple(known)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Paths:
    """(m,) the schedule of each option, and hours of lost activity of its schedule: all, and after the end."""

    path: Indices
    schedules: tuple[Schedule, ...]
    lost_hours: Floats
    tail_hours: Floats

    def mean(self) -> Floats:
        """(m,) part of the full reduction that is real on the mean day."""
        return np.array([sum(item.real) / len(item.real) for item in self.schedules])[self.path]


def _paths(
    problem: PlanProblem, frame: pd.DataFrame, course: Indices, courses: tuple[Course, ...], episode: Episode
) -> _Paths:
    """One schedule for every course at every pace; where no activity is lost nothing has to come down."""
    slow = frame[["safe_stop_hours", "ramp_down_hours"]].to_numpy(dtype=float).max(axis=1)
    pace = np.column_stack([slow, frame["ramp_up_hours"].to_numpy(dtype=float)])[problem.options.source]
    pace[problem.options.kept_share >= 1.0] = 0.0
    kinds, path = np.unique(np.column_stack([course, pace]), axis=0, return_inverse=True)
    found = [
        _schedule(courses[int(kind)], Pace(slow_hours=down, ramp_up_hours=up), episode)
        for kind, down, up in kinds.tolist()
    ]
    path = path.reshape(-1).astype(np.int64)
    return _Paths(
        path=path,
        schedules=tuple(item for item, _ in found),
        lost_hours=np.array([lost for _, lost in found])[path],
        tail_hours=np.array([item.tail_hours for item, _ in found])[path],
    )


def _schedule(course: Course, pace: Pace, episode: Episode) -> tuple[Schedule, float]:
    """The schedule of a course at a pace, and its hours of lost activity."""
    real, lost, tail = np.zeros(episode.days), 0.0, 0.0
    for layer in course.layers:
        real += layer.kilograms * np.array(real_hours(layer.spans, pace, episode)) / HOURS_PER_DAY
        hours, after = lost_hours(layer.spans, pace, episode)
        lost, tail = lost + layer.activity * hours, tail + layer.activity * after
    schedule = Schedule(
        real=tuple(real.tolist()),
        kept=course.kept,
        begin_hours=begin_hours(course.layers[0].spans, pace, episode),
        tail_hours=tail,
        stops=course.stops,
        end_hours=course.end_hours,
    )
    return schedule, lost


def _costs(problem: PlanProblem, frame: pd.DataFrame, paths: _Paths) -> Floats:
    """(m,) value added lost in the hours of lost activity, and one restart a stop where a line is halted."""
    stops = np.array([item.stops for item in paths.schedules])[paths.path]
    restart = frame["restart_cost_yuan"].to_numpy(dtype=float)[problem.options.source]
    return _lost_yuan(problem, frame, paths.lost_hours) + np.where(problem.options.halts, restart * stops, 0.0)


def _lost_yuan(problem: PlanProblem, frame: pd.DataFrame, hours: Floats) -> Floats:
    daily = frame["value_added_yuan_per_day"].to_numpy(dtype=float)[problem.options.source]
    return np.asarray(daily * (1.0 - problem.options.kept_share) * (hours / HOURS_PER_DAY))


def _obliged_by_day(problem: PlanProblem, mean: Floats) -> tuple[Floats, Floats]:
    """(n, p) twice: what floors alone, and floors with the filed measure, come to on the mean day."""
    part = mean[problem.sources.first_option[:-1], None]
    return problem.sources.floor_kg_per_day * part, problem.sources.filed_kg_per_day * part
