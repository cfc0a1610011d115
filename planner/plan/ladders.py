"""What each required share of each cohort would take away and cost beyond a choice: the rungs that a greedy climbs.

Axes as in PlanProblem. Sums run in a fixed order (`add.at`, `cumsum`), so they are the same on every machine.
"""

from dataclasses import dataclass

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Flags, Floats, Indices

__all__ = ["HaltOrder", "Rungs", "halt_order", "limit_rungs", "unit_rungs", "yuan_a_kilogram"]

LEAST_KILOGRAMS = 1e-9
"""Kilograms below which a step counts as useless: it is dear, but can be taken along with a better grade's."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rungs:
    """(c, q, p) kilograms a day and (c, q) yuan of each cohort's steps; `usable` (c, q) the steps that can be taken."""

    kilograms: Floats
    yuan: Floats
    usable: Flags


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HaltOrder:
    """The lines that whole-line units can halt, in the order in which each unit would.

    Attributes:
        source: (k,) sorted by unit, those that stand already first, then by yuan a kilogram.
        start: (u + 1,) each unit's lines in `source`; `option` (k,) the option that halts the line.
    """

    source: Indices
    option: Indices
    start: Indices


def yuan_a_kilogram(yuan: Floats, kilograms: Floats, wanted: Flags) -> Floats:
    """Cost over the kilograms of the pollutants that are still missing; nothing for nothing is free."""
    useful = np.where(wanted, kilograms, 0.0)
    useful = useful[..., 0] + useful[..., 1] + useful[..., 2] + useful[..., 3]
    return np.asarray(np.where(yuan > 0.0, yuan / np.maximum(useful, LEAST_KILOGRAMS), 0.0))


def limit_rungs(problem: PlanProblem) -> Rungs:
    """The rungs of the sources that lower their load, counted from nothing."""
    sources, options, cohorts = problem.sources, problem.options, problem.cohorts
    member = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    option, owner = sources.step_option[member], sources.cohort[member]
    usable = cohorts.allowed.copy()
    np.logical_and.at(usable, owner, option != NO_INDEX)
    shape = (cohorts.count, len(cohorts.steps))
    kilograms, yuan = np.zeros((*shape, options.reduction_kg_per_day.shape[1])), np.zeros(shape)
    np.add.at(kilograms, owner, np.where((option != NO_INDEX)[..., None], options.reduction_kg_per_day[option], 0.0))
    np.add.at(yuan, owner, np.where(option != NO_INDEX, options.cost_yuan[option], 0.0))
    return Rungs(kilograms=kilograms, yuan=yuan, usable=usable)


def halt_order(problem: PlanProblem, chosen: Indices, wanted: Flags) -> HaltOrder:
    """The order in which each unit would halt its lines, given what stands already."""
    sources, options = problem.sources, problem.options
    deepest = sources.first_option[1:] - 1
    source = np.flatnonzero((sources.unit != NO_INDEX) & options.halts[deepest])
    option = deepest[source]
    stands = options.halts[chosen[source]]
    kilograms = options.reduction_kg_per_day[option] - options.reduction_kg_per_day[chosen[source]]
    price = yuan_a_kilogram(options.cost_yuan[option] - options.cost_yuan[chosen[source]], kilograms, wanted)
    order = np.lexsort((np.where(stands, -1.0, price), sources.unit[source]))
    start = np.searchsorted(sources.unit[source][order], np.arange(problem.units.count + 1))
    return HaltOrder(source=source[order], option=option[order], start=start.astype(np.int64))


def unit_rungs(problem: PlanProblem, chosen: Indices, order: HaltOrder) -> Rungs:
    """The rungs of the whole-line units, counted from what is chosen."""
    options, units, cohorts = problem.options, problem.units, problem.cohorts
    now = chosen[order.source]
    kilograms = _running(options.reduction_kg_per_day[order.option] - options.reduction_kg_per_day[now])
    yuan = _running(options.cost_yuan[order.option] - options.cost_yuan[now])
    reachable = units.halts_min <= np.diff(order.start)[:, None]
    last = np.minimum(order.start[:-1, None] + units.halts_min, order.start[1:, None])
    shape = (cohorts.count, len(cohorts.steps))
    usable = np.ones(shape, dtype=bool)
    np.logical_and.at(usable, units.cohort, reachable)
    total, cost = np.zeros((*shape, kilograms.shape[1])), np.zeros(shape)
    np.add.at(total, units.cohort, kilograms[last] - kilograms[order.start[:-1], None])
    np.add.at(cost, units.cohort, yuan[last] - yuan[order.start[:-1], None])
    return Rungs(kilograms=total, yuan=cost, usable=usable)


def _running(values: Floats) -> Floats:
    """Running sums along the first axis, from 0."""
    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
