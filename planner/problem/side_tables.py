"""The tables of what several sources owe together, one a family; sources by index, never options.

Every table says by how much each of its rows is *waived*: what the obligations alone already miss of it. So no family
makes a plan impossible by itself, and a finding tells what is waived.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["BandTable", "FeedTable", "KeptTable", "SideTables", "StackTable"]

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KeptTable:
    """k floors under what keeps running together.

    Attributes:
        first_member: (k + 1,) start of each floor's members in `member` and `weight`.
        member: source index; `weight` its share of the floor's whole quantity, adding to 1 in each floor.
        asked: (k,) least share of the quantity that keeps running, 0..1; `waived` (k,) share taken off it.
        citation, label: (k,) id of the rule behind the floor, and what it stands over.
    """

    first_member: Indices
    member: Indices
    weight: Floats
    asked: Floats
    waived: Floats
    citation: tuple[str, ...]
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeedTable:
    """k lines that others feed.

    Attributes:
        line: (k,) the line that is fed.
        first_feeder: (k + 1,) start of each line's feeders in `feeder` and `share`.
        feeder: source index; `share` share of the line's normal feed that comes from it, adding to at most 1 a line.
        waived: (k,) share of normal activity by which the line may run above what it is fed.
        citation: id of the rule that turns the family on; `label` (k,) source id of the line.
    """

    line: Indices
    first_feeder: Indices
    feeder: Indices
    share: Floats
    waived: Floats
    citation: str
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StackTable:
    """k treatment units that several lines share.

    Attributes:
        first_member: (k + 1,) start of each unit's lines in `member`, `weight` and `waived`.
        member: source index; `weight` its share of the unit's normal load, adding to 1 in each unit.
        least: (k,) share of its normal load below which the unit does not work, 0..1.
        waived: one a member: share of the unit's load by which it may fall short while that line runs.
        citation: id of the rule that turns the family on; `label` (k,) `enterprise_id/stack_id`.
    """

    first_member: Indices
    member: Indices
    weight: Floats
    least: Floats
    waived: Floats
    citation: str
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BandTable:
    """k sides of county bands: how far the stopped share of a county's value added may lie from the city's.

    Attributes:
        value: (n,) listed value added of each source, yuan a day; 0 for what is no line or boiler.
        place: (n,) index into `county`, NO_INDEX where the value is 0.
        county: code of each county with any value added.
        side: (k,) index into `county`; `above` (k,) whether the side bounds the county from above, else from below.
        band: (k,) share by which the county may lie beyond the city, 0..1; `waived` (k,) what is added to it.
        citation: (k,) rule id.
    """

    value: Floats
    place: Indices
    county: tuple[str, ...]
    side: Indices
    above: NDArray[np.bool_]
    band: Floats
    waived: Floats
    citation: tuple[str, ...]

    @property
    def label(self) -> tuple[str, ...]:
        """`county|above` or `county|below`, one a side."""
        sides = zip(self.side.tolist(), self.above.tolist(), strict=True)
        return tuple(f"{self.county[at]}|{'above' if above else 'below'}" for at, above in sides)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SideTables:
    """The families that are turned on and have something to say; None for the others."""

    heat_first: KeptTable | None = None
    output_first: KeptTable | None = None
    co_disposal: KeptTable | None = None
    supply_floor: KeptTable | None = None
    upstream_feed: FeedTable | None = None
    shared_stack: StackTable | None = None
    county_band: BandTable | None = None
