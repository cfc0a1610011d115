"""Family 7, the book: what a laxer level chooses of a source, a stricter level takes from it as well."""

import numpy as np

from planner.problem import PlanProblem
from planner.problem.nesting import deepest_shares, level_pairs
from planner.problem.records import Flags, Floats, Indices
from planner.solve.rows import Columns, Row, row_block

__all__ = ["nesting_rows"]

TINY = 1e-9
Triples = tuple[Indices, Indices, Floats]


def nesting_rows(problems: tuple[PlanProblem, ...], columns: tuple[Columns, ...]) -> Row:
    """sum of take[b, i, o'] over kept(o') <= max(kept(o), deepest[b, i]) >= sum of take[a, i, o''] over o'' from o on.

    Symbols: a, b a laxer and a stricter level; i a source; o an option of i at level a beyond the obligation; o'' the
    options of i at level a that keep no more than o; kept the share of normal activity kept; deepest the least that
    level b's menu keeps. The levels' columns stand one behind the other. Rows that cannot be broken are left out.
    Reference: design, family 7; upgrading a warning adds measures and takes none back.
    """
    offset = np.cumsum([0, *(item.count for item in columns)])
    names: list[str] = []
    entries: list[Triples] = []
    lower: list[Floats] = []
    for one, two in level_pairs():
        options = _bound_options(problems[one], problems[two], columns[one])
        start = len(names)
        names += _names(problems[one], problems[two], options)
        taken, given = _same_or_less(problems[one], options), _less_than(problems[one], options, problems[two])
        lower.append(0.0 - _constants(given, columns[two].option))
        for (row, option), level, sign in ((taken, one, -1.0), (given, two, 1.0)):
            column = columns[level].option[option]
            real = column >= 0
            entries.append(
                (row[real] + start, column[real] + offset[level], np.full(int(real.sum()), sign, dtype=float))
            )
    sides = np.concatenate(lower)
    return row_block("nesting", tuple(names), (sides, np.full(len(sides), np.inf)), entries)


def _bound_options(laxer: PlanProblem, stricter: PlanProblem, columns: Columns) -> Indices:
    """Options of the laxer level, beyond its obligations and up for choice, that bind the stricter level."""
    first = np.zeros(laxer.options.count, dtype=bool)
    first[laxer.sources.first_option[:-1]] = True
    source = laxer.options.source
    most = np.maximum(laxer.options.kept_share, deepest_shares(stricter)[source])
    shallowest = stricter.options.kept_share[stricter.sources.first_option[:-1]][source]
    return np.flatnonzero(~first & (columns.option >= 0) & (most < shallowest - TINY))


def _same_or_less(laxer: PlanProblem, options: Indices) -> tuple[Indices, Indices]:
    """(row, option): of each option those of its source's menu that keep no more, the obligation never among them."""
    return _menu_pairs(laxer, laxer.options.source[options], laxer.options.kept_share[options], skip_first=True)


def _less_than(laxer: PlanProblem, options: Indices, stricter: PlanProblem) -> tuple[Indices, Indices]:
    """(row, option): of each option those of the stricter level that it allows."""
    source = laxer.options.source[options]
    most = np.maximum(laxer.options.kept_share[options], deepest_shares(stricter)[source])
    return _menu_pairs(stricter, source, most, skip_first=False)


def _menu_pairs(problem: PlanProblem, source: Indices, most: Floats, *, skip_first: bool) -> tuple[Indices, Indices]:
    first = problem.sources.first_option
    size = first[source + 1] - first[source]
    row = np.repeat(np.arange(len(source)), size)
    option = np.arange(len(row)) - np.repeat(np.cumsum(size) - size, size) + first[source][row]
    fits: Flags = problem.options.kept_share[option] <= most[row] + TINY
    if skip_first:
        fits &= option != first[source][row]
    return row[fits], option[fits]


def _constants(given: tuple[Indices, Indices], column: Indices) -> Floats:
    """(rows,) how many of the allowed options are taken whatever is decided."""
    row, option = given
    count = int(row.max(initial=-1)) + 1
    return np.bincount(row, weights=(column[option] < 0).astype(float), minlength=count).astype(float)


def _names(laxer: PlanProblem, stricter: PlanProblem, options: Indices) -> list[str]:
    first, ids = laxer.sources.first_option, laxer.sources.source_id
    pair = f"{laxer.header.level}|{stricter.header.level}"
    return [
        f"nesting[{pair}|{ids[source]}|{option - int(first[source])}]"
        for option, source in zip(options.tolist(), laxer.options.source[options].tolist(), strict=True)
    ]
