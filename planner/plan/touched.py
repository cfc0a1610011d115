"""Whom a plan touches: enterprises, fleets and sites that lose some of their activity."""

import numpy as np

from planner.problem import PlanProblem
from planner.problem.records import Floats, Indices

__all__ = ["count_touched", "least_touched", "newly_touched", "owners", "touch_weights"]


def owners(problem: PlanProblem) -> tuple[str, ...]:
    """(n,) whose each source is: its enterprise, or itself where it belongs to none."""
    sources = problem.sources
    return tuple(firm or source for firm, source in zip(sources.enterprise_id, sources.source_id, strict=True))


def count_touched(problem: PlanProblem, chosen: Indices) -> int:
    """How many enterprises, fleets and sites lose some of their activity under the chosen options (n,)."""
    loses = (problem.options.kept_share[chosen] < 1.0).tolist()
    return len({owner for owner, is_touched in zip(owners(problem), loses, strict=True) if is_touched})


def touch_weights(problem: PlanProblem) -> Floats:
    """(m,) what each option adds to a lower bound of the number touched: one over the number of its owner's sources.

    Summed over a plan it never exceeds `count_touched`, and equals it where every enterprise has one source.
    """
    _, owner, size = np.unique(np.array(owners(problem), dtype=object), return_inverse=True, return_counts=True)
    part = 1.0 / size[owner]
    return np.where(problem.options.kept_share < 1.0, part[problem.options.source], 0.0)


def least_touched(problem: PlanProblem) -> int:
    """How many no plan can spare: those with a source all of whose options lower its activity."""
    first = problem.sources.first_option[:-1]
    most_kept = np.maximum.reduceat(problem.options.kept_share, first) if len(first) else np.zeros(0)
    return len({owner for owner, kept in zip(owners(problem), most_kept.tolist(), strict=True) if kept < 1.0})


def newly_touched(problem: PlanProblem, chosen: Indices) -> Floats:
    """(m,) 1 for each option that lowers the activity of a source whose owner the chosen options (n,) spare, else 0."""
    names = np.array(owners(problem), dtype=object)
    spared = ~np.isin(names, names[problem.options.kept_share[chosen] < 1.0])
    return ((problem.options.kept_share < 1.0) & spared[problem.options.source]).astype(float)
