"""Family 12: a line of a whole-line unit stands on some days only where its required share is of these days."""

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.solve.rows import Columns, Row, row_block

__all__ = ["turn_rows"]


def turn_rows(problem: PlanProblem, columns: Columns) -> Row:
    """sum of step[c(i), q] over the steps q of the days of option o - take[i, o] >= 0, for every chosen halt of a unit.

    Symbols: take[i, o] in {0, 1} a halt of line i beyond its obligation, c(i) the cohort of its unit; the days of an
    option and of a step: all, the first ones, or in turn. No row where the episode is not looked at day by day, or all
    halts last all days.
    Reference: equal treatment inside one county, sub-process and grade; rule national.lines.rotation.
    """
    days, empty = problem.days, np.zeros(0)
    if days is None or not days.form.any():
        return row_block("turns", (), (empty, empty), [])
    sources, options = problem.sources, problem.options
    beyond = options.halts & (sources.unit != NO_INDEX)[options.source]
    beyond[sources.first_option[:-1]] = False
    chosen = np.flatnonzero(beyond)
    steps = columns.step[sources.cohort[options.source[chosen]]]
    row, step = np.nonzero((days.form[chosen][:, None] == days.step_form[None, :]) & (steps != NO_INDEX))
    entries = [
        (np.arange(len(chosen)), columns.option[chosen], -np.ones(len(chosen))),
        (row, steps[row, step], np.ones(len(row))),
    ]
    first = sources.first_option
    names = tuple(
        f"turns[{sources.source_id[source]}|{option - int(first[source])}]"
        for option, source in zip(chosen.tolist(), options.source[chosen].tolist(), strict=True)
    )
    return row_block("turns", names, (np.zeros(len(names)), np.full(len(names), np.inf)), entries)
