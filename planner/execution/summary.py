"""Counts of the daily report (每日一报): ordered, acknowledged, checked and executed firms by county."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.execution.records import EmissionFinding, MeterFinding, MeterState, SiteCheck, VisitOutcome

__all__ = ["CountyCount", "count_by_county"]

JUDGED = (MeterState.KEPT, MeterState.TOO_MUCH)
SEEN = (VisitOutcome.AS_ORDERED, VisitOutcome.PARTLY, VisitOutcome.NOT_STOPPED)
BROKEN = (VisitOutcome.PARTLY, VisitOutcome.NOT_STOPPED)
REACHED = ("delivered", "acknowledged", "contested")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyCount:
    """The firms of a county; whoever is counted in a later number is counted in `ordered` too.

    Attributes:
        delivered: whoever answered at all; `acknowledged` and `contested` are among them.
        checked: by meter, CEMS or on site; `broken` found not to execute, or only in part, by any of them.
        no_entry: where inspectors were not let in and nothing else was measured.
    """

    county_code: str
    ordered: int
    acknowledged: int
    contested: int
    checked: int
    broken: int
    delivered: int = 0
    no_entry: int = 0


def count_by_county(
    ordered: dict[str, str],
    receipts: dict[str, str],
    readings: Iterable[MeterFinding | EmissionFinding],
    visits: Iterable[SiteCheck],
) -> tuple[CountyCount, ...]:
    """The counts of every county with an order, by code.

    Args:
        ordered: county code of each firm with an order.
        receipts: last receipt of a firm: delivered, acknowledged or contested.
        readings: findings of meters and CEMS of the day.
        visits: of the day; of each firm and line the last one counts, and a firm is as its worst line.
    """
    last = {(visit.owner, visit.source_id): visit for visit in sorted(visits, key=lambda item: item.at)}
    judged = [item for item in readings if item.state in JUDGED]
    checked = {item.enterprise_id for item in judged} | {item.owner for item in last.values() if item.outcome in SEEN}
    broken = {item.enterprise_id for item in judged if item.state is MeterState.TOO_MUCH}
    broken |= {item.owner for item in last.values() if item.outcome in BROKEN}
    shut = {item.owner for item in last.values() if item.outcome is VisitOutcome.NO_ENTRY} - checked
    found = (checked, broken, shut)
    return tuple(_count(county, ordered, receipts, found) for county in sorted(set(ordered.values())))


def _count(
    county: str, ordered: dict[str, str], receipts: dict[str, str], found: tuple[set[str], set[str], set[str]]
) -> CountyCount:
    firms = {firm for firm, code in ordered.items() if code == county}
    said = [receipts.get(firm, "") for firm in firms]
    checked, broken, shut = found
    return CountyCount(
        county_code=county,
        ordered=len(firms),
        delivered=sum(item in REACHED for item in said),
        acknowledged=said.count("acknowledged"),
        contested=said.count("contested"),
        checked=len(firms & checked),
        broken=len(firms & broken),
        no_entry=len(firms & shut),
    )
