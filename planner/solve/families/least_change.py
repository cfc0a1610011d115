"""Family 10: least change from the order in force."""

import numpy as np

from planner.plan.changes import ChangeTable, change_table
from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Floats, Indices
from planner.solve.rows import Columns, Row, row_block, taken_constants

__all__ = ["least_change_rows"]


def least_change_rows(problem: PlanProblem, columns: Columns) -> Row:
    """changed[e] - sum of take[i, o] over o in D(i) >= 0, and sum of changed[e] <= K - U.

    Symbols: changed[e] in {0, 1} whether enterprise e is told something else than by the order in force; D(i) the
    options of its source i that tell something else; K the most changes, of which U are made whatever is chosen;
    without a K the last row is absent (then changed[e] carries the price of a change).
    Reference: the order in force; no clause asks for it: it is the command staff's own limit.
    """
    order = problem.order_in_force
    if order is None or not order.binds:
        return row_block("least_change", (), (np.zeros(0), np.zeros(0)), [])
    table = change_table(problem)
    source, option = _differing(problem, columns, table)
    rows, row = np.unique(source, return_inverse=True)
    owner = table.owner[rows]
    names = [f"least_change[{problem.sources.source_id[index]}]" for index in rows.tolist()]
    entries: list[tuple[Indices, Indices, Floats]] = [
        (np.arange(len(rows)), columns.changed[owner], np.ones(len(rows))),
        (row, columns.option[option], -np.ones(len(option))),
    ]
    lower = np.zeros(len(rows))
    if order.most_changes is not None:
        counted = columns.changed[columns.changed != NO_INDEX]
        entries.append((np.full(len(counted), len(rows)), counted, -np.ones(len(counted))))
        names.append("least_change[most]")
        lower = np.append(lower, float(int(table.unavoidable.sum()) - order.most_changes))
    return row_block("least_change", tuple(names), (lower, np.full(len(lower), np.inf)), entries)


def _differing(problem: PlanProblem, columns: Columns, table: ChangeTable) -> tuple[Indices, Indices]:
    """Source and option of what differs, where there is a choice and the enterprise is not changed anyway."""
    counted = table.differs & ~table.unavoidable[table.owner][problem.options.source]
    counted[taken_constants(columns)] = False
    option = np.flatnonzero(counted)
    return problem.options.source[option], option
