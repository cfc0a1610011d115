"""Family 3: enterprise share rules."""

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Indices
from planner.solve.rows import Columns, Row, row_block

__all__ = ["share_rule_rows"]


def share_rule_rows(problem: PlanProblem, columns: Columns) -> Row:
    """sum over members i of w[i] * (take[i, o] over halting o) >= required[r], for every share rule r.

    Symbols: w[i] 1 for shares by count, t/d of capacity otherwise; required[r] in the same unit, for counts rounded
    up to whole lines. Halts that are not up for choice count on the right-hand side.
    Reference: rules of measure `halt_lines`, such as industries.cement_clinker.C.yellow.halt_lines.
    """
    rules = problem.share_rules
    rule = np.repeat(np.arange(rules.count), np.diff(rules.first_member))
    member, option = halting_options(problem, rules.member)
    free = columns.option[option] != NO_INDEX
    already = np.bincount(rule[member[~free]], weights=rules.weight[member[~free]], minlength=rules.count)
    entries = [(rule[member[free]], columns.option[option[free]], rules.weight[member[free]])]
    names = tuple(f"share_rule[{label}]" for label in rules.label)
    return row_block("share_rule", names, (rules.required - already, np.full(rules.count, np.inf)), entries)


def halting_options(problem: PlanProblem, sources: Indices) -> tuple[Indices, Indices]:
    """Positions in `sources` and the halting options there, one pair for each."""
    halting = np.flatnonzero(problem.options.halts)
    owner = problem.options.source[halting]
    start, end = np.searchsorted(owner, sources, "left"), np.searchsorted(owner, sources, "right")
    position = np.repeat(np.arange(len(sources)), end - start)
    offset = np.arange(len(position)) - np.repeat(np.cumsum(end - start) - (end - start), end - start)
    return position, halting[start[position] + offset]
