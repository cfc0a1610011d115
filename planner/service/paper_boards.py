"""The notice boards of firms: what each level asks of them side by side, where plans of the levels stand."""

from collections.abc import Iterator
from dataclasses import replace

from planner.compare import level_label
from planner.episode import response_label
from planner.orders.papers import BoardFacts, OrderFacts, board_facts
from planner.service.paper_case import PaperCase
from planner.service.paper_plan import draft_facts
from planner.service.planner import Planner
from planner.service.wishes import stored_plan
from planner.terms import LEVELS, Level

__all__ = ["board_records"]

Told = dict[tuple[str, str], OrderFacts]


def board_records(planner: Planner, case: PaperCase) -> list[BoardFacts]:
    """One board a firm with an order; levels without a plan, neither of the warning nor of the book, are left out.

    Raises:
        FindingsError: where a plan is gone or refused.
    """
    letterhead = case.office.letterhead
    levels = {level: _told(planner, case, number) for level, number in _plans(planner, case)}
    return [
        board_facts(_levels(order, levels, case), (letterhead.office, letterhead.supervision_phone), order)
        for order in case.orders
        if order.kind != "release"
    ]


def _plans(planner: Planner, case: PaperCase) -> Iterator[tuple[Level, int]]:
    """The number of the plan of each level: the warning's own, else that of the approved book."""
    warning = case.view.warning
    held = warning.plans or (warning.in_force.plans if warning.in_force else ())
    own = {item.level: item.plan_id for item in held}
    for level in LEVELS:
        found = planner.store.approved_plan(warning.city, level)
        number = own.get(level) or (found.plan_id if found else None)
        if number is not None:
            yield level, number


def _told(planner: Planner, case: PaperCase, number: int) -> Told:
    document = stored_plan(planner, number).document
    assert document is not None  # noqa: S101 - stored plans hold one
    return {_owner(item): item for item in draft_facts(document, case.office)}


def _owner(order: OrderFacts) -> tuple[str, str]:
    return order.credit_code, order.addressee


def _levels(order: OrderFacts, levels: dict[Level, Told], case: PaperCase) -> tuple[OrderFacts, ...]:
    """What each level asks of an order's owner: of a change order too the whole, not what changes."""
    book = case.office.phrasebook
    found = []
    for level, told in levels.items():
        rows = told[_owner(order)].rows if _owner(order) in told else ()
        named = (level_label(book, level), response_label(book, level))
        found.append(replace(order, level=named[0], response=named[1], rows=rows))
    return tuple(found) or (order,)
