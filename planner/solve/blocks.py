"""The city without its cuts falls apart into groups: states of required shares, slots of whole lines, loose sources.

Given a multiplier on each cut every group is decided alone and exactly. A *slot* is one question to a bundle of lines
(which of its patterns that halt so many lines?); an *entry* is a pattern that answers it; a *rung* is one step of one
cohort and asks one slot of each of its units; a *state* is one rung for each cohort of a group, in grade order.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.plan.touched import touch_weights
from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Flags, Floats, Indices
from planner.problem.turns import Stand
from planner.solve.cut_shares import Cuts
from planner.solve.falls_apart import falls_apart
from planner.solve.patterns import Patterns, every_pattern
from planner.solve.rows import possible_steps
from planner.solve.states import StateTable, every_state
from planner.solve.tied import Tied, tie_sources

__all__ = [
    "BlockForm",
    "Blocks",
    "block_form",
    "cost_without_choice",
    "falls_apart",
    "fill_blocks",
    "make_blocks",
    "still_needed",
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Blocks:
    """The decomposed cost stage; d cut rows may bind.

    Attributes:
        cost, need: yuan and (d,) share still to be found once all sources without a choice are counted.
        entry_cost, entry_share: (e,) and (e, d); `entry_pattern`, `entry_slot` (e,); `entry_touch` (e,) the part that
            it adds to the number of enterprises touched, `rung_touch` (r,) likewise.
        slot_first: (t + 1,) start of each slot's entries.
        is_free: (t,) slots that no required share asks: sources outside the grade order.
        rung_cost, rung_share: (r,) and (r, d) of the sources that lower their load at each rung.
        rung_slots: (r, t) 0/1 which slots a rung asks; `rung_cohort`, `rung_step` (r,).
    """

    patterns: Patterns
    cost: float
    need: Floats
    entry_cost: Floats
    entry_share: Floats
    entry_touch: Floats
    entry_pattern: Indices
    entry_slot: Indices
    slot_first: Indices
    is_free: Flags
    rung_cost: Floats
    rung_share: Floats
    rung_touch: Floats
    rung_slots: sparse.csr_array
    rung_cohort: Indices
    rung_step: Indices
    states: StateTable


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Slots:
    """Slots: bundle, fewest and most halted lines and on which days; `cell` (u, q) slot of each unit at each step."""

    bundle: Indices
    least: Indices
    most: Indices
    form: Indices
    cell: Indices

    @property
    def is_free(self) -> Flags:
        """(t,) slots that no required share asks."""
        return np.asarray(np.arange(len(self.bundle)) > self.cell.max(initial=NO_INDEX))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BlockForm:
    """What the groups of a problem are, whatever its options cost and take away.

    Attributes:
        pattern, slot, slot_first: as `Blocks` holds them of its entries.
        possible: (c, q) steps that every follower can take and every unit can answer.
        touch: (m,) what each option adds to the number of enterprises touched.
    """

    patterns: Patterns
    slots: _Slots
    pattern: Indices
    slot: Indices
    slot_first: Indices
    possible: Flags
    states: StateTable
    rung_slots: sparse.csr_array
    touch: Floats


def make_blocks(problem: PlanProblem, cuts: Cuts) -> Blocks | None:
    """The groups of a problem, every pattern and state written out; None where it does not fall apart into such."""
    form = block_form(problem)
    return None if form is None else fill_blocks(form, problem, cuts)


def block_form(problem: PlanProblem) -> BlockForm | None:
    """The groups without their numbers; None where the problem does not fall apart into such."""
    tied, patterns = _written_out(problem) or (None, None)
    if tied is None or patterns is None:
        return None
    slots = _slots(problem, tied.bundles.count)
    pattern, slot, slot_first = _entries(problem, patterns, slots)
    possible = _possible(problem, slots.cell, np.diff(slot_first) > 0)
    states = every_state(problem, possible, _first_alike(problem, possible, slots.cell))
    if states is None or np.any(np.diff(slot_first)[slots.is_free] == 0):
        return None
    return BlockForm(
        patterns=patterns,
        slots=slots,
        pattern=pattern,
        slot=slot,
        slot_first=slot_first,
        possible=possible,
        states=states,
        rung_slots=_rung_slots(problem, slots, possible),
        touch=touch_weights(problem),
    )


def fill_blocks(form: BlockForm, problem: PlanProblem, cuts: Cuts) -> Blocks:
    """The groups with the numbers of a problem of this form."""
    values = np.column_stack([problem.options.cost_yuan, form.touch, cuts.option_share])
    rungs, entries = _followers(problem, form.possible, values), form.patterns.sums(values)[form.pattern]
    return Blocks(
        patterns=form.patterns,
        cost=cost_without_choice(problem),
        need=still_needed(problem, cuts),
        entry_cost=entries[:, 0],
        entry_share=entries[:, 2:],
        entry_touch=entries[:, 1],
        entry_pattern=form.pattern,
        entry_slot=form.slot,
        slot_first=form.slot_first,
        is_free=form.slots.is_free,
        rung_cost=rungs[:, 0],
        rung_share=rungs[:, 2:],
        rung_touch=rungs[:, 1],
        rung_slots=form.rung_slots,
        rung_cohort=np.nonzero(form.possible)[0],
        rung_step=np.nonzero(form.possible)[1],
        states=form.states,
    )


def _written_out(problem: PlanProblem) -> tuple[Tied, Patterns] | None:
    """What is tied together, and the patterns of it that the rules allow; None where there are too many."""
    tied = tie_sources(problem)
    patterns = None if tied is None else every_pattern(problem, tied.bundles)
    if tied is None or patterns is None:
        return None
    return tied, patterns.kept(tied.obeys(problem, patterns))


def cost_without_choice(problem: PlanProblem) -> float:
    """What the options cost that nobody chooses between."""
    return float(problem.options.cost_yuan[_without_choice(problem)].sum())


def still_needed(problem: PlanProblem, cuts: Cuts) -> Floats:
    """(d,) what the options that nobody chooses between leave of each cut to be met."""
    return np.asarray(cuts.target - cuts.option_share[_without_choice(problem)].sum(axis=0))


def _slots(problem: PlanProblem, bundles: int) -> _Slots:
    """One slot for every different demand on a unit, then one for every bundle outside the grade order."""
    units, wide = problem.units, np.iinfo(np.int64).max
    cells = np.stack(
        [*_of_steps(problem), units.halts_min, units.halts_max],
        axis=-1,
    )
    demands, cell = np.unique(cells.reshape(-1, 4), axis=0, return_inverse=True)
    free = np.arange(units.count, bundles)
    return _Slots(
        bundle=np.concatenate([demands[:, 0], free]),
        least=np.concatenate([demands[:, 2], np.zeros(len(free), dtype=np.int64)]),
        most=np.concatenate([demands[:, 3], np.full(len(free), wide)]),
        form=np.concatenate([demands[:, 1], np.zeros(len(free), dtype=np.int64)]),
        cell=cell.reshape(units.halts_min.shape),
    )


def _of_steps(problem: PlanProblem) -> tuple[Indices, Indices]:
    """(u, q) twice: the unit itself, and the days on which a step lets its lines stand."""
    shape = problem.units.halts_min.shape
    forms = np.zeros(shape[1], dtype=np.int64) if problem.days is None else problem.days.step_form
    return np.broadcast_to(np.arange(shape[0])[:, None], shape), np.broadcast_to(forms, shape)


def _forms(problem: PlanProblem, patterns: Patterns) -> tuple[Indices, Indices]:
    """(w,) least and greatest form of the halts that a pattern chooses beyond the obligations; none: any form fits."""
    days, options = problem.days, problem.options
    least, most = np.full(len(patterns.bundle), len(Stand)), np.full(len(patterns.bundle), NO_INDEX)
    if days is None or not days.form.any():
        return np.zeros_like(least), np.zeros_like(most)
    beyond = options.halts.copy()
    beyond[problem.sources.first_option[:-1]] = False
    for column in patterns.option.T:
        real = beyond[column] & (column != NO_INDEX)
        least[real] = np.minimum(least[real], days.form[column[real]])
        most[real] = np.maximum(most[real], days.form[column[real]])
    return least, most


def _entries(problem: PlanProblem, patterns: Patterns, slots: _Slots) -> tuple[Indices, Indices, Indices]:
    """The patterns that answer each slot: pattern and slot of each entry, start of each slot's entries."""
    start, size = patterns.first[slots.bundle], np.diff(patterns.first)[slots.bundle]
    slot = np.repeat(np.arange(len(size)), size)
    pattern = np.arange(len(slot)) - np.repeat(np.cumsum(size) - size, size) + start[slot]
    halted = patterns.halted[pattern]
    least, most = _forms(problem, patterns)
    fits = (slots.least[slot] <= halted) & (halted <= slots.most[slot])
    fits &= (most[pattern] <= slots.form[slot]) & (slots.form[slot] <= least[pattern])
    pattern, slot = pattern[fits], slot[fits]
    return pattern, slot, np.searchsorted(slot, np.arange(len(size) + 1))


def _possible(problem: PlanProblem, cell: Indices, filled: Flags) -> Flags:
    """(c, q) steps that the menu permits, every follower can take and every unit can answer."""
    possible = possible_steps(problem)
    np.logical_and.at(possible, problem.units.cohort, filled[cell])
    return possible


def _first_alike(problem: PlanProblem, possible: Flags, cell: Indices) -> Indices:
    """(c, q) the lowest possible step that asks every unit and every follower of the cohort the same as step q."""
    sources, (cohorts, steps) = problem.sources, possible.shape
    follows = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    owner = np.concatenate([problem.units.cohort, sources.cohort[follows]])
    asked = np.concatenate([cell, sources.step_option[follows]])
    result = np.tile(np.arange(steps), (cohorts, 1))
    for step in range(1, steps):
        for lower in range(step - 1, -1, -1):
            differs = np.bincount(owner, weights=asked[:, step] != asked[:, lower], minlength=cohorts) > 0.0
            result[:, step] = np.where(~differs & possible[:, lower], lower, result[:, step])
    return result


def _followers(problem: PlanProblem, possible: Flags, values: Floats) -> Floats:
    """The values (m, ...) of the sources that lower their load, added up: a row a rung."""
    sources, (cohorts, steps) = problem.sources, possible.shape
    follows = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    option = sources.step_option[follows]
    real = option != NO_INDEX
    cell = (sources.cohort[follows][:, None] * steps + np.arange(steps))[real]
    taken = values[option[real]]
    sums = [np.bincount(cell, weights=column, minlength=cohorts * steps) for column in taken.T]
    table: Floats = np.column_stack(sums).astype(float)[possible.ravel()]
    return table


def _rung_slots(problem: PlanProblem, slots: _Slots, possible: Flags) -> sparse.csr_array:
    number = np.cumsum(possible.ravel()).reshape(possible.shape) - 1
    asked = possible[problem.units.cohort]
    unit, step = np.nonzero(asked)
    place = (number[problem.units.cohort[unit], step], slots.cell[unit, step])
    shape = (int(possible.sum()), len(slots.bundle))
    return sparse.csr_array((np.ones(len(unit)), place), shape=shape)


def _without_choice(problem: PlanProblem) -> Indices:
    """The options of sources that stand outside the grade order and have only one."""
    sources = problem.sources
    alone = (sources.cohort == NO_INDEX) & (np.diff(sources.first_option) == 1)
    return np.asarray(sources.first_option[:-1][alone])
