"""Which course each option takes: to the end, relaxed after some hours of the response, or in cycles."""

import math
from collections.abc import Iterator

import numpy as np
import pandas as pd

from planner.problem.courses import HOURS_PER_DAY, Course, Episode, Layer, Spans
from planner.problem.records import Flags, Indices, PlanProblem
from planner.terms import Measure, split_tag

__all__ = ["find_courses", "whole_course"]

SEVERAL = 2
TINY = 1e-6


def whole_course(episode: Episode) -> Course:
    """The measure stands from the first hour to the last."""
    return Course(layers=(Layer(kilograms=1.0, activity=1.0, spans=((0.0, episode.hours),)),))


def find_courses(problem: PlanProblem, frame: pd.DataFrame, episode: Episode) -> tuple[Indices, tuple[Course, ...]]:
    """(m,) the course of each option, as an index into the courses.

    An obligation that a rule relaxes after some hours is less from then on: of several lines of a firm and process that
    halt under it as many stay as the share rounds up to, those of the highest value added come back; a single line, or
    one that only lowers its load, keeps what the share leaves. What is chosen beyond an obligation stands to the end.

    Reference: rules of measure `relaxed_after` (after_hours, after_value) and `cycle` (hours_on).
    """
    found: list[Course] = [whole_course(episode)]
    number = {found[0]: 0}
    course = np.zeros(problem.options.count, dtype=np.int64)
    pairs = (*_relaxed(problem, frame, episode), *_in_cycles(problem, episode))
    for option, item in pairs:
        if item not in number:
            number[item] = len(found)
            found.append(item)
        course[option] = number[item]
    return course, tuple(found)


def _relaxed(problem: PlanProblem, frame: pd.DataFrame, episode: Episode) -> Iterator[tuple[int, Course]]:
    options, first = problem.options, problem.sources.first_option[:-1]
    hot = frame["hold_hot_share"].to_numpy(dtype=float)
    for tag, mask in _tagged(problem, Measure.RELAXED_AFTER):
        hours, share = (float(part) for part in split_tag(tag)[1])
        bound = np.flatnonzero(mask[first])
        if hours >= episode.hours or not len(bound):
            continue
        for source, later in zip(bound.tolist(), _later(problem, frame, bound, share), strict=True):
            option = int(first[source])
            before = float(options.kept_share[option])
            full = 1.0 - hot[source] if options.halts[option] else 1.0 - before
            if later > before and full > 0.0:
                yield option, _easing(before, later, full, hours, episode)


def _later(problem: PlanProblem, frame: pd.DataFrame, bound: Indices, share: float) -> list[float]:
    """The share of activity that each bound source keeps once the obligation is relaxed to this share."""
    halts = problem.options.halts[problem.sources.first_option[bound]]
    rows = frame.iloc[bound][["enterprise_id", "key_industry", "sub_process", "value_added_yuan_per_day"]]
    rows = rows.assign(halts=halts, place=np.arange(len(bound)))
    later = np.maximum(problem.options.kept_share[problem.sources.first_option[bound]], 1.0 - share)
    for _, lines in rows[rows["halts"]].groupby(["enterprise_id", "key_industry", "sub_process"], sort=True):
        if len(lines) >= SEVERAL:
            stay = math.ceil(share * len(lines) - TINY)
            back = lines.sort_values(["value_added_yuan_per_day", "place"], ascending=[False, True])["place"]
            later[back.to_numpy()] = np.where(np.arange(len(lines)) < len(lines) - stay, 1.0, 0.0)
    return [float(item) for item in later]


def _easing(before: float, later: float, full: float, hours: float, episode: Episode) -> Course:
    """Two layers: what is released after these hours, and what stays to the end."""
    stays = min(1.0, (1.0 - later) / full)
    released = Layer(kilograms=1.0 - stays, activity=(later - before) / (1.0 - before), spans=((0.0, hours),))
    lasting = Layer(kilograms=stays, activity=(1.0 - later) / (1.0 - before), spans=((0.0, episode.hours),))
    asked = [min(max(hours / HOURS_PER_DAY - day, 0.0), 1.0) for day in range(episode.days)]
    kept = tuple(round(later - (later - before) * part, 6) for part in asked)
    return Course(layers=tuple(layer for layer in (released, lasting) if layer.activity > 0.0), kept=kept)


def _in_cycles(problem: PlanProblem, episode: Episode) -> Iterator[tuple[int, Course]]:
    """Options whose kept share is that of a cycle: the line stands first, then runs, and so on."""
    for tag, mask in _tagged(problem, Measure.CYCLE):
        off, on = (float(part) for part in split_tag(tag)[1])
        same = mask & (np.abs(problem.options.kept_share - on / (on + off)) < TINY)
        if off > 0.0 and on > 0.0 and same.any():
            course = _cycle(off, on, episode)
            yield from ((int(option), course) for option in np.flatnonzero(same))


def _cycle(off: float, on: float, episode: Episode) -> Course:
    starts = np.arange(0.0, episode.hours, off + on).tolist()
    spans: Spans = tuple((start, min(start + off, episode.hours)) for start in starts)
    stands = [
        sum(max(0.0, min(end, HOURS_PER_DAY * (day + 1)) - max(start, HOURS_PER_DAY * day)) for start, end in spans)
        for day in range(episode.days)
    ]
    whole = (off + on) / off
    kept = tuple(round(1.0 - hours / HOURS_PER_DAY, 6) for hours in stands)
    return Course(layers=(Layer(kilograms=whole, activity=whole, spans=spans),), kept=kept, stops=len(spans))


def _tagged(problem: PlanProblem, measure: Measure) -> Iterator[tuple[str, Flags]]:
    """Each tag of a measure that some option carries, with (m,) the first options of the sources that carry it."""
    sets, options = problem.options.measure_sets, problem.options
    is_first = np.zeros(options.count, dtype=bool)
    is_first[problem.sources.first_option[:-1]] = True
    for tag in sorted({tag for tags in sets for tag in tags if split_tag(tag)[0] == measure}):
        speaking = [index for index, tags in enumerate(sets) if tag in tags]
        yield tag, np.asarray(is_first & np.isin(options.measures, speaking))
