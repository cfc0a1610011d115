"""The groups of a city whose grade order has a price: each part of a firm is decided alone, given its cohort's share.

A slot is one part at one share of its cohort; its entries are all that the part can do, dearer by the distance between
its own share and the cohort's. A state is one share for each cohort of a group, dearer by the order that it breaks. So
a part that differs from its equals, and a worse grade asked for less, are found and priced exactly.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from planner.plan.touched import touch_weights
from planner.problem import NO_INDEX, PlanProblem, SoftOrder
from planner.problem.records import Floats, Indices, UnitTable
from planner.solve.blocks import Blocks, cost_without_choice, still_needed
from planner.solve.cut_shares import Cuts
from planner.solve.patterns import Patterns, every_pattern
from planner.solve.soft_states import PricedStates, priced_states
from planner.solve.tied import tie_sources

__all__ = ["in_parts", "make_soft_blocks"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Slots:
    """Slots: bundle, cohort and step (NO_INDEX outside the grade order), start of entries; entries: pattern, slot."""

    bundle: Indices
    cohort: Indices
    step: Indices
    first: Indices
    pattern: Indices
    slot: Indices


def in_parts(problem: PlanProblem) -> PlanProblem:
    """The problem with every part a unit, also a line that lowers its load by itself: its patterns are its options."""
    sources, count = problem.sources, problem.cohorts.count
    zeros = np.zeros((count, len(problem.cohorts.steps)), dtype=np.int64)
    units = UnitTable(cohort=np.arange(count), halts_min=zeros, halts_max=zeros, label=problem.cohorts.label)
    return replace(problem, sources=replace(sources, unit=sources.cohort), units=units)


def make_soft_blocks(problem: PlanProblem, cuts: Cuts) -> Blocks | None:
    """The groups, every pattern and state written out; None where the city does not fall apart into such.

    Indices of the result are those of `in_parts(problem)`; its costs hold what breaking the order costs.
    """
    soft, whole = problem.soft, in_parts(problem)
    tied = tie_sources(whole)
    patterns = None if tied is None else every_pattern(whole, tied.bundles)
    if soft is None or tied is None or patterns is None:
        return None
    patterns = patterns.kept(tied.obeys(whole, patterns))
    distance = _distances(problem, patterns)
    patterns, distance = patterns.kept(np.isfinite(distance[:, 0])), distance[np.isfinite(distance[:, 0])]
    rate = soft.yuan_per_share(problem.header.duration_days)
    states = priced_states(soft, problem.cohorts.steps, rate)
    if states is None or np.any(np.diff(patterns.first) == 0):
        return None
    yuan = rate * np.append(soft.weight, 0.0)[np.minimum(patterns.bundle, problem.cohorts.count)]
    return _blocks(whole, cuts, patterns, states, yuan[:, None] * distance)


def _blocks(whole: PlanProblem, cuts: Cuts, patterns: Patterns, states: PricedStates, yuan: Floats) -> Blocks:
    assert whole.soft is not None  # noqa: S101 - the caller has one
    slots = _slots(whole.soft, patterns)
    inside = slots.step[slots.slot] != NO_INDEX
    apart = np.where(inside, yuan[slots.pattern, slots.step[slots.slot]], 0.0)
    values = np.column_stack([whole.options.cost_yuan, touch_weights(whole), cuts.option_share])
    entries = patterns.sums(values)[slots.pattern]
    shares, carriers = int(whole.soft.allowed.sum()), len(states.paid)
    cohort, step = np.nonzero(whole.soft.allowed)
    nothing = np.zeros(carriers, dtype=np.int64)
    return Blocks(
        patterns=patterns,
        cost=cost_without_choice(whole),
        need=still_needed(whole, cuts),
        entry_cost=entries[:, 0] + apart,
        entry_share=entries[:, 2:],
        entry_touch=entries[:, 1],
        entry_pattern=slots.pattern,
        entry_slot=slots.slot,
        slot_first=slots.first,
        is_free=slots.step == NO_INDEX,
        rung_cost=np.concatenate([np.zeros(shares), states.paid]),
        rung_share=np.zeros((shares + carriers, cuts.option_share.shape[1])),
        rung_touch=np.zeros(shares + carriers),
        rung_slots=_rung_slots(whole.soft, slots, shares + carriers),
        rung_cohort=np.concatenate([cohort, nothing]),
        rung_step=np.concatenate([step, nothing]),
        states=states.table,
    )


def _distances(problem: PlanProblem, patterns: Patterns) -> Floats:
    """(w, q) distance of each share of a cohort from the nearest step that agrees with a pattern of its part.

    inf where no step agrees; 0 outside the grade order.
    """
    steps, agrees = problem.cohorts.steps, _agrees(problem, patterns)
    result = np.full(agrees.shape, np.inf)
    for step, share in enumerate(steps):
        result = np.minimum(result, np.where(agrees[:, [step]], np.abs(steps - share), np.inf))
    result[patterns.bundle >= problem.cohorts.count] = 0.0
    return result


def _agrees(problem: PlanProblem, patterns: Patterns) -> np.ndarray:
    """(w, q) allowed steps of the part that a pattern answers: by its option, or by so many halted lines."""
    sources, units, count = problem.sources, problem.units, problem.cohorts.count
    unit = np.full(count, NO_INDEX, dtype=np.int64)
    unit[units.cohort] = np.arange(units.count)
    alone = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    member = np.full(count, NO_INDEX, dtype=np.int64)
    member[sources.cohort[alone]] = alone
    result = np.zeros((len(patterns.bundle), len(problem.cohorts.steps)), dtype=bool)
    inside = np.flatnonzero(patterns.bundle < count)
    part = patterns.bundle[inside]
    in_lines = unit[part] != NO_INDEX
    rows, which = inside[in_lines], unit[part[in_lines]]
    halted = patterns.halted[rows][:, None]
    result[rows] = (units.halts_min[which] <= halted) & (halted <= units.halts_max[which])
    rows, which = inside[~in_lines], member[part[~in_lines]]
    result[rows] = sources.step_option[which] == patterns.option[rows, :1]
    result[inside] &= problem.cohorts.allowed[part]
    return result


def _slots(soft: SoftOrder, patterns: Patterns) -> _Slots:
    """One slot for every part and share of its cohort, then one for every bundle outside the grade order."""
    part, step = np.nonzero(soft.allowed[soft.cohort])
    free = np.arange(len(soft.cohort), len(patterns.first) - 1)
    outside = np.full(len(free), NO_INDEX, dtype=np.int64)
    bundle = np.concatenate([part, free])
    start, size = patterns.first[bundle], np.diff(patterns.first)[bundle]
    first = np.concatenate([[0], np.cumsum(size)])
    slot = np.repeat(np.arange(len(bundle)), size)
    return _Slots(
        bundle=bundle,
        cohort=np.concatenate([soft.cohort[part], outside]),
        step=np.concatenate([step, outside]),
        first=first,
        pattern=np.arange(len(slot)) - np.repeat(first[:-1] - start, size),
        slot=slot,
    )


def _rung_slots(soft: SoftOrder, slots: _Slots, rungs: int) -> sparse.csr_array:
    number = np.cumsum(soft.allowed.ravel()).reshape(soft.allowed.shape) - 1
    inside = np.flatnonzero(slots.step != NO_INDEX)
    rung = number[slots.cohort[inside], slots.step[inside]]
    return sparse.csr_array((np.ones(len(inside)), (rung, inside)), shape=(rungs, len(slots.bundle)))
