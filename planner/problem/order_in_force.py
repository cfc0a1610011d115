"""Family 10: the order in force, as data of a problem: what each source is told now, and how much of it may change.

Sources are matched by source_id alone, so that list, level, targets and rule day may all differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from planner.terms import Level

__all__ = ["OrderInForce", "wrong_order"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrderInForce:
    """A former plan as its firms know it: k sources that are told something, by source_id.

    Attributes:
        plan_sha256: of the former plan; `level` to `end` as its order says.
        measures: (k,) what each source is told; never empty. `kept_share` (k,) permitted share of normal activity.
        newcomers: sources of this problem that the former plan's list did not hold, by source_id.
        most_changes: at most so many enterprises may be told something else; None: any number.
        change_price_yuan: what a changed enterprise counts beside the cost, yuan; None: nothing.
    """

    plan_sha256: str
    level: Level
    on: date
    start: datetime
    end: datetime | None
    source_id: tuple[str, ...]
    enterprise_id: tuple[str, ...]
    enterprise_name: tuple[str, ...]
    measures: tuple[tuple[str, ...], ...]
    kept_share: NDArray[np.float64]
    newcomers: tuple[str, ...] = ()
    most_changes: int | None = None
    change_price_yuan: float | None = None

    @property
    def count(self) -> int:
        """Number of sources k that are told something."""
        return len(self.source_id)

    @property
    def binds(self) -> bool:
        """Whether the order takes part in the search: as a limit of changes or as their price."""
        return self.most_changes is not None or bool(self.change_price_yuan)


def wrong_order(order: OrderInForce) -> Iterator[tuple[str, str]]:
    """(field, what is wrong) of an order whose columns contradict each other."""
    columns = (order.enterprise_id, order.enterprise_name, order.measures, order.kept_share)
    if any(len(column) != order.count for column in columns):
        yield "order_in_force", str(tuple(len(column) for column in columns))
    if list(order.source_id) != sorted(set(order.source_id)):
        yield "order_in_force.source_id", "not unique and sorted"
    if list(order.newcomers) != sorted(set(order.newcomers)) or set(order.newcomers) & set(order.source_id):
        yield "order_in_force.newcomers", "not unique and sorted, or told something before"
    if not all(order.measures):
        yield "order_in_force.measures", "empty"
    yield from _wrong_numbers(order)


def _wrong_numbers(order: OrderInForce) -> Iterator[tuple[str, str]]:
    if order.kept_share.size and not bool(np.all((order.kept_share >= 0.0) & (order.kept_share <= 1.0))):
        yield "order_in_force.kept_share", "outside 0..1"
    if order.most_changes is not None and order.most_changes < 0:
        yield "order_in_force.most_changes", str(order.most_changes)
    if order.change_price_yuan is not None and order.change_price_yuan < 0.0:
        yield "order_in_force.change_price_yuan", str(order.change_price_yuan)
    if order.most_changes is not None and order.change_price_yuan is not None:
        yield "order_in_force", "most_changes and change_price_yuan"
