"""From the rows of a ledger of hours to the hours of each source of a problem."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import fsum

import numpy as np

from planner.errors import Finding, Place, Severity, finding, has_errors
from planner.problem import PlanProblem, SeasonHours
from planner.problem.records import Floats
from planner.season.records import HoursLedger, HoursRow

__all__ = ["hours_by_source", "season_hours"]


def season_hours(
    ledger: HoursLedger, problem: PlanProblem, tolerance: float
) -> tuple[SeasonHours | None, tuple[Finding, ...]]:
    """The hours of the ledger over the sources of a problem; a source that no row names has 0.

    Args:
        ledger: rows that name a source by `source_id`, or by enterprise and line; rows of one source add up.
        problem: whose sources, counted in the base, are meant.
        tolerance: share of the cheapest cost that evening may add.

    Returns:
        None where a row names several sources; a row that names none is a warning, for the line may no longer run.
    """
    sources = problem.sources
    keys = tuple(zip(sources.enterprise_id, sources.line_id, strict=True))
    stopped, findings = hours_by_source(ledger, sources.source_id, keys)
    if stopped is None:
        return None, findings
    return SeasonHours(stopped_hours=stopped, tolerance=tolerance, ledger_sha256=ledger.sha256), findings


def hours_by_source(
    ledger: HoursLedger, source_ids: Sequence[str], keys: Sequence[tuple[str, str]]
) -> tuple[Floats | None, tuple[Finding, ...]]:
    """(n,) the hours of the ledger for each source, hours; a source that no row names has 0.

    Args:
        keys: enterprise and line of each source, for rows that name no source.

    Returns:
        None where a row names several sources; a row that names none is a warning, for the line may no longer run.
    """
    named = {name: index for index, name in enumerate(source_ids)}
    lines: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        lines[key].append(index)
    places = [(row, _places(row, named, lines)) for row in ledger.rows]
    findings = tuple(_strangers(ledger, places))
    hours: defaultdict[int, list[float]] = defaultdict(list)
    for row, found in places:
        for index in found[:1]:
            hours[index].append(row.stopped_hours)
    stopped = np.array([fsum(hours[index]) for index in range(len(source_ids))])
    return (None if has_errors(findings) else stopped), findings


def _places(row: HoursRow, named: dict[str, int], lines: dict[tuple[str, str], list[int]]) -> list[int]:
    if row.source_id:
        return [named[row.source_id]] if row.source_id in named else []
    return lines.get((row.enterprise_id, row.line_id), [])


def _strangers(ledger: HoursLedger, places: list[tuple[HoursRow, list[int]]]) -> Iterator[Finding]:
    for row, found in places:
        where, name = Place(file=ledger.file, row=row.row), row.source_id or f"{row.enterprise_id} {row.line_id}"
        if not found:
            yield finding("season.hours.stranger", Severity.WARNING, where, value=name)
        elif len(found) > 1:
            yield finding("season.source.ambiguous", where=where, value=name, count=len(found))
    times = Counter(found[0] for _, found in places if len(found) == 1)
    for row, found in places:
        if len(found) == 1 and times[found[0]] > 1:
            name = row.source_id or f"{row.enterprise_id} {row.line_id}"
            yield finding("season.hours.added", Severity.NOTE, Place(file=ledger.file, row=row.row), value=name)
