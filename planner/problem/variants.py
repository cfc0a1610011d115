"""A problem with something changed, for asking it again: fewer options, another cut, sources that stand outside.

Each gives a sound PlanProblem of the same sources, so that whatever judges a plan judges its answers too.
"""

from dataclasses import replace

import numpy as np

from planner.problem.records import (
    NO_INDEX,
    CohortTable,
    Flags,
    Indices,
    OptionTable,
    PlanProblem,
    SoftOrder,
    UnitTable,
)
from planner.terms import POLLUTANTS

__all__ = ["hold_sources", "keep_options", "with_cut", "without_order"]


def keep_options(problem: PlanProblem, kept: Flags) -> PlanProblem:
    """The problem with only these options; required shares that some source can no longer answer are closed.

    Args:
        kept: (m,) which options stay, at least one a source.

    Raises:
        ValueError: where a source would be left without any option.
    """
    sources, options = problem.sources, problem.options
    left = np.bincount(options.source[kept], minlength=sources.count)
    if np.any(left == 0):
        raise ValueError(sources.source_id[int(np.argmin(left))])
    number = np.where(kept, np.cumsum(kept) - 1, NO_INDEX)
    step_option = np.where(sources.step_option == NO_INDEX, NO_INDEX, number[sources.step_option])
    changed = replace(
        problem,
        options=_taken(options, kept),
        days=problem.days.taken(kept) if problem.days else None,
        sources=replace(sources, first_option=np.concatenate([[0], np.cumsum(left)]), step_option=step_option),
    )
    return replace(changed, cohorts=replace(changed.cohorts, allowed=_answerable(changed)))


def hold_sources(problem: PlanProblem, held: Flags, *, in_order: bool) -> PlanProblem:
    """The problem in which these sources do what they are obliged to and nothing beyond.

    Members of an enterprise share rule keep their halts: the rule asks for them.

    Args:
        held: (n,) which sources, all lines of an enterprise together.
        in_order: whether they stay in the grade order, so that equals are spared with them; else they stand outside it.
    """
    first = problem.sources.first_option[:-1]
    is_first = np.zeros(problem.options.count, dtype=bool)
    is_first[first] = True
    ruled = np.zeros(problem.sources.count, dtype=bool)
    ruled[problem.share_rules.member] = True
    kept = is_first | ~(held & ~ruled)[problem.options.source]
    changed = keep_options(problem if in_order else _outside(problem, held), kept)
    return keep_options(changed, _reachable(changed))


def without_order(problem: PlanProblem) -> PlanProblem:
    """The problem without equal treatment and grade order: each source chooses from its menu by itself."""
    return _outside(problem, np.ones(problem.sources.count, dtype=bool))


def with_cut(problem: PlanProblem, row: str, share: float) -> PlanProblem:
    """The problem with another cut.

    Args:
        row: a pollutant, or `so2_nox` for the sum of the exchange.
        share: least share of the base, 0..1 (of the sum 0..2).
    """
    targets = problem.targets
    if row == "so2_nox":
        return replace(problem, targets=replace(targets, exchange_sum_share=share))
    asked = np.where([row == str(item) for item in POLLUTANTS], share, targets.share)
    return replace(problem, targets=replace(targets, share=asked))


def _taken(options: OptionTable, kept: Flags) -> OptionTable:
    return replace(
        options,
        source=options.source[kept],
        kept_share=options.kept_share[kept],
        halts=options.halts[kept],
        reduction_kg_per_day=options.reduction_kg_per_day[kept],
        cost_yuan=options.cost_yuan[kept],
        measures=options.measures[kept],
        citations=options.citations[kept],
        basis=options.basis[kept],
    )


def _answerable(problem: PlanProblem) -> Flags:
    """(c, q) the allowed steps that every member can still answer, by its option or by enough whole lines."""
    sources, units, allowed = problem.sources, problem.units, problem.cohorts.allowed.copy()
    limits = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    np.logical_and.at(allowed, sources.cohort[limits], sources.step_option[limits] != NO_INDEX)
    can_halt = problem.options.halts[sources.first_option[1:] - 1] & (sources.unit != NO_INDEX)
    lines = np.bincount(sources.unit[can_halt], minlength=units.count)
    np.logical_and.at(allowed, units.cohort, units.halts_min <= lines[:, None])
    return _below_worse(problem.cohorts, allowed)


def _below_worse(cohorts: CohortTable, allowed: Flags) -> Flags:
    """The steps without those of a better grade that no worse grade of its group can follow."""
    places = np.arange(allowed.shape[1])
    group, cap = NO_INDEX, len(places)
    for index in np.lexsort((cohorts.rank, cohorts.group))[::-1]:
        cap = len(places) if cohorts.group[index] != group else cap
        group = cohorts.group[index]
        allowed[index] &= places <= cap
        cap = int(places[allowed[index]].max(initial=0))
    return allowed


def _reachable(problem: PlanProblem) -> Flags:
    """(m,) the options that some allowed step of the source's cohort can ask for; those of other sources all.

    Steps close from above, so of each menu a run from its first option is left.
    """
    sources, units = problem.sources, problem.units
    free = sources.cohort == NO_INDEX
    allowed = np.where(free[:, None], True, problem.cohorts.allowed[sources.cohort] if problem.cohorts.count else True)
    limits = np.flatnonzero(~free & (sources.unit == NO_INDEX))
    asked = np.where(allowed, sources.step_option, NO_INDEX)[limits]
    kept = free[problem.options.source]
    kept[sources.first_option[:-1]] = True
    kept[asked[asked != NO_INDEX]] = True
    most = np.where(problem.cohorts.allowed[units.cohort], units.halts_max, 0).max(axis=1, initial=0)
    stand = problem.options.halts[sources.first_option[:-1]] & (sources.unit != NO_INDEX)
    opens = most > np.bincount(sources.unit[stand], minlength=units.count)
    member = np.flatnonzero(sources.unit != NO_INDEX)
    lines = member[opens[sources.unit[member]]]
    return np.asarray(kept | np.isin(problem.options.source, lines))


def _outside(problem: PlanProblem, outside: Flags) -> PlanProblem:
    """The problem with these sources in no cohort; cohorts and units that are left empty are gone."""
    sources = problem.sources
    unit, used_units = _renumbered(np.where(outside, NO_INDEX, sources.unit), problem.units.count)
    cohort, used_cohorts = _renumbered(np.where(outside, NO_INDEX, sources.cohort), problem.cohorts.count)
    number = np.cumsum(used_cohorts) - 1
    return replace(
        problem,
        sources=replace(
            sources,
            cohort=cohort,
            unit=unit,
            step_option=np.where(outside[:, None], NO_INDEX, sources.step_option),
        ),
        cohorts=_some_cohorts(problem.cohorts, used_cohorts),
        soft=_some_parts(problem.soft, used_cohorts),
        units=_some_units(problem.units, used_units, number),
    )


def _renumbered(index: Indices, count: int) -> tuple[Indices, Flags]:
    """Indices over the rows that are still in use, and which rows those are."""
    used = np.zeros(count, dtype=bool)
    used[index[index != NO_INDEX]] = True
    number = np.append(np.cumsum(used) - 1, NO_INDEX)
    return number[index], used


def _some_cohorts(cohorts: CohortTable, used: Flags) -> CohortTable:
    return replace(
        cohorts,
        group=cohorts.group[used],
        rank=cohorts.rank[used],
        allowed=cohorts.allowed[used],
        label=tuple(name for name, is_used in zip(cohorts.label, used.tolist(), strict=True) if is_used),
    )


def _some_parts(soft: SoftOrder | None, used: Flags) -> SoftOrder | None:
    return None if soft is None else replace(soft, cohort=soft.cohort[used], weight=soft.weight[used])


def _some_units(units: UnitTable, used: Flags, cohort_number: Indices) -> UnitTable:
    return replace(
        units,
        cohort=cohort_number[units.cohort[used]],
        halts_min=units.halts_min[used],
        halts_max=units.halts_max[used],
        label=tuple(name for name, is_used in zip(units.label, used.tolist(), strict=True) if is_used),
    )
