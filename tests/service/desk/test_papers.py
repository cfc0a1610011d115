"""The papers of a stored warning, as the command line writes them."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import xmlschema

from planner.episode import ActKind
from planner.service import Planner
from planner.service.desk import WarningDesk
from planner.service.paper_boards import board_records
from planner.service.paper_case import cap_messages, paper_case
from planner.service.paper_warning import KINDS, WarningPapers, warning_papers
from planner.terms import Level
from tests.project import ROOT
from tests.service.desk.made import CITY, NOW, ask, issued, led_to_signature, opened, signature, stored_plan, terms
from tests.store.made import new_approval, new_book

SCHEMA = xmlschema.XMLSchema(str(ROOT / "tests" / "orders" / "schema" / "CAP-v1.2.xsd"))


def written(planner: Planner, number: str, *formats: str, kinds: tuple[str, ...] = KINDS) -> dict[str, bytes]:
    asked = WarningPapers(warning_id=number, city=CITY, kinds=kinds, formats=formats, at=NOW)
    return {file.name.removeprefix(f"{number}-"): file.content for file in warning_papers(planner, asked)}


def test_every_paper_of_an_issued_warning_is_written(planner: Planner, desk: WarningDesk, yellow: int) -> None:
    files = written(planner, issued(desk, yellow, terms()), "pdf", "csv", "cap")
    assert sorted(files) == sorted(["order.csv", "01.cap.xml", *(f"{kind}.pdf" for kind in KINDS)])
    assert all(files.values())


def test_orders_carry_number_plan_and_head_of_the_trace(planner: Planner, desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    order, stored = paper_case(planner, number, CITY).orders[0], desk.view(number).orders[0]
    assert (order.number, order.plan_sha256, order.trace_sha256) == (
        stored.number,
        stored.plan_sha256,
        stored.trace_sha256,
    )
    assert order.draft_mark == ""


def test_what_is_not_issued_is_a_draft(planner: Planner, desk: WarningDesk, yellow: int) -> None:
    number = led_to_signature(desk, yellow, terms())
    case = paper_case(planner, number, CITY)
    assert case.orders
    assert all(order.draft_mark for order in case.orders)
    assert cap_messages(case)[-1].is_signed is False


def test_a_consultation_alone_has_an_opinion_and_a_form_only(planner: Planner, desk: WarningDesk) -> None:
    assert set(written(planner, opened(desk), "docx")) == {"opinion.docx", "approval.docx"}


def test_an_exercise_is_told_on_every_order(planner: Planner, desk: WarningDesk, yellow: int) -> None:
    number = led_to_signature(desk, yellow, terms(), opened(desk, is_exercise=True))
    ask(desk, ActKind.ISSUE, number)
    assert all(order.exercise_mark for order in paper_case(planner, number, CITY).orders)


def test_a_lifting_releases_everybody_and_refers_to_the_issue(planner: Planner, desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    for kind, more in (
        (ActKind.PROPOSE, {"is_lift": True}),
        (ActKind.REVIEW, {}),
        (ActKind.SIGN, {"signature": signature()}),
        (ActKind.LIFT, {}),
    ):
        assert ask(desk, kind, number, **more).is_done
    case = paper_case(planner, number, CITY)
    assert {order.kind for order in case.orders} == {"release"}
    assert all(order.follows for order in case.orders)
    files = written(planner, number, "cap", kinds=("notice",))
    last = ET.fromstring(files["02.cap.xml"])  # noqa: S314 - written above
    assert "references" in {item.tag.split("}")[1] for item in last}


def test_the_messages_of_a_warning_are_valid(
    planner: Planner, desk: WarningDesk, yellow: int, orange: int, tmp_path: Path
) -> None:
    number = issued(desk, yellow, terms())
    led_to_signature(desk, orange, terms(Level.ORANGE), number)
    ask(desk, ActKind.ADJUST, number)
    for name, content in written(planner, number, "cap", kinds=("notice",)).items():
        (tmp_path / name).write_bytes(content)
        SCHEMA.validate(str(tmp_path / name))


def test_papers_are_the_same_bytes_again(planner: Planner, desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    assert written(planner, number, "pdf", "docx", "cap") == written(planner, number, "pdf", "docx", "cap")


def test_a_board_holds_the_levels_of_the_approved_book_beside_its_own(
    planner: Planner, desk: WarningDesk, yellow: int
) -> None:
    number = issued(desk, yellow, terms())
    assert {len(board.levels) for board in board_records(planner, paper_case(planner, number, CITY))} == {1}
    plans = tuple(stored_plan(level, planner.rulebook.sha256) for level in (Level.YELLOW, Level.ORANGE))
    book = replace(new_book(), city=CITY, rules_sha256=planner.rulebook.sha256, plans=plans)
    planner.store.approve_book(replace(new_approval(planner.store.add_book(book)), city=CITY))
    boards = board_records(planner, paper_case(planner, number, CITY))
    assert {tuple(level.level for level in board.levels) for board in boards} == {("黄色预警", "橙色预警")}
