"""The change order: whom a plan tells something else than the order in force, from what to what."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from planner.plan.changes import ChangeTable, change_table
from planner.problem import OrderInForce, PlanProblem
from planner.problem.records import Indices

__all__ = ["ChangeKind", "ChangeOrder", "ChangedFirm", "ChangedSource", "Told", "find_changes"]


class ChangeKind(StrEnum):
    """What a change means to the enterprise.

    `new`: told nothing before; `released`: told nothing now; `stricter`, `looser`: no source keeps more, none keeps
    less, than before; `other`: other words at the same load, or both ways at once.
    """

    NEW = "new"
    RELEASED = "released"
    STRICTER = "stricter"
    LOOSER = "looser"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a source is told: measures and the permitted share of normal activity, 0..1."""

    measures: tuple[str, ...]
    kept_share: float


NOTHING = Told(measures=(), kept_share=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedSource:
    """A source that is told something else; `listed_before`, `listed_now` whether the lists hold it."""

    source_id: str
    before: Told
    after: Told
    listed_before: bool
    listed_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFirm:
    """An enterprise (fleet, site) that is told something else.

    Attributes:
        owner: its code, or the source's id where it belongs to no enterprise.
        unavoidable: whether some source of it has no option that tells the same.
        sources: those of its sources that are told something else, by source_id.
    """

    owner: str
    name: str
    kind: ChangeKind
    unavoidable: bool
    sources: tuple[ChangedSource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOrder:
    """Everything that changes.

    Attributes:
        firms: those told something else, by owner; `unchanged` how many are told something and the very same.
        excess: how many are changed beyond the limit; 0 where it is kept or none was set.
    """

    firms: tuple[ChangedFirm, ...]
    unchanged: int
    excess: int

    @property
    def unavoidable(self) -> int:
        """How many are changed whatever is chosen."""
        return sum(item.unavoidable for item in self.firms)


def find_changes(problem: PlanProblem, chosen: Indices) -> ChangeOrder | None:
    """The change order of chosen options (n,); None where no order is in force."""
    order = problem.order_in_force
    if order is None:
        return None
    table, before = change_table(problem), _before(order)
    changed = table.changed(chosen)
    firms = _firms(problem, chosen, table, before, {table.names[index] for index in np.flatnonzero(changed).tolist()})
    told = {table.names[table.owner[index]] for index in _told(problem, chosen)}
    most = len(firms) if order.most_changes is None else order.most_changes
    return ChangeOrder(
        firms=firms,
        unchanged=len(told - {item.owner for item in firms}),
        excess=max(0, len(firms) - most),
    )


def _before(order: OrderInForce) -> dict[str, Told]:
    rows = zip(order.source_id, order.measures, order.kept_share.tolist(), strict=True)
    return {name: Told(measures=measures, kept_share=kept) for name, measures, kept in rows}


def _told(problem: PlanProblem, chosen: Indices) -> list[int]:
    """The sources that are told something."""
    speaks = np.array([len(item) > 0 for item in problem.options.measure_sets], dtype=bool)
    return list(np.flatnonzero(speaks[problem.options.measures[chosen]]).tolist())


def _firms(
    problem: PlanProblem, chosen: Indices, table: ChangeTable, before: dict[str, Told], changed: set[str]
) -> tuple[ChangedFirm, ...]:
    order = problem.order_in_force
    assert order is not None  # noqa: S101 - the caller has one
    vanished = _vanished(problem, order)
    rows, names = _sources(problem, chosen, table, before), {owner: label for owner, _, label in vanished}
    names |= {table.names[table.owner[index]]: name for index, name in enumerate(problem.sources.enterprise_name)}
    for owner, name, _ in vanished:
        gone = ChangedSource(source_id=name, before=before[name], after=NOTHING, listed_before=True, listed_now=False)
        rows.setdefault(owner, []).append(gone)
    told_now = {table.names[table.owner[index]] for index in _told(problem, chosen)}
    here = enumerate(problem.sources.source_id)
    told_then = {table.names[table.owner[index]] for index, name in here if name in before}
    told_then |= {owner for owner, _, _ in vanished}
    anyway = {table.names[index] for index in np.flatnonzero(table.unavoidable).tolist()}
    return tuple(
        ChangedFirm(
            owner=owner,
            name=names[owner],
            kind=_kind(rows[owner], owner in told_then, owner in told_now),
            unavoidable=owner in anyway,
            sources=tuple(sorted(rows[owner], key=lambda item: item.source_id)),
        )
        for owner in sorted(changed)
    )


def _sources(
    problem: PlanProblem, chosen: Indices, table: ChangeTable, before: dict[str, Told]
) -> dict[str, list[ChangedSource]]:
    """The sources of this list that are told something else, by owner."""
    assert problem.order_in_force is not None  # noqa: S101 - the caller has one
    newcomers = frozenset(problem.order_in_force.newcomers)
    rows: dict[str, list[ChangedSource]] = {}
    for index in np.flatnonzero(table.differs[chosen]).tolist():
        name = problem.sources.source_id[index]
        rows.setdefault(table.names[table.owner[index]], []).append(
            ChangedSource(
                source_id=name,
                before=before.get(name, NOTHING),
                after=_after(problem, int(chosen[index])),
                listed_before=name not in newcomers,
                listed_now=True,
            )
        )
    return rows


def _after(problem: PlanProblem, option: int) -> Told:
    options = problem.options
    measures = tuple(str(item) for item in options.measure_sets[options.measures[option]])
    return Told(measures=measures, kept_share=float(options.kept_share[option]))


def _vanished(problem: PlanProblem, order: OrderInForce) -> list[tuple[str, str, str]]:
    """Owner, source and name of what is told something by the order and stands in no list any more."""
    here = frozenset(problem.sources.source_id)
    rows = zip(order.enterprise_id, order.source_id, order.enterprise_name, strict=True)
    return [(firm or name, name, label) for firm, name, label in rows if name not in here]


def _kind(sources: list[ChangedSource], told_then: bool, told_now: bool) -> ChangeKind:  # noqa: FBT001
    if not (told_then and told_now):
        return ChangeKind.RELEASED if told_then else ChangeKind.NEW
    steps = [item.after.kept_share - item.before.kept_share for item in sources]
    if all(step <= 0.0 for step in steps) and any(step < 0.0 for step in steps):
        return ChangeKind.STRICTER
    if all(step >= 0.0 for step in steps) and any(step > 0.0 for step in steps):
        return ChangeKind.LOOSER
    return ChangeKind.OTHER
