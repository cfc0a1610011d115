"""What several sources owe together, recomputed from the tables of a problem by the referee's own arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

from planner.plan import AuditCheck
from planner.problem import PlanProblem
from planner.problem.records import Indices
from planner.problem.side_tables import BandTable, FeedTable, KeptTable, StackTable

__all__ = ["SideRow", "check_side_tables", "side_rows_of"]

CODE = "audit.side_tables"
TINY = 1e-9
Kept = list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """One row: by how much a choice misses what is asked (negative: room), and what of it is waived."""

    name: str
    missing: float
    waived: float


def check_side_tables(problem: PlanProblem, chosen: Indices) -> Iterator[AuditCheck]:
    """One check over all families, the place the first row that is not kept; none where the problem has no tables."""
    if problem.side is None:
        return
    broken = [row.name for row in side_rows_of(problem, chosen) if row.missing > row.waived + TINY]
    yield AuditCheck(
        code=CODE, passed=not broken, place=broken[0] if broken else "", found=str(len(broken)) if broken else ""
    )


def side_rows_of(problem: PlanProblem, chosen: Indices) -> Iterator[SideRow]:
    """Every row of the problem's side tables under chosen options."""
    side, kept = problem.side, problem.options.kept_share[chosen].tolist()
    if side is None:
        return
    for family in ("heat_first", "output_first", "co_disposal", "supply_floor"):
        yield from _floors(family, getattr(side, family), kept)
    yield from _feeds(side.upstream_feed, kept)
    yield from _stacks(side.shared_stack, kept)
    yield from _bands(side.county_band, kept)


def _floors(family: str, table: KeptTable | None, kept: Kept) -> Iterator[SideRow]:
    """Of each floor's quantity the asked share runs."""
    if table is None:
        return
    for index, label in enumerate(table.label):
        members = _run(table.first_member, index)
        runs = fsum(float(table.weight[at]) * kept[int(table.member[at])] for at in members)
        yield _row(f"{family}[{label}]", float(table.asked[index]) - runs, table.waived[index])


def _feeds(table: FeedTable | None, kept: Kept) -> Iterator[SideRow]:
    """No line runs above what is left of its feed."""
    if table is None:
        return
    for index, label in enumerate(table.label):
        feeders = _run(table.first_feeder, index)
        lost = fsum(float(table.share[at]) * (1.0 - kept[int(table.feeder[at])]) for at in feeders)
        yield _row(f"upstream_feed[{label}]", kept[int(table.line[index])] - (1.0 - lost), table.waived[index])


def _stacks(table: StackTable | None, kept: Kept) -> Iterator[SideRow]:
    """While a line runs at all, its unit has the least load that it works at."""
    if table is None:
        return
    for index, label in enumerate(table.label):
        members = _run(table.first_member, index)
        load = fsum(float(table.weight[at]) * kept[int(table.member[at])] for at in members)
        for at in members:
            asked = float(table.least[index]) if kept[int(table.member[at])] > 0.0 else 0.0
            yield _row(f"shared_stack[{label}]", asked - load, table.waived[at])


def _bands(table: BandTable | None, kept: Kept) -> Iterator[SideRow]:
    """Each county's stopped share of value added lies within its band of the city's."""
    if table is None:
        return
    value, place = table.value.tolist(), table.place.tolist()
    stops = [worth * (1.0 - share) for worth, share in zip(value, kept, strict=True)]
    city = fsum(stops) / fsum(value)
    whole, stopped = _by_county(value, place, len(table.county)), _by_county(stops, place, len(table.county))
    for index, label in enumerate(table.label):
        at = int(table.side[index])
        beyond = stopped[at] / whole[at] - city if table.above[index] else city - stopped[at] / whole[at]
        yield _row(f"county_band[{label}]", beyond - float(table.band[index]), table.waived[index])


def _row(name: str, missing: float, waived: float) -> SideRow:
    return SideRow(name=name, missing=missing, waived=float(waived))


def _by_county(values: list[float], place: list[int], counties: int) -> list[float]:
    found: list[list[float]] = [[] for _ in range(counties)]
    for value, at in zip(values, place, strict=True):
        if at >= 0:
            found[at].append(value)
    return [fsum(items) for items in found]


def _run(first: Indices, index: int) -> range:
    return range(int(first[index]), int(first[index + 1]))
