"""Whether the side tables of a problem fit together and with its sources."""

from collections.abc import Iterator

import numpy as np

from planner.problem.records import NO_INDEX, Floats, Indices, PlanProblem
from planner.problem.side_tables import BandTable, FeedTable, KeptTable, StackTable

__all__ = ["side_faults"]

TINY = 1e-9


def side_faults(problem: PlanProblem) -> Iterator[tuple[str, str]]:
    """The path and the fault of every array that contradicts another; nothing for sound tables."""
    side, n = problem.side, problem.sources.count
    if side is None:
        return
    for name in ("heat_first", "output_first", "co_disposal", "supply_floor"):
        if (table := getattr(side, name)) is not None:
            yield from ((f"side.{name}.{part}", fault) for part, fault in _kept(table, n))
    if side.upstream_feed is not None:
        yield from ((f"side.upstream_feed.{part}", fault) for part, fault in _feed(side.upstream_feed, n))
    if side.shared_stack is not None:
        yield from ((f"side.shared_stack.{part}", fault) for part, fault in _stack(side.shared_stack, n))
    if side.county_band is not None:
        yield from ((f"side.county_band.{part}", fault) for part, fault in _band(side.county_band, n))


def _kept(table: KeptTable, n: int) -> Iterator[tuple[str, str]]:
    count = len(table.label)
    if {len(table.asked), len(table.waived), len(table.citation)} != {count}:
        yield "label", str(count)
        return
    yield from _spans("first_member", table.first_member, count, (table.member, table.weight))
    yield from _indices("member", table.member, n)
    yield from _shares("weight", table.weight)
    yield from _shares("asked", table.asked)
    yield from _shares("waived", table.waived)


def _feed(table: FeedTable, n: int) -> Iterator[tuple[str, str]]:
    count = len(table.label)
    if {len(table.line), len(table.waived)} != {count}:
        yield "label", str(count)
        return
    yield from _spans("first_feeder", table.first_feeder, count, (table.feeder, table.share))
    yield from _indices("line", table.line, n)
    yield from _indices("feeder", table.feeder, n)
    yield from _shares("share", table.share)
    yield from _shares("waived", table.waived)


def _stack(table: StackTable, n: int) -> Iterator[tuple[str, str]]:
    if len(table.least) != len(table.label):
        yield "label", str(len(table.label))
        return
    yield from _spans("first_member", table.first_member, len(table.label), (table.member, table.weight, table.waived))
    yield from _indices("member", table.member, n)
    for name in ("weight", "least", "waived"):
        yield from _shares(name, getattr(table, name))


def _band(table: BandTable, n: int) -> Iterator[tuple[str, str]]:
    sides = {len(table.side), len(table.above), len(table.band), len(table.waived), len(table.citation)}
    if len(sides) != 1 or (len(table.value), len(table.place)) != (n, n):
        yield "side", str(len(table.side))
        return
    yield from _indices("side", table.side, len(table.county))
    yield from _shares("band", table.band)
    places = table.place[table.place != NO_INDEX]
    if np.any((table.place == NO_INDEX) != (table.value <= 0.0)) or not _within(places, len(table.county)):
        yield "place", "not that of the value"
    if (table.value.size and float(table.value.min()) < 0.0) or set(places.tolist()) != set(range(len(table.county))):
        yield "value", "a county without any, or one below 0"
    if table.waived.size and float(table.waived.min()) < 0.0:
        yield "waived", str(float(table.waived.min()))


def _spans(name: str, first: Indices, count: int, inside: tuple[Indices | Floats, ...]) -> Iterator[tuple[str, str]]:
    """Every row has a run of entries, and the runs cover them all."""
    sizes = {len(array) for array in inside}
    if len(first) != count + 1 or first[0] != 0 or np.any(np.diff(first) <= 0) or sizes != {int(first[-1])}:
        yield name, "entries of a row are not one run"


def _indices(name: str, array: Indices, below: int) -> Iterator[tuple[str, str]]:
    if not _within(array, below):
        yield name, f"{int(array.min())}..{int(array.max())}"


def _within(array: Indices, below: int) -> bool:
    return not array.size or (int(array.min()) >= 0 and int(array.max()) < below)


def _shares(name: str, array: Floats) -> Iterator[tuple[str, str]]:
    if array.size and (float(array.min()) < -TINY or float(array.max()) > 1.0 + TINY):
        yield name, "outside 0..1"
