"""From one version of what is in force to the next: who is told to begin, to change, or may go back to normal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from planner.plan import Curtailment
from planner.terms import Level

__all__ = ["EnterpriseOrder", "OrderKind", "OrderLine", "lines_of", "orders_between"]


class OrderKind(StrEnum):
    """What an order says: begin, do something else from now on, or resume."""

    START = "start"
    CHANGE = "change"
    RELEASE = "release"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """What one source must do.

    Attributes:
        owner: credit code of the enterprise, or the source's own id where it belongs to none.
        kept_share: permitted share of normal activity, 0..1.
        end: None: until further notice.
        warning: the warning that the line rests on; '' where that is the one which its order is kept under.
    """

    source_id: str
    owner: str
    county: str
    level: Level
    measures: tuple[str, ...]
    kept_share: float
    start: datetime
    end: datetime | None
    citations: tuple[str, ...]
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterpriseOrder:
    """One order of one owner, addressed to its county.

    Attributes:
        lines: what holds from now on; of a release the lines that held, `end` being the moment of resumption.
    """

    owner: str
    county: str
    kind: OrderKind
    lines: tuple[OrderLine, ...]


def lines_of(level: Level, curtailments: Iterable[Curtailment], counties: dict[str, str]) -> Iterator[OrderLine]:
    """The order lines of a plan.

    Args:
        counties: county code of each source.
    """
    for item in curtailments:
        yield OrderLine(
            source_id=item.source_id,
            owner=item.enterprise_id or item.source_id,
            county=counties[item.source_id],
            level=level,
            measures=item.measures,
            kept_share=item.kept_share,
            start=item.start,
            end=item.end,
            citations=item.citations,
        )


def orders_between(
    before: Iterable[OrderLine], after: Iterable[OrderLine], now: datetime
) -> tuple[EnterpriseOrder, ...]:
    """One order for every owner whose lines differ from now on, by county and owner; who is told the same gets none.

    Args:
        before, after: the lines in force until now and from now on; none before an issue, none after a lifting.
        now: the moment of resumption of those who are released; a change never begins before it.
    """
    held, wanted = _by_owner(before, now), _by_owner(after, now)
    orders = []
    for owner in sorted({*held, *wanted}):
        old, new = held.get(owner, ()), wanted.get(owner, ())
        if _said(old, now) != _said(new, now):
            kind = OrderKind.CHANGE if old and new else OrderKind.START if new else OrderKind.RELEASE
            lines = _ordered(kind, old, new, now)
            orders.append(EnterpriseOrder(owner=owner, county=lines[0].county, kind=kind, lines=lines))
    return tuple(sorted(orders, key=lambda item: (item.county, item.owner)))


def _by_owner(lines: Iterable[OrderLine], now: datetime) -> dict[str, tuple[OrderLine, ...]]:
    """The lines of each owner that are not over."""
    found: dict[str, list[OrderLine]] = {}
    for line in sorted(lines, key=lambda item: (item.source_id, item.start)):
        if line.end is None or now < line.end:
            found.setdefault(line.owner, []).append(line)
    return {owner: tuple(items) for owner, items in found.items()}


def _said(lines: tuple[OrderLine, ...], now: datetime) -> tuple[tuple[object, ...], ...]:
    """What its owner is told: clauses may change without anybody having to do something else."""
    return tuple(
        (item.source_id, item.measures, item.kept_share, max(item.start, now), item.end, item.warning) for item in lines
    )


def _ordered(
    kind: OrderKind, old: tuple[OrderLine, ...], new: tuple[OrderLine, ...], now: datetime
) -> tuple[OrderLine, ...]:
    if kind is OrderKind.RELEASE:
        first = {line.source_id: line for line in reversed(old)}
        return tuple(replace(line, end=now) for line in old if first[line.source_id] is line)
    if kind is OrderKind.CHANGE:
        return tuple(replace(line, start=max(line.start, now)) for line in new)
    return new
