"""Which line of which order holds when: a later order of the same owner takes the place of the earlier one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from planner.episode.orders import OrderKind, OrderLine
from planner.terms import BEIJING

__all__ = ["HeldLine", "held_lines", "holds_all_day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLine:
    """An order's line with the time in which it holds; `until` None: until further notice."""

    line: OrderLine
    until: datetime | None


def held_lines(orders: Iterable[tuple[OrderKind, tuple[OrderLine, ...]]]) -> tuple[HeldLine, ...]:
    """The lines of an owner's orders with the time in which each holds.

    A change holds from the start of its lines on, a release from its moment of resumption; until then what was ordered
    before goes on.

    Args:
        orders: kind and lines of one owner's orders, the first one first.
    """
    found: list[HeldLine] = []
    for kind, lines in orders:
        begins = min((_begin(kind, line) for line in lines), default=None)
        if begins is not None:
            found = [_cut(item, begins) for item in found]
        if kind is not OrderKind.RELEASE:
            found += [HeldLine(line=line, until=line.end) for line in lines]
    return tuple(item for item in found if item.until is None or item.line.start < item.until)


def holds_all_day(held: HeldLine, day: date) -> bool:
    """Whether a line holds all day: a day that it begins or ends on is judged as a whole day of neither."""
    begins = held.line.start.astimezone(BEIJING)
    started = day > begins.date() or (day == begins.date() and begins.time().isoformat() == "00:00:00")
    return started and (held.until is None or day < held.until.astimezone(BEIJING).date())


def _begin(kind: OrderKind, line: OrderLine) -> datetime:
    return line.end if kind is OrderKind.RELEASE and line.end is not None else line.start


def _cut(held: HeldLine, at: datetime) -> HeldLine:
    return held if held.until is not None and held.until <= at else HeldLine(line=held.line, until=at)
