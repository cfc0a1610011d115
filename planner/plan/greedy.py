"""The greedy by yuan a kilogram, as control strategy tools do it: cheapest step first until the cuts are met.

Reference: US EPA, Control Strategy Tool (CoST), least-cost strategy: control measures in order of cost per ton.
"""

from dataclasses import dataclass

import numpy as np

from planner.plan.assemble import exact_sums
from planner.plan.grade_ladder import GradeLadder, behind_worse, find_grade_ladder, rising, with_worse
from planner.plan.ladders import HaltOrder, Rungs, halt_order, limit_rungs, unit_rungs, yuan_a_kilogram
from planner.problem import NO_INDEX, PlanProblem, cheapest_halts
from planner.problem.records import SHARE_TOLERANCE, Flags, Floats, Indices
from planner.terms import POLLUTANTS, Pollutant

__all__ = ["greedy_choice"]

SO2, NOX = POLLUTANTS.index(Pollutant.SO2), POLLUTANTS.index(Pollutant.NOX)
MOST_ROUNDS = 12
"""A round meets a further cut or takes the last step there is; five cuts, and what rounding leaves, fit in."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Ground:
    """What stays the same over the rounds; `base` (p,) kilograms a day, `limits` the rungs of load-limiting sources."""

    problem: PlanProblem
    base: Floats
    limits: Rungs
    ladder: GradeLadder


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Stand:
    """Where the greedy stands: the step of each cohort and the option of each source."""

    at: Indices
    chosen: Indices


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Steps:
    """Steps up for taking: of the cohort or source `owner` to the step or option `place`.

    Attributes:
        kilograms: (k, p) beyond the step before; `key` (k,) what it ranks by; `turn` (k,) order among equal keys.
    """

    owner: Indices
    place: Indices
    kilograms: Floats
    key: Floats
    turn: Indices


def greedy_choice(problem: PlanProblem) -> Indices:
    """(n,) option of each source: obligations and share rules, then the cheapest steps until the cuts are met.

    A step raises one cohort's required share, so equal treatment holds; a better grade's step waits for the worse
    grade's; whole lines are halted cheapest first. Ranked by yuan a kilogram of the pollutants still missing, ranked
    anew each time a cut is met. Nothing is taken back.
    """
    ground = _Ground(
        problem=problem,
        base=exact_sums(problem.sources.base_kg_per_day),
        limits=limit_rungs(problem),
        ladder=find_grade_ladder(problem),
    )
    stand = _Stand(at=np.zeros(problem.cohorts.count, dtype=np.int64), chosen=cheapest_halts(problem))
    for _ in range(MOST_ROUNDS):
        need = _needs(ground, stand.chosen)
        before = stand.chosen
        if np.any(need > SHARE_TOLERANCE):
            stand = _round(ground, stand, need)
        if np.array_equal(before, stand.chosen):
            break
    return stand.chosen


def _needs(ground: _Ground, chosen: Indices) -> Floats:
    """(p + 1,) share still missing of each cut, the sum of SO2 and NOx last; negative where it is met."""
    targets = ground.problem.targets
    taken = exact_sums(ground.problem.options.reduction_kg_per_day[chosen])
    asked = np.append(targets.share, targets.exchange_sum_share)
    return np.asarray(asked - _as_shares(ground, taken[None])[0])


def _as_shares(ground: _Ground, kilograms: Floats) -> Floats:
    """(k, p + 1) shares of the base, the sum of SO2 and NOx last."""
    share = np.divide(kilograms, ground.base, out=np.zeros(kilograms.shape), where=ground.base > 0.0)
    return np.column_stack([share, share[:, SO2] + share[:, NOX]])


def _round(ground: _Ground, stand: _Stand, need: Floats) -> _Stand:
    """The stand after the cheapest steps were taken until a further cut is met."""
    problem, missing = ground.problem, need > SHARE_TOLERANCE
    wanted = missing[:-1].copy()
    wanted[[SO2, NOX]] |= missing[-1]
    lines = halt_order(problem, stand.chosen, wanted)
    units = unit_rungs(problem, stand.chosen, lines)
    usable = ground.limits.usable & units.usable
    is_open = usable & (np.arange(usable.shape[1]) > stand.at[:, None])
    kilograms, yuan = _beyond(ground.limits, units, is_open, stand.at)
    key = rising(yuan_a_kilogram(yuan, kilograms, wanted), is_open)
    key = behind_worse(key, is_open, stand.at, ground.ladder)
    of_cohorts = _cohort_steps(ground.ladder, key, kilograms)
    of_sources = _source_steps(problem, stand.chosen, wanted)
    moved, own = _taken(ground, of_cohorts, of_sources, need)
    target = stand.at.copy()
    np.maximum.at(target, of_cohorts.owner[moved], of_cohorts.place[moved])
    target = with_worse(target, is_open, stand.at, ground.ladder)
    chosen = _climbed(problem, stand, target, lines)
    np.maximum.at(chosen, of_sources.owner[own], of_sources.place[own])
    return _Stand(at=target, chosen=chosen)


def _beyond(limits: Rungs, units: Rungs, is_open: Flags, at: Indices) -> tuple[Floats, Floats]:
    """(c, q, p) kilograms and (c, q) yuan of each open step beyond the open step before it."""
    kilograms, yuan = limits.kilograms + units.kilograms, limits.yuan + units.yuan
    rows, before = np.arange(len(at)), at.copy()
    gained, paid = np.zeros_like(kilograms), np.zeros_like(yuan)
    for step in range(1, yuan.shape[1]):
        opened = is_open[:, step]
        gained[opened, step] = (kilograms[:, step] - kilograms[rows, before])[opened]
        paid[opened, step] = (yuan[:, step] - yuan[rows, before])[opened]
        before = np.where(opened, step, before)
    return gained, paid


def _cohort_steps(ladder: GradeLadder, key: Floats, kilograms: Floats) -> _Steps:
    owner, place = np.nonzero(np.isfinite(key))
    turn = ladder.depth[owner] * key.shape[1] + place
    return _Steps(owner=owner, place=place, kilograms=kilograms[owner, place], key=key[owner, place], turn=turn)


def _source_steps(problem: PlanProblem, chosen: Indices, wanted: Flags) -> _Steps:
    """The further options of sources outside the grade order, which stand for themselves."""
    sources, options = problem.sources, problem.options
    free = (sources.cohort == NO_INDEX)[options.source]
    place = np.flatnonzero(free & (np.arange(options.count) > chosen[options.source]))
    owner = options.source[place]
    kilograms = options.reduction_kg_per_day[place] - options.reduction_kg_per_day[place - 1]
    key = yuan_a_kilogram(options.cost_yuan[place] - options.cost_yuan[place - 1], kilograms, wanted)
    turn = place - chosen[owner]
    for distance in range(2, int(turn.max(initial=0)) + 1):
        at = np.flatnonzero(turn == distance)
        key[at] = np.maximum(key[at], key[at - 1])
    return _Steps(owner=owner, place=place, kilograms=kilograms, key=key, turn=turn)


def _taken(ground: _Ground, of_cohorts: _Steps, of_sources: _Steps, need: Floats) -> tuple[Indices, Indices]:
    """The steps of cohorts and of sources that are taken: cheapest first until a cut is met, the useless ones not."""
    kilograms = np.concatenate([of_cohorts.kilograms, of_sources.kilograms])
    keys, turns = (
        np.concatenate(pair) for pair in ((of_cohorts.key, of_sources.key), (of_cohorts.turn, of_sources.turn))
    )
    order = np.lexsort((turns, keys))
    missing = need > SHARE_TOLERANCE
    gained = _as_shares(ground, kilograms[order])[:, missing]
    met = np.any(np.cumsum(gained, axis=0) >= need[missing], axis=1)
    last = int(np.argmax(met)) + 1 if met.any() else len(order)
    taken = order[:last][np.any(gained[:last] > 0.0, axis=1)]
    count = len(of_cohorts.key)
    return taken[taken < count], taken[taken >= count] - count


def _climbed(problem: PlanProblem, stand: _Stand, target: Indices, lines: HaltOrder) -> Indices:
    """(n,) the options after each cohort went to its target."""
    sources, units, chosen = problem.sources, problem.units, stand.chosen.copy()
    moved = target > stand.at
    member = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    member = member[moved[sources.cohort[member]]]
    chosen[member] = sources.step_option[member, target[sources.cohort[member]]]
    wanted = np.where(moved[units.cohort], units.halts_min[np.arange(units.count), target[units.cohort]], 0)
    unit = sources.unit[lines.source]
    halts = np.arange(len(unit)) - lines.start[unit] < wanted[unit]
    chosen[lines.source[halts]] = lines.option[halts]
    return chosen
