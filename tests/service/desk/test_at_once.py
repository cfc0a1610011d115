"""Many officers at one warning: one winner a version, the others are told by whom and when; on both engines."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from planner.episode import ActKind, Role
from planner.service import Planner
from planner.service.desk import DeskOutcome, Person, check_trace
from planner.terms import Level
from tests.service.desk.made import CITY, ask, keep_plan, led_to_signature, terms

OFFICERS = 20


def at_once(planner: Planner, number: str, **more: object) -> list[DeskOutcome]:
    gate = Barrier(OFFICERS)

    def press(place: int) -> DeskOutcome:
        gate.wait()
        who = Person(name=f"officer {place}", role=Role.ISSUER)
        return ask(planner.desk(CITY), ActKind.ISSUE, number, person=who, **more)

    with ThreadPoolExecutor(OFFICERS) as pool:
        return list(pool.map(press, range(OFFICERS)))


def test_of_twenty_officers_at_one_button_one_issues(planner: Planner) -> None:
    desk = planner.desk(CITY)
    number = led_to_signature(desk, keep_plan(planner, Level.YELLOW), terms())
    seen = desk.view(number).warning.version
    outcomes = at_once(planner, number, version=seen)
    winners = [item for item in outcomes if item.is_done]
    assert len(winners) == 1
    assert {item.findings[0].code for item in outcomes if not item.is_done} == {"warning.changed_meanwhile"}
    view = desk.view(number)
    assert (view.warning.version, len(view.orders)) == (seen + 1, winners[0].orders)
    assert [item.outcome for item in desk.trace()].count("refused") == OFFICERS - 1
    assert check_trace(planner.store)[2] is None


def test_one_request_from_twenty_senders_has_one_effect_and_one_answer(planner: Planner) -> None:
    desk = planner.desk(CITY)
    number = led_to_signature(desk, keep_plan(planner, Level.YELLOW), terms())
    gate = Barrier(OFFICERS)

    def send(_: int) -> DeskOutcome:
        gate.wait()
        return ask(planner.desk(CITY), ActKind.ISSUE, number, key="once")

    with ThreadPoolExecutor(OFFICERS) as pool:
        outcomes = list(pool.map(send, range(OFFICERS)))
    assert len({(item.is_done, item.orders, item.trace_sha256) for item in outcomes}) == 1
    assert [act.kind for act in desk.view(number).acts].count(ActKind.ISSUE) == 1
