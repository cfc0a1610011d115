"""What the reader must know of a city and of the rules to give cells their meaning."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from planner.inventory.meaning.names import (
    CodedName,
    extra_industries,
    former_counties,
    industry_classes,
    names_for,
)

__all__ = ["MeaningContext", "meaning_context"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningContext:
    """Names and numbers; a spelling maps to its code.

    Attributes:
        counties: today's counties and zones of the city; `former` the names and codes of old.
        industries: key industries of the guide, and `none`.
        processes: for each key industry its processes.
        classes: classes of GB/T 4754.
        days_per_year: days by which a year's amount is divided where the row gives none.
    """

    counties: Mapping[str, str] = field(default_factory=dict)
    former: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    industries: Mapping[str, str] = field(default_factory=dict)
    processes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    days_per_year: float


def meaning_context(
    city_code: str,
    counties: Iterable[CodedName],
    industries: Iterable[CodedName],
    processes: Iterable[CodedName],
    days_per_year: float,
) -> MeaningContext:
    """The context of a city.

    Args:
        city_code: GB/T 2260 code of the city.
        counties: its counties and zones.
        industries: key industries of the rules; `processes` theirs, each with its industry as parent.
        days_per_year: the city's convention, 1..366.
    """
    areas, kinds, steps = tuple(counties), tuple(industries), tuple(processes)
    return MeaningContext(
        counties=names_for(areas, counties=True),
        former=former_counties(city_code, (item.code for item in areas)),
        industries=names_for((*kinds, *extra_industries(item.code for item in kinds))),
        processes={kind.code: names_for(item for item in steps if item.parent == kind.code) for kind in kinds},
        classes=names_for(industry_classes()),
        days_per_year=days_per_year,
    )
