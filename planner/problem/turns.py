"""Halts that do not last the whole episode: of the first days alone, or in turn; steps of the ladder of their own.

A step of the ladder then stands for its share times its days: the whole halt of half the days counts as a half. Grade
order compares that, and equal treatment means the same share and the same number of days.
"""

from dataclasses import dataclass, replace
from enum import IntEnum
from math import ceil

import numpy as np
import pandas as pd

from planner.problem.courses import HOURS_PER_DAY, Course, Episode, Layer
from planner.problem.records import NO_INDEX, CohortTable, Flags, Floats, Indices, OptionTable, PlanProblem

__all__ = ["ROTATION_RULE", "Stand", "Turned", "add_turns", "turned_courses"]

ROTATION_RULE = "national.lines.rotation"
TINY = 1e-9


class Stand(IntEnum):
    """When a halted line stands: all days, the first days alone, or in turn with others."""

    WHOLE = 0
    FIRST_DAYS = 1
    IN_TURN = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Turned:
    """A problem with halts of some days.

    Attributes:
        form: (m,) Stand of each option; `step_form` (q,) of each step of the ladder.
        first_day, days: (m,) the first day, from 0, and the number of days of an option that stands on some of them.
    """

    problem: PlanProblem
    form: Indices
    step_form: Indices
    first_day: Indices
    days: Indices


def add_turns(problem: PlanProblem, frame: pd.DataFrame, episode: Episode, *, in_turn: bool) -> Turned:
    """The problem with a step, and an option of whoever may halt, for each way of standing on some days.

    First days: as many as processes that come down more slowly than their notice are late, so that others can stand
    in for them and start again. In turn (a city's switch): half of the days, rounded up; whether the first or the last
    is dealt out so that both get alike of every pollutant inside each cohort. A line stands no shorter than it needs
    to come down and to start again: where a line of a firm that halts whole lines cannot, its cohort has no such step;
    a firm that lowers its load then takes the deepest permitted step of no more share times days.

    Args:
        frame: the rows of the problem's sources, in their order.
    """
    pace = frame[["safe_stop_hours", "ramp_down_hours"]].to_numpy(dtype=float).max(axis=1)
    ways = _ways(problem, pace, episode, in_turn=in_turn)
    target = _targets(problem)
    least = (pace + frame["ramp_up_hours"].to_numpy(dtype=float)) / HOURS_PER_DAY
    least[problem.share_rules.member] = np.inf
    may = {way: _open(problem, target, least <= days + TINY) for way, days in ways.items()}
    return _extended(problem, _Offer(target=target, days=ways, may=may, length=episode.days))


def turned_courses(turned: Turned, frame: pd.DataFrame, episode: Episode) -> dict[int, Course]:
    """The course of each option that stands on some days; on the others it keeps what its obligation leaves.

    Who is obliged to anything is released with the episode, all others once they have stood.
    """
    options, first = turned.problem.options, turned.problem.sources.first_option
    hot = frame["hold_hot_share"].to_numpy(dtype=float)
    found = {}
    for option in np.flatnonzero(turned.form != Stand.WHOLE).tolist():
        source = int(options.source[option])
        obliged, kept = float(options.kept_share[first[source]]), float(options.kept_share[option])
        full = 1.0 - (hot[source] if options.halts[option] else kept)
        day, days = int(turned.first_day[option]), int(turned.days[option])
        told = len(options.measure_sets[options.measures[first[source]]]) > 0
        course = _standing(obliged, kept, full, (day, days), episode)
        found[option] = replace(course, end_hours=None) if told else course
    return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Offer:
    """What can be stood on some days.

    Attributes:
        target: (n,) the option of a full stop of who may choose it, NO_INDEX elsewhere.
        days: the ways, each with its number of days; `may` (n,) who can stand so; `length` D of the episode.
    """

    target: Indices
    days: dict[Stand, int]
    may: dict[Stand, Flags]
    length: int

    def share(self, way: Stand) -> float:
        """Share times days of a full stop of the way's days."""
        return self.days[way] / self.length


def _standing(obliged: float, kept: float, full: float, span: tuple[int, int], episode: Episode) -> Course:
    day, days = span
    always, lasting = min(1.0, (1.0 - obliged) / full), (1.0 - obliged) / (1.0 - kept)
    hours = (HOURS_PER_DAY * day, HOURS_PER_DAY * (day + days))
    layers = (
        Layer(kilograms=always, activity=lasting, spans=((0.0, episode.hours),)),
        Layer(kilograms=1.0 - always, activity=1.0 - lasting, spans=(hours,)),
    )
    return Course(
        layers=tuple(layer for layer in layers if layer.activity > 0.0),
        kept=tuple(kept if day <= place < day + days else obliged for place in range(episode.days)),
        end_hours=hours[1] if day + days < episode.days else None,
    )


def _ways(problem: PlanProblem, pace: Floats, episode: Episode, *, in_turn: bool) -> dict[Stand, int]:
    """The ways of standing that this episode has, with their number of days."""
    ways = {}
    several = np.diff(problem.sources.first_option) > 1
    late = ceil(max(0.0, float(pace[several].max(initial=0.0)) - episode.notice_hours) / HOURS_PER_DAY)
    if late > 0 and episode.days > 1:
        ways[Stand.FIRST_DAYS] = min(late, episode.days - 1)
    if in_turn and episode.days > 1:
        ways[Stand.IN_TURN] = ceil(episode.days / 2)
    return ways


def _targets(problem: PlanProblem) -> Indices:
    """(n,) the option of a full stop of each source whose grade may stop and that is not obliged to it already."""
    sources, cohorts = problem.sources, problem.cohorts
    inside = sources.cohort != NO_INDEX
    may = inside & (cohorts.allowed[sources.cohort, -1] if cohorts.count else False)
    last = np.where(sources.unit == NO_INDEX, sources.step_option[:, -1], sources.first_option[1:] - 1)
    deeper = (last > sources.first_option[:-1]) & may
    return np.where(deeper, last, NO_INDEX)


def _open(problem: PlanProblem, target: Indices, fast: Flags) -> Flags:
    """(n,) the sources that can stand so; none of a cohort in which a whole line cannot."""
    sources = problem.sources
    turns = target != NO_INDEX
    closed = np.zeros(problem.cohorts.count, dtype=bool)
    closed[sources.cohort[turns & ~fast & (sources.unit != NO_INDEX)]] = True
    return np.asarray(turns & fast & ~(closed[sources.cohort] if problem.cohorts.count else False))


def _extended(problem: PlanProblem, offer: _Offer) -> Turned:
    """The problem with one option more for each who can stand on some days.

    It stands in the menu where its step stands in the ladder, so that steps closed from above leave a run of it.
    """
    ways, places = offer.days, {way: _places(problem, offer, way) for way in offer.days}
    standing = ((way, source) for way in ways for source in np.flatnonzero(offer.may[way]).tolist())
    pairs = sorted((places[way][source], way, source) for way, source in standing)
    place = np.array([pair[0] for pair in pairs], dtype=np.int64)
    base = np.insert(
        np.arange(problem.options.count), place, offer.target[np.array([pair[2] for pair in pairs], dtype=np.int64)]
    )
    form = np.insert(np.zeros(problem.options.count, dtype=np.int64), place, [int(pair[1]) for pair in pairs])
    number = np.flatnonzero(form == Stand.WHOLE)
    options = np.flatnonzero(form != Stand.WHOLE).tolist()
    added = {(way, source): option for option, (_, way, source) in zip(options, pairs, strict=True)}
    wider = _with_ladder(replace(problem, options=_all_options(problem.options, base)), number, offer)
    changed = _answered(wider, number, offer, added)
    step_form = np.append(np.zeros(len(problem.cohorts.steps), dtype=np.int64), [int(way) for way in ways])
    order = np.lexsort((step_form, changed.cohorts.steps))
    turned = _sorted_ladder(changed, order)
    days = np.array([offer.length, *(ways.get(way, 0) for way in (Stand.FIRST_DAYS, Stand.IN_TURN))])
    return Turned(
        problem=turned,
        form=form,
        step_form=step_form[order].astype(np.int64),
        first_day=_first_days(turned, form, offer.length - ways.get(Stand.IN_TURN, 0)),
        days=days[form],
    )


def _places(problem: PlanProblem, offer: _Offer, way: Stand) -> list[int]:
    """(n,) the option before which a new one comes: whole lines have but their halt, others what asks for more."""
    sources = problem.sources
    less = np.where(problem.cohorts.steps <= offer.share(way) + TINY, sources.step_option, NO_INDEX).max(axis=1)
    found: list[int] = np.where(sources.unit == NO_INDEX, less + 1, offer.target).tolist()
    return found


def _all_options(options: OptionTable, base: Indices) -> OptionTable:
    """Options after those of `base`, one by one."""
    return replace(
        options,
        source=options.source[base],
        kept_share=options.kept_share[base],
        halts=options.halts[base],
        reduction_kg_per_day=options.reduction_kg_per_day[base],
        cost_yuan=options.cost_yuan[base],
        measures=options.measures[base],
        citations=options.citations[base],
        basis=options.basis[base],
    )


def _with_ladder(problem: PlanProblem, number: Indices, offer: _Offer) -> PlanProblem:
    """The problem with one more step a way: its share times days, open to the cohorts of whoever can stand so.

    Args:
        number: (m,) the new number of each option that was there before.
    """
    sources, cohorts, units = problem.sources, problem.cohorts, problem.units
    allowed = [cohorts.allowed]
    for way in offer.days:
        opened = np.zeros((cohorts.count, 1), dtype=bool)
        opened[sources.cohort[offer.may[way]]] = True
        allowed.append(opened)
    more = len(offer.days)
    return replace(
        problem,
        sources=replace(sources, first_option=np.append(number[sources.first_option[:-1]], problem.options.count)),
        cohorts=replace(
            cohorts,
            steps=np.append(cohorts.steps, [offer.share(way) for way in offer.days]),
            allowed=np.concatenate(allowed, axis=1),
        ),
        units=replace(units, halts_min=_with_last(units.halts_min, more), halts_max=_with_last(units.halts_max, more)),
    )


def _with_last(table: Indices, times: int) -> Indices:
    """The table with its last column, that of a full stop, some more times."""
    return np.concatenate([table, *[table[:, -1:]] * times], axis=1)


def _answered(wider: PlanProblem, number: Indices, offer: _Offer, added: dict[tuple[Stand, int], int]) -> PlanProblem:
    """The problem with the option that each load-limiting source takes at the new steps."""
    sources, plain = wider.sources, wider.cohorts.steps[: wider.sources.step_option.shape[1]]
    follows = (sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX)
    old = np.where(sources.step_option == NO_INDEX, NO_INDEX, number[sources.step_option])
    columns = []
    for way in offer.days:
        below = np.where(plain <= offer.share(way) + TINY, old, NO_INDEX).max(axis=1)
        column = np.where(offer.target == NO_INDEX, old[:, -1], below)
        for source in np.flatnonzero(follows & offer.may[way]).tolist():
            column[source] = added[way, source]
        columns.append(np.where(follows, column, NO_INDEX)[:, None])
    return replace(wider, sources=replace(sources, step_option=np.concatenate([old, *columns], axis=1)))


def _sorted_ladder(problem: PlanProblem, order: Indices) -> PlanProblem:
    cohorts: CohortTable = problem.cohorts
    return replace(
        problem,
        sources=replace(problem.sources, step_option=problem.sources.step_option[:, order]),
        cohorts=replace(cohorts, steps=cohorts.steps[order], allowed=cohorts.allowed[:, order]),
        units=replace(
            problem.units, halts_min=problem.units.halts_min[:, order], halts_max=problem.units.halts_max[:, order]
        ),
    )


def _first_days(problem: PlanProblem, form: Indices, last_phase: int) -> Indices:
    """(m,) the first day of each option: of those in turn each is given to the phase that its kilograms balance."""
    first = np.zeros(problem.options.count, dtype=np.int64)
    base = problem.sources.base_kg_per_day.sum(axis=0)
    taken = problem.options.reduction_kg_per_day
    share = np.divide(taken, base, out=np.zeros_like(taken), where=base > 0.0)
    ahead = np.zeros((problem.cohorts.count, share.shape[1]))
    turning = np.flatnonzero(form == Stand.IN_TURN)
    order = turning[np.argsort(-share[turning].sum(axis=1), kind="stable")]
    for option in order.tolist():
        cohort = int(problem.sources.cohort[problem.options.source[option]])
        goes_last = float(ahead[cohort] @ share[option]) > 0.0
        first[option] = last_phase if goes_last else 0
        ahead[cohort] += -share[option] if goes_last else share[option]
    return first
