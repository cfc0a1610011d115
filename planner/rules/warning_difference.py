"""What changed in the law of warnings of a city from one day to another: standard, criteria, variants."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.rules.difference import ChangeKind
from planner.rules.records import Instrument
from planner.rules.warning_in_force import WarningInForce
from planner.rules.warning_records import AqiStandard, CriteriaSet

__all__ = ["AboveChange", "BreakpointChange", "LawPart", "WarningChange", "compare_warning_law"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPart:
    """A standard, a regime or a variant with the instrument that it cites."""

    content: AqiStandard | CriteriaSet
    instrument: Instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakpointChange:
    """The concentration at one sub-index of one column; None where a standard does not know it."""

    item: str
    iaqi: int
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboveChange:
    """What speaks above the last concentration of a short column: a fixed sub-index or another column."""

    item: str
    highest: float
    before: int | str
    after: int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningChange:
    """One part of the law of warnings that is not what it was; a standard or regime has both sides, a variant one.

    Attributes:
        kind: added, ended, another content, or another source of the same content.
        breakpoints, above: what changed in a standard's table; the rest of it stays.
        daily_before, daily_after: columns that only the one standard uses for a day's index.
    """

    kind: ChangeKind
    before: LawPart | None
    after: LawPart | None
    breakpoints: tuple[BreakpointChange, ...] = ()
    above: tuple[AboveChange, ...] = ()
    daily_before: tuple[str, ...] = ()
    daily_after: tuple[str, ...] = ()


def compare_warning_law(before: WarningInForce | None, after: WarningInForce | None) -> tuple[WarningChange, ...]:
    """Standard, regime and variants that differ between two days of one city; nothing where a day has no law."""
    if before is None or after is None:
        return ()
    return (*_standards(before, after), *_sets(before, after))


def _standards(before: WarningInForce, after: WarningInForce) -> Iterator[WarningChange]:
    old, new = before.standard, after.standard
    if old.id == new.id:
        return
    yield WarningChange(
        kind=ChangeKind.VALUE_CHANGED,
        before=_part(old, before),
        after=_part(new, after),
        breakpoints=tuple(_breakpoints(old, new)),
        above=tuple(_above(old, new)),
        daily_before=tuple(item for item in old.daily_items if item not in new.daily_items),
        daily_after=tuple(item for item in new.daily_items if item not in old.daily_items),
    )


def _breakpoints(old: AqiStandard, new: AqiStandard) -> Iterator[BreakpointChange]:
    then, now = _table(old), _table(new)
    for item, iaqi in sorted(then.keys() | now.keys()):
        was, is_now = then.get((item, iaqi)), now.get((item, iaqi))
        if was != is_now:
            yield BreakpointChange(item=item, iaqi=iaqi, before=was, after=is_now)


def _table(standard: AqiStandard) -> dict[tuple[str, int], float]:
    rows = ((item.code, zip(standard.steps, item.breakpoints, strict=False)) for item in standard.items)
    return {(code, iaqi): value for code, row in rows for iaqi, value in row}


def _above(old: AqiStandard, new: AqiStandard) -> Iterator[AboveChange]:
    known = {item.code: item for item in old.items}
    for item in new.items:
        was = known.get(item.code)
        if was is not None and (was.above_iaqi, was.above_item) != (item.above_iaqi, item.above_item):
            before, after = (side.above_item or side.above_iaqi or 0 for side in (was, item))
            yield AboveChange(item=item.code, highest=item.breakpoints[-1], before=before, after=after)


def _sets(before: WarningInForce, after: WarningInForce) -> Iterator[WarningChange]:
    if before.regime != after.regime:
        same = before.regime.criteria == after.regime.criteria
        kind = ChangeKind.SOURCE_CHANGED if same else ChangeKind.VALUE_CHANGED
        yield WarningChange(kind=kind, before=_part(before.regime, before), after=_part(after.regime, after))
    old, new = ({item.id: item for item in law.variants} for law in (before, after))
    for name in sorted(new.keys() - old.keys()):
        yield WarningChange(kind=ChangeKind.ADDED, before=None, after=_part(new[name], after))
    for name in sorted(old.keys() - new.keys()):
        yield WarningChange(kind=ChangeKind.ENDED, before=_part(old[name], before), after=None)


def _part(content: AqiStandard | CriteriaSet, law: WarningInForce) -> LawPart:
    return LawPart(content=content, instrument=law.instrument(content.source.instrument))
