"""The options behind a decision of groups."""

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Indices
from planner.solve.blocks import Blocks
from planner.solve.multipliers import Decision

__all__ = ["chosen_options"]


def chosen_options(problem: PlanProblem, blocks: Blocks, decision: Decision) -> Indices:
    """(n,) the option of each source."""
    sources = problem.sources
    chosen = sources.first_option[:-1].copy()
    rung = blocks.states.rung[decision.state]
    rung = rung[rung != NO_INDEX]
    step = np.zeros(problem.cohorts.count, dtype=np.int64)
    step[blocks.rung_cohort[rung]] = blocks.rung_step[rung]
    follows = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    chosen[follows] = sources.step_option[follows, step[sources.cohort[follows]]]
    asked = blocks.is_free.copy()
    asked[blocks.rung_slots[rung].indices] = True
    option = blocks.patterns.option[blocks.entry_pattern[decision.entry[asked]]]
    option = option[option != NO_INDEX]
    chosen[problem.options.source[option]] = option
    return chosen
