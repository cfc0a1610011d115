"""Measures that are there because other lines stop: what they cite beside their own clauses."""

import numpy as np

from planner.problem import PlanProblem, binding_rows
from planner.problem.records import Indices

__all__ = ["coupling_citations"]

COUPLINGS = frozenset({"upstream_feed", "shared_stack"})


def coupling_citations(problem: PlanProblem, chosen: Indices) -> tuple[tuple[str, ...], ...]:
    """(n,) ids of the coupling rules for which each source does more than it is obliged to; empty without couplings."""
    side = problem.side
    if side is None or (side.upstream_feed is None and side.shared_stack is None):
        return ()
    cited: list[tuple[str, ...]] = [()] * problem.sources.count
    parts = [side.upstream_feed.line] if side.upstream_feed else []
    parts += [side.shared_stack.member] if side.shared_stack else []
    coupled = np.unique(np.concatenate(parts))
    beyond = coupled[chosen[coupled] != problem.sources.first_option[coupled]]
    for row in binding_rows(problem, chosen, beyond):
        if row.asks_more and row.family in COUPLINGS and row.citation not in cited[row.source]:
            cited[row.source] = (*cited[row.source], row.citation)
    return tuple(cited)
