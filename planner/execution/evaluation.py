"""Ordered against achieved: the kilograms that a warning asked for, and how much of them checks show."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import fsum

from planner.execution.achieved import Achieved, DayRow
from planner.execution.records import EmissionFinding, MeterFinding, SiteCheck
from planner.terms import BEIJING, POLLUTANTS

__all__ = ["AirDay", "Evaluation", "LineHeld", "OrderedAmount", "evaluate_lines"]

HOURS_OF_DAY = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LineHeld:
    """What one version of the orders asked of one source while it held.

    Attributes:
        start, end: from when until when, with offset.
        kg_per_day: of each pollutant in POLLUTANTS order; `cost_yuan_per_day` as its plan counts it.
    """

    source_id: str
    owner: str
    county: str
    industry: str
    start: datetime
    end: datetime
    kept_share: float
    kg_per_day: tuple[float, ...]
    cost_yuan_per_day: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedAmount:
    """What was ordered from a county or an industry over the whole warning, and what checks show of it.

    Attributes:
        kilograms: ordered of each pollutant in POLLUTANTS order; `cost_yuan` as the plans count it, by the day.
        checked: the part of them that stood on days and lines with a judged meter, CEMS or visit.
        achieved: the part of `checked` that was cut, never more than ordered.
    """

    name: str
    kilograms: tuple[float, ...]
    cost_yuan: float
    checked: tuple[float, ...] = ()
    achieved: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AirDay:
    """A day of the warning as it was forecast and as it turned out; None where it is not known."""

    day: date
    forecast: int | None
    measured: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The evaluation of a warning (事后评估): ordered against achieved, cost and hours.

    Attributes:
        hours: hours in force of each version of the orders, by version.
        by_county, by_industry: by code; `total` over all.
        line_hours: hours of standstill of each source, part load counted in part: what goes into the season's ledger.
        air: the days with their forecast and measured index.
    """

    hours: tuple[tuple[int, float], ...]
    total: OrderedAmount
    by_county: tuple[OrderedAmount, ...]
    by_industry: tuple[OrderedAmount, ...]
    line_hours: tuple[tuple[str, float], ...]
    air: tuple[AirDay, ...] = ()


def evaluate_lines(
    hours: tuple[tuple[int, float], ...],
    lines: Iterable[LineHeld],
    readings: tuple[Iterable[MeterFinding], Iterable[EmissionFinding], Iterable[SiteCheck]],
    air: tuple[AirDay, ...] = (),
) -> Evaluation:
    """The evaluation of what was held.

    Args:
        hours: hours of each version.
        lines: what each version asked of each source while it held.
        readings: findings of meters and of CEMS on whole days, and visits.
        air: the days of the warning.
    """
    held = tuple(lines)
    shown = Achieved.of(*readings)
    rows = [_row(item, shown) for item in held]
    return Evaluation(
        hours=hours,
        total=_amount("", rows),
        by_county=_grouped(rows, [item.county for item in held]),
        by_industry=_grouped(rows, [item.industry for item in held]),
        line_hours=_line_hours(held),
        air=air,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Sums of one line over its days."""

    ordered: tuple[float, ...]
    checked: tuple[float, ...]
    achieved: tuple[float, ...]
    cost: float


def _row(item: LineHeld, shown: Achieved) -> _Row:
    hours = _hours(item)
    found = [
        (place, *shown.of_day(DayRow(source_id=item.source_id, owner=item.owner, day=day, pollutant=name), kilograms))
        for day, share in _days(item)
        for place, name in enumerate(POLLUTANTS)
        for kilograms in (item.kg_per_day[place] * share,)
    ]
    by_place = range(len(POLLUTANTS))
    return _Row(
        ordered=tuple(kilograms * hours / HOURS_OF_DAY for kilograms in item.kg_per_day),
        checked=tuple(fsum(row[1] for row in found if row[0] == place) for place in by_place),
        achieved=tuple(fsum(row[2] for row in found if row[0] == place) for place in by_place),
        cost=item.cost_yuan_per_day * hours / HOURS_OF_DAY,
    )


def _hours(item: LineHeld) -> float:
    return max(0.0, (item.end - item.start) / timedelta(hours=1))


def _days(item: LineHeld) -> Iterator[tuple[date, float]]:
    """The days of Beijing that a line was held on, each with the share of it."""
    day, last = item.start.astimezone(BEIJING).date(), item.end.astimezone(BEIJING)
    while datetime.combine(day, time(), BEIJING) < last:
        begins = datetime.combine(day, time(), BEIJING)
        ends = begins + timedelta(days=1)
        yield day, (min(ends, item.end) - max(begins, item.start)) / timedelta(days=1)
        day += timedelta(days=1)


def _grouped(rows: list[_Row], names: list[str]) -> tuple[OrderedAmount, ...]:
    groups: defaultdict[str, list[_Row]] = defaultdict(list)
    for row, name in zip(rows, names, strict=True):
        groups[name].append(row)
    return tuple(_amount(name, groups[name]) for name in sorted(groups))


def _amount(name: str, rows: list[_Row]) -> OrderedAmount:
    return OrderedAmount(
        name=name,
        kilograms=_sums([row.ordered for row in rows]),
        cost_yuan=fsum(row.cost for row in rows),
        checked=_sums([row.checked for row in rows]),
        achieved=_sums([row.achieved for row in rows]),
    )


def _sums(columns: list[tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(fsum(column[place] for column in columns) for place in range(len(POLLUTANTS)))


def _line_hours(lines: Iterable[LineHeld]) -> tuple[tuple[str, float], ...]:
    hours: defaultdict[str, list[float]] = defaultdict(list)
    for item in lines:
        hours[item.source_id].append((1.0 - item.kept_share) * _hours(item))
    return tuple((name, fsum(hours[name])) for name in sorted(hours) if fsum(hours[name]) > 0.0)
