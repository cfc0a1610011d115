"""Orders gathered for a county or a department: whose they are, and a cover that lists them."""

from dataclasses import dataclass

from planner.orders.papers.facts import OrderFacts
from planner.orders.papers.letterhead import Letterhead

__all__ = ["Bundle", "CoverFacts", "CoverRow", "cover_facts", "orders_by_county", "orders_by_department"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bundle:
    """Orders for one addressee; `code` names its file."""

    code: str
    name: str
    orders: tuple[OrderFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverRow:
    """An order of a bundle, as its cover lists it."""

    place: int
    number: str
    addressee: str
    credit_code: str
    county: str
    title: str
    measures: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverFacts:
    """The cover of a bundle."""

    addressee: str
    office: str
    city: str
    level: str
    response: str
    start: str
    end: str
    issued: str
    draft_mark: str
    exercise_mark: str
    plan_sha256: str
    trace_sha256: str
    rows: tuple[CoverRow, ...]


def orders_by_county(orders: tuple[OrderFacts, ...], letterhead: Letterhead) -> tuple[Bundle, ...]:
    """One bundle a county, by code."""
    found: dict[str, list[OrderFacts]] = {}
    for order in orders:
        found.setdefault(order.county_code, []).append(order)
    return tuple(
        Bundle(code=code, name=letterhead.addressee.replace("{county}", held[0].county), orders=tuple(held))
        for code, held in sorted(found.items())
    )


def orders_by_department(
    orders: tuple[OrderFacts, ...], letterhead: Letterhead, sectors: tuple[tuple[str, str], ...]
) -> tuple[Bundle, ...]:
    """One bundle a department that has orders, in the order of the letterhead; an order of two sectors goes to both.

    Args:
        sectors: (Sector value, its word as rows carry it).
    """
    words = dict(sectors)
    found = []
    for place, department in enumerate(letterhead.departments, start=1):
        wanted = {words.get(sector, sector) for sector in department.sectors}
        held = tuple(order for order in orders if wanted.intersection(row.sector for row in order.rows))
        if held:
            found.append(Bundle(code=f"department-{place}", name=department.name, orders=held))
    return tuple(found)


def cover_facts(bundle: Bundle, letterhead: Letterhead) -> CoverFacts:
    """The cover of a bundle that holds at least one order."""
    first = bundle.orders[0]
    rows = tuple(_row(place, order) for place, order in enumerate(bundle.orders, start=1))
    return CoverFacts(
        addressee=bundle.name,
        office=letterhead.office,
        city=first.city,
        level=first.level,
        response=first.response,
        start=first.start,
        end=first.end,
        issued=first.issued,
        draft_mark=first.draft_mark,
        exercise_mark=first.exercise_mark,
        plan_sha256=first.plan_sha256,
        trace_sha256=first.trace_sha256,
        rows=rows,
    )


def _row(place: int, order: OrderFacts) -> CoverRow:
    return CoverRow(
        place=place,
        number=order.number,
        addressee=order.addressee,
        credit_code=order.credit_code,
        county=order.county,
        title=order.title,
        measures=str(len(order.rows)),
    )
