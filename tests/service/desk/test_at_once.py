"""Many officers at one warning: one winner a version, the others are told by whom and when; on both engines."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from planner.episode import ActKind, Role
from planner.service import Planner
from planner.service.desk import DeskOutcome, Person, check_trace
from planner.store import open_store, upgrade
from planner.terms import Level
from tests.service.desk.made import CITY, NOW, ask, keep_plan, led_to_signature, terms
from tests.store.conftest import address, postgresql_address, postgresql_server, sqlite_address
from tests.store.made import MIGRATIONS

__all__ = ["address", "postgresql_address", "postgresql_server", "sqlite_address"]

OFFICERS = 20


@pytest.fixture
def office(shipped: Planner, address: str) -> Iterator[Planner]:
    """A planner over a store in each kind of database."""
    upgrade(address, MIGRATIONS)
    store = open_store(address, MIGRATIONS)
    store.add_rules(shipped.rulebook.sha256, "{}", NOW)
    yield replace(shipped, store=store)
    store.close()


def at_once(office: Planner, number: str, **more: object) -> list[DeskOutcome]:
    gate = Barrier(OFFICERS)

    def press(place: int) -> DeskOutcome:
        gate.wait()
        who = Person(name=f"officer {place}", role=Role.ISSUER)
        return ask(office.desk(CITY), ActKind.ISSUE, number, person=who, **more)

    with ThreadPoolExecutor(OFFICERS) as pool:
        return list(pool.map(press, range(OFFICERS)))


def test_of_twenty_officers_at_one_button_one_issues(office: Planner) -> None:
    desk = office.desk(CITY)
    number = led_to_signature(desk, keep_plan(office, Level.YELLOW), terms())
    seen = desk.view(number).warning.version
    outcomes = at_once(office, number, version=seen)
    winners = [item for item in outcomes if item.is_done]
    assert len(winners) == 1
    assert {item.findings[0].code for item in outcomes if not item.is_done} == {"warning.changed_meanwhile"}
    view = desk.view(number)
    assert (view.warning.version, len(view.orders)) == (seen + 1, winners[0].orders)
    assert [item.outcome for item in desk.trace()].count("refused") == OFFICERS - 1
    assert check_trace(office.store)[2] is None


def test_one_request_from_twenty_senders_has_one_effect_and_one_answer(office: Planner) -> None:
    desk = office.desk(CITY)
    number = led_to_signature(desk, keep_plan(office, Level.YELLOW), terms())
    gate = Barrier(OFFICERS)

    def send(_: int) -> DeskOutcome:
        gate.wait()
        return ask(office.desk(CITY), ActKind.ISSUE, number, key="once")

    with ThreadPoolExecutor(OFFICERS) as pool:
        outcomes = list(pool.map(send, range(OFFICERS)))
    assert len({(item.is_done, item.orders, item.trace_sha256) for item in outcomes}) == 1
    assert [act.kind for act in desk.view(number).acts].count(ActKind.ISSUE) == 1
