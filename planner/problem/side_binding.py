"""Which side rows a choice of options could not leave: where a source doing less would break what several owe."""

from dataclasses import dataclass

import numpy as np

from planner.problem.records import SHARE_TOLERANCE, Indices, PlanProblem
from planner.problem.side_record import SideRows
from planner.problem.side_rows import side_rows

__all__ = ["BindingRow", "binding_rows"]

CITES = {
    "heat_first": "national.together.heat_first",
    "output_first": "national.together.output_first",
    "co_disposal": "national.together.co_disposal_share",
    "upstream_feed": "national.together.upstream_feed",
    "shared_stack": "national.together.shared_stack",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BindingRow:
    """A row that would break if this source did only what it is obliged to, or as much as its menu lets.

    Attributes:
        source: index of the source.
        family, label: the row.
        citation: id of the rule behind it.
        asks_more: whether the row is why the source does more; else it is why it does no more.
    """

    source: int
    family: str
    label: str
    citation: str
    asks_more: bool


def binding_rows(problem: PlanProblem, chosen: Indices, sources: Indices) -> tuple[BindingRow, ...]:
    """The rows that hold these sources where they are, by source and row.

    Each source is moved by itself to its first option, and to its last; all others stay.
    """
    if problem.side is None:
        return ()
    rows = side_rows(problem)
    taken = np.zeros(problem.options.count, dtype=bool)
    taken[chosen] = True
    hit = taken[rows.option]
    spare = np.bincount(rows.row[hit], weights=rows.value[hit], minlength=rows.count) - rows.need
    found = []
    for source in sources.tolist():
        first, last = problem.sources.first_option[source], problem.sources.first_option[source + 1] - 1
        for end, asks_more in ((first, True), (last, False)):
            moved = _at(rows, int(end)) - _at(rows, int(chosen[source]))
            broken = np.flatnonzero(spare + moved < -SHARE_TOLERANCE).tolist()
            found += [_row(problem, rows, row, source=source, asks_more=asks_more) for row in broken]
    return tuple(found)


def _at(rows: SideRows, option: int) -> np.ndarray:
    """(k,) what an option brings to each row."""
    named = rows.option == option
    return np.bincount(rows.row[named], weights=rows.value[named], minlength=rows.count)


def _row(problem: PlanProblem, rows: SideRows, row: int, *, source: int, asks_more: bool) -> BindingRow:
    family, label = rows.family[row], rows.label[row]
    return BindingRow(
        source=source,
        family=family,
        label=label,
        citation=_citation(problem, family, label),
        asks_more=asks_more,
    )


def _citation(problem: PlanProblem, family: str, label: str) -> str:
    if family in CITES:
        return CITES[family]
    table = getattr(problem.side, family)
    return str(table.citation[table.label.index(label)])
