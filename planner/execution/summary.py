"""Counts of the daily report (每日一报): ordered, acknowledged, checked and executed firms by county."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.execution.records import MeterFinding, MeterState, SiteCheck

__all__ = ["CountyCount", "count_by_county"]

BROKEN = (MeterState.TOO_MUCH,)
JUDGED = (MeterState.KEPT, MeterState.TOO_MUCH)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyCount:
    """The firms of a county; whoever is counted in a later number is counted in `ordered` too.

    Attributes:
        checked: by meter or on site; `broken` found not to execute by either.
    """

    county_code: str
    ordered: int
    acknowledged: int
    contested: int
    checked: int
    broken: int


def count_by_county(
    ordered: dict[str, str],
    receipts: dict[str, str],
    meters: Iterable[MeterFinding],
    visits: Iterable[SiteCheck],
) -> tuple[CountyCount, ...]:
    """The counts of every county with an order, by code.

    Args:
        ordered: county code of each firm with an order.
        receipts: last receipt of a firm: delivered, acknowledged or contested.
        meters: findings of the day; `visits` of the day, the last one of a firm counts.
    """
    last = {visit.enterprise_id: visit for visit in sorted(visits, key=lambda item: item.at)}
    judged = [item for item in meters if item.state in JUDGED]
    checked = {item.enterprise_id for item in judged} | set(last)
    broken = {item.enterprise_id for item in judged if item.state in BROKEN}
    broken |= {firm for firm, visit in last.items() if not visit.is_executed}
    return tuple(_count(county, ordered, receipts, checked, broken) for county in sorted(set(ordered.values())))


def _count(
    county: str, ordered: dict[str, str], receipts: dict[str, str], checked: set[str], broken: set[str]
) -> CountyCount:
    firms = {firm for firm, code in ordered.items() if code == county}
    said = [receipts.get(firm, "") for firm in firms]
    return CountyCount(
        county_code=county,
        ordered=len(firms),
        acknowledged=said.count("acknowledged"),
        contested=said.count("contested"),
        checked=len(firms & checked),
        broken=len(firms & broken),
    )
