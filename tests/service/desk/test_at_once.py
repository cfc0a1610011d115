"""Many officers at one warning: one winner a version, the others are told by whom and when; on both engines."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from planner.episode import ActKind, Role
from planner.errors.sentences import tell
from planner.service import Planner
from planner.service.desk import DeskOutcome, Person, check_trace
from planner.terms import Level
from tests.service.desk.children import together
from tests.service.desk.made import CITY, ask, keep_plan, led_to_signature, opened, terms

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


def test_of_twenty_processes_at_one_button_one_issues(planner: Planner, address: str) -> None:
    desk = planner.desk(CITY)
    number = led_to_signature(desk, keep_plan(planner, Level.YELLOW), terms())
    seen = desk.view(number).warning.version
    told = together(address, OFFICERS, {"kind": ActKind.ISSUE, "warning_id": number, "version": seen})
    assert [item[0] for item in told].count(True) == 1
    late = [item[4][0] for item in told if not item[0]]
    assert {code for code, _ in late} == {"warning.changed_meanwhile"}
    winner = desk.view(number).acts[-1].person
    assert {(values["person"], values["at"]) for _, values in late} == {(winner, "2026-12-05 08:00:00")}
    assert desk.view(number).warning.version == seen + 1
    assert [item.outcome for item in desk.trace()].count("refused") == OFFICERS - 1
    assert check_trace(planner.store)[2] is None


def test_one_request_from_twenty_processes_has_one_effect_and_one_answer(planner: Planner, address: str) -> None:
    desk = planner.desk(CITY)
    number = led_to_signature(desk, keep_plan(planner, Level.YELLOW), terms())
    asked = {"kind": ActKind.ISSUE, "warning_id": number, "key": "once", "apart": False}
    told = together(address, OFFICERS, asked)
    assert len(told) == OFFICERS
    assert len({str(item) for item in told}) == 1
    assert told[0][0]
    assert [act.kind for act in desk.view(number).acts].count(ActKind.ISSUE) == 1


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_who_comes_late_reads_in_his_language_who_was_first_and_when(planner: Planner, language: str) -> None:
    desk = planner.desk(CITY)
    number = led_to_signature(desk, keep_plan(planner, Level.YELLOW), terms())
    seen = desk.view(number).warning.version
    assert ask(desk, ActKind.ISSUE, number, version=seen).is_done
    late = ask(desk, ActKind.ISSUE, number, version=seen)
    sentence, _ = tell(late.findings[0], planner.phrasebook(language))
    assert "王" in sentence
    assert "2026-12-05 08:00:00" in sentence
    assert ("changed the warning at" in sentence) is (language == "en")


def test_twenty_proposals_from_twenty_processes_are_each_a_version(planner: Planner, address: str) -> None:
    """Without a version named nobody is refused, and nobody's act is lost."""
    number = opened(planner.desk(CITY))
    told = together(address, OFFICERS, {"kind": ActKind.PROPOSE, "warning_id": number, "terms": terms()})
    assert sorted(item[3] for item in told) == list(range(2, OFFICERS + 2))
    assert len(planner.desk(CITY).view(number).acts) == OFFICERS + 1


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
