"""What the daily report and the evaluation report say; lists and boards beside them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from planner.orders.papers.facts import OrderFacts, OrderRow
from planner.orders.papers.warning_facts import WarningHead

__all__ = [
    "AirDay",
    "AmountRow",
    "BoardFacts",
    "BoardLevel",
    "BoardRow",
    "CountyRow",
    "DailyFacts",
    "EvaluationFacts",
    "HoursRow",
    "PublicListFacts",
    "PublicRow",
    "board_facts",
    "public_list_facts",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyRow:
    """The firms of a county, counted; `county` its name, or the word for the total."""

    county: str
    ordered: int
    acknowledged: int
    contested: int
    checked: int
    broken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AirDay:
    """Forecast against measurement of a day: indices as text, '' where there is none."""

    day: str
    forecast: str
    measured: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyFacts:
    """The daily report (每日一报).

    Attributes:
        issue: number of the report under its warning, from 1.
        changes: what changed since the last report; `remarks`: what a person added.
    """

    head: WarningHead
    issue: int
    day: str
    counties: tuple[CountyRow, ...]
    total: CountyRow
    air: tuple[AirDay, ...] = ()
    changes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountRow:
    """Kilograms in POLLUTANTS order as text: ordered, and achieved where it is known ('' where not), and cost."""

    name: str
    ordered: tuple[str, ...]
    achieved: tuple[str, ...]
    cost: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """Hours that one version of the orders was in force."""

    version: int
    hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationFacts:
    """The evaluation after the lifting: what was ordered, what was achieved, what it cost.

    Attributes:
        pollutants: their names, in the order of the amounts.
        standstill: hours of standstill of all lines together, as they go into the season's ledger.
    """

    head: WarningHead
    since: str
    until: str
    hours: tuple[HoursRow, ...]
    pollutants: tuple[str, ...]
    total: AmountRow
    counties: tuple[AmountRow, ...]
    industries: tuple[AmountRow, ...]
    standstill: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicRow:
    """One source of the public list: no person, no telephone, no meter."""

    number: int
    county: str
    name: str
    activity: str
    grade: str
    source: str
    measure: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicListFacts:
    """The public list (公开清单): who has to do what, for everybody to read."""

    city: str
    office: str
    level: str
    response: str
    start: str
    end: str
    draft_mark: str
    exercise_mark: str
    supervision_phone: str
    issued: str
    rows: tuple[PublicRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLevel:
    """What an enterprise has to do at one level."""

    level: str
    response: str
    rows: tuple[OrderRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One line with what it has to do at each level of the board, '' where a level asks nothing of it."""

    number: int
    source: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFacts:
    """The notice board at an enterprise's gate (公示牌).

    Attributes:
        levels: one after the other, as a page of text has them; `rows`: the same lines with the levels side by side.
    """

    order: OrderFacts
    office: str
    supervision_phone: str
    levels: tuple[BoardLevel, ...]
    rows: tuple[BoardRow, ...]


def public_list_facts(orders: tuple[OrderFacts, ...], supervision: tuple[str, str]) -> PublicListFacts:
    """The public list of some orders; those of a release stand in none.

    Args:
        orders: at least one.
        supervision: the office and its telephone.
    """
    held = [order for order in orders if order.kind != "release"] or list(orders)
    first = held[0]
    rows = [(order, row) for order in held for row in order.rows]
    return PublicListFacts(
        city=first.city,
        office=supervision[0],
        level=first.level,
        response=first.response,
        start=first.start,
        end=first.end,
        draft_mark=first.draft_mark,
        exercise_mark=first.exercise_mark,
        supervision_phone=supervision[1],
        issued=first.issued,
        rows=tuple(_public(number, order, row) for number, (order, row) in enumerate(rows, start=1)),
    )


def board_facts(
    orders: tuple[OrderFacts, ...], supervision: tuple[str, str], own: OrderFacts | None = None
) -> BoardFacts:
    """The board of one enterprise.

    Args:
        orders: of this enterprise, one a level, the lowest level first; a level may ask nothing.
        supervision: the office and its telephone.
        own: the order that gives number and code; None: the last one.
    """
    levels = tuple(BoardLevel(level=item.level, response=item.response, rows=item.rows) for item in orders)
    return BoardFacts(
        order=own or orders[-1],
        office=supervision[0],
        supervision_phone=supervision[1],
        levels=levels,
        rows=_side_by_side(levels),
    )


def _side_by_side(levels: tuple[BoardLevel, ...]) -> tuple[BoardRow, ...]:
    """Every line that any level names, in the order of the highest level, then of the others."""
    told = [{key: row.measure for key, row in _keyed(item.rows)} for item in levels]
    keys = dict.fromkeys(key for item in levels[::-1] for key, _ in _keyed(item.rows))
    return tuple(
        BoardRow(number=number, source=key[0], measures=tuple(measures.get(key, "") for measures in told))
        for number, key in enumerate(keys, start=1)
    )


def _keyed(rows: tuple[OrderRow, ...]) -> Iterator[tuple[tuple[str, str, int], OrderRow]]:
    """Each row by name, activity and how many of that name came before: lines of one name stay lines of their own."""
    seen: Counter[tuple[str, str]] = Counter()
    for row in rows:
        name = (row.source, row.activity)
        yield (*name, seen[name]), row
        seen[name] += 1


def _public(number: int, order: OrderFacts, row: OrderRow) -> PublicRow:
    return PublicRow(
        number=number,
        county=order.county,
        name=order.addressee,
        activity=row.activity,
        grade=order.grade,
        source=row.source,
        measure=row.measure,
        period=row.period,
    )
