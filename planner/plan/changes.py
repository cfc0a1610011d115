"""Who is told something else than by the order in force: counted by enterprise, read off the options alone.

A source is told its measures and the share of normal activity that it may keep; without a measure it is told nothing.
An enterprise (a fleet or site by itself) is *changed* where any of its sources is told something else than before. A
source that stands in no list any more is told nothing now; one that stood in none before was told nothing then.
"""

from dataclasses import dataclass

import numpy as np

from planner.plan.touched import owners
from planner.problem import OrderInForce, PlanProblem
from planner.problem.records import Flags, Floats, Indices
from planner.terms import KEPT_SHARE_DIGITS

__all__ = ["ChangeTable", "change_cost", "change_table"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ChangeTable:
    """What counts as a change, over n sources, m options and e owners (enterprises, or sources of none).

    Attributes:
        owner: (n,) whose each source is; `names` (e,) their codes, those of owners in no list any more behind.
        differs: (m,) whether an option tells its source something else than the order in force.
        unavoidable: (e,) owners for whom some source has no option that tells the same: all of their plans differ.
    """

    owner: Indices
    names: tuple[str, ...]
    differs: Flags
    unavoidable: Flags

    def changed(self, chosen: Indices) -> Flags:
        """(e,) whether each owner is told something else by these options (n,)."""
        result = self.unavoidable.copy()
        result[self.owner[self.differs[chosen]]] = True
        return result

    def count(self, chosen: Indices) -> int:
        """How many owners are changed by these options (n,)."""
        return int(self.changed(chosen).sum())


def change_table(problem: PlanProblem) -> ChangeTable:
    """The table of a problem with an order in force.

    Raises:
        ValueError: where it has none.
    """
    order = problem.order_in_force
    if order is None:
        raise ValueError("order_in_force")
    place = {name: index for index, name in enumerate(problem.sources.source_id)}
    differs = _differs(problem, order, place)
    names = owners(problem)
    vanished = [index for index, name in enumerate(order.source_id) if name not in place]
    gone = [order.enterprise_id[index] or order.source_id[index] for index in vanished]
    number = {name: index for index, name in enumerate(dict.fromkeys((*sorted(set(names)), *gone)))}
    owner = np.array([number[name] for name in names], dtype=np.int64)
    first = problem.sources.first_option[:-1]
    stuck = np.logical_and.reduceat(differs, first) if len(first) else np.zeros(0, dtype=bool)
    unavoidable = np.zeros(len(number), dtype=bool)
    unavoidable[owner[stuck]] = True
    unavoidable[[number[name] for name in gone]] = True
    return ChangeTable(owner=owner, names=tuple(number), differs=differs, unavoidable=unavoidable)


def change_cost(problem: PlanProblem, chosen: Indices) -> float:
    """What the changed enterprises count beside the cost of these options, yuan; 0 without a price."""
    order = problem.order_in_force
    if order is None or not order.change_price_yuan:
        return 0.0
    return order.change_price_yuan * change_table(problem).count(chosen)


def _differs(problem: PlanProblem, order: OrderInForce, place: dict[str, int]) -> Flags:
    options, words = problem.options, {frozenset[str](): 0}
    said = np.array([_number(words, item) for item in options.measure_sets], dtype=np.int64)[options.measures]
    told, kept = np.zeros(problem.sources.count, dtype=np.int64), np.ones(problem.sources.count)
    rows = [index for index, name in enumerate(order.source_id) if name in place]
    at = [place[order.source_id[index]] for index in rows]
    told[at], kept[at] = [_number(words, order.measures[index]) for index in rows], order.kept_share[rows]
    same_words = said == told[options.source]
    same_share = _whole(options.kept_share) == _whole(kept)[options.source]
    return np.asarray(~(same_words & same_share))


def _number(words: dict[frozenset[str], int], measures: tuple[str, ...]) -> int:
    return words.setdefault(frozenset(str(item) for item in measures), len(words))


def _whole(kept_share: Floats) -> Indices:
    """Kept shares in whole units of their last digit."""
    return np.asarray(np.rint(kept_share * 10**KEPT_SHARE_DIGITS), dtype=np.int64)
