"""A warning led through the desk: its orders, its trace, and what is refused."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from planner.episode import ActKind, AreaLevel, Role, Step, may
from planner.errors import FindingsError
from planner.service.desk import Person, WarningDesk, check_trace, lines_of_text
from planner.service.desk_files import hours_csv
from planner.sources import read_season_hours
from planner.terms import Level
from tests.service.desk.made import (
    LI,
    NOW,
    START,
    WANG,
    ask,
    issued,
    led_to_signature,
    opened,
    plan_text,
    signature,
    terms,
)


def codes(outcome: object) -> list[str]:
    return [item.code for item in outcome.findings]


def kinds(desk: WarningDesk, number: str, version: int) -> dict[str, str]:
    return {item.owner: item.kind for item in desk.view(number).orders if item.version == version}


def test_an_issue_makes_one_order_for_each_owner_of_the_plan(desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    rows = json.loads(plan_text(Level.YELLOW))["curtailments"]
    orders = desk.view(number).orders
    assert {item.owner for item in orders} == {row["enterprise_id"] or row["source_id"] for row in rows}
    assert {item.plan_sha256 for item in orders} == {json.loads(plan_text(Level.YELLOW))["plan_sha256"]}
    assert [item.number for item in orders] == sorted({item.number for item in orders})
    assert {line.start for item in orders for line in lines_of_text(item.text)} == {START}


def test_an_adjustment_makes_change_orders_only(desk: WarningDesk, yellow: int, orange: int) -> None:
    number = issued(desk, yellow, terms())
    before = desk.view(number).orders
    led_to_signature(desk, orange, terms(Level.ORANGE), number)
    outcome = ask(desk, ActKind.ADJUST, number)
    assert outcome.is_done
    changed = kinds(desk, number, 2)
    assert 0 < len(changed) == outcome.orders
    assert set(changed.values()) <= {"start", "change", "release"}
    same = {item.owner for item in before} - set(changed)
    yellow_rows, orange_rows = (json.loads(plan_text(level))["curtailments"] for level in (Level.YELLOW, Level.ORANGE))
    told = [
        {(row["source_id"], row["kept_share"], tuple(row["measures"])) for row in rows if row["enterprise_id"] in same}
        for rows in (yellow_rows, orange_rows)
    ]
    assert told[0] == told[1]


def test_lifting_releases_everybody_who_was_ordered(desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    for kind, more in (
        (ActKind.PROPOSE, {"is_lift": True}),
        (ActKind.REVIEW, {}),
        (ActKind.SIGN, {"signature": signature()}),
        (ActKind.LIFT, {}),
    ):
        assert ask(desk, kind, number, **more).is_done
    first, last = kinds(desk, number, 1), kinds(desk, number, 2)
    assert set(first) == set(last)
    assert set(last.values()) == {"release"}
    assert {
        line.end for item in desk.view(number).orders if item.version == 2 for line in lines_of_text(item.text)
    } == {NOW}
    assert ask(desk, ActKind.EVALUATE, number).is_done


def test_a_warning_over_one_county_orders_nobody_elsewhere(desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms(areas=(AreaLevel(level=Level.YELLOW, counties=("140404",)),)))
    assert {item.county_code for item in desk.view(number).orders} == {"140404"}


def test_areas_of_two_levels_get_the_plan_of_their_level(desk: WarningDesk, yellow: int, orange: int) -> None:
    areas = (AreaLevel(level=Level.ORANGE, counties=("140403",)), AreaLevel(level=Level.YELLOW))
    number = opened(desk)
    assert ask(desk, ActKind.PROPOSE, number, terms=terms(areas=areas)).is_done
    assert ask(desk, ActKind.ATTACH, number, plan_ids=(yellow, orange)).is_done
    assert ask(desk, ActKind.REVIEW, number).is_done
    assert ask(desk, ActKind.SIGN, number, signature=signature()).is_done
    assert ask(desk, ActKind.ISSUE, number).is_done
    levels = {(item.county_code, line.level) for item in desk.view(number).orders for line in lines_of_text(item.text)}
    assert levels == {("140403", Level.ORANGE), ("140404", Level.YELLOW), ("140405", Level.YELLOW)} & levels
    assert ("140403", Level.YELLOW) not in levels


def test_without_an_approved_book_an_attachment_says_so(desk: WarningDesk) -> None:
    number = opened(desk)
    ask(desk, ActKind.PROPOSE, number, terms=terms())
    assert codes(ask(desk, ActKind.ATTACH, number)) == ["warning.plan.no_book"]
    assert codes(ask(desk, ActKind.ATTACH, number, plan_ids=(99,))) == ["warning.plan.unknown"]


def test_who_was_late_is_told_who_was_first(desk: WarningDesk, yellow: int) -> None:
    number = led_to_signature(desk, yellow, terms())
    seen = desk.view(number).warning.version
    assert ask(desk, ActKind.ISSUE, number, version=seen).is_done
    late = ask(desk, ActKind.ISSUE, number, person=Person(name="孙", role=Role.ISSUER), version=seen)
    assert codes(late) == ["warning.changed_meanwhile"]
    assert dict(late.findings[0].values)["person"] == "王"


def test_one_request_sent_twenty_times_has_one_effect_and_one_answer(desk: WarningDesk, yellow: int) -> None:
    number = led_to_signature(desk, yellow, terms())
    answers = [ask(desk, ActKind.ISSUE, number, key="k1") for _ in range(20)]
    assert len({(item.orders, item.trace_sha256, item.warning.version) for item in answers}) == 1
    assert len([act for act in desk.view(number).acts if act.kind is ActKind.ISSUE]) == 1
    with pytest.raises(FindingsError, match="key_reused"):
        ask(desk, ActKind.WITHDRAW, number, key="k1")


def test_every_refusal_stands_in_the_trace_and_changes_nothing(desk: WarningDesk, yellow: int) -> None:
    number = led_to_signature(desk, yellow, terms())
    before = desk.view(number)
    for person, kind in (
        (LI, ActKind.ISSUE),
        (WANG, ActKind.REVIEW),
        (Person(name="周", role=Role.VIEWER), ActKind.DROP),
    ):
        assert not ask(desk, kind, number, person=person).is_done
    assert desk.view(number) == before
    refused = [item for item in desk.trace() if item.outcome == "refused"]
    assert [(item.person, item.action) for item in refused] == [
        ("李", "warning.issue"),
        ("王", "warning.review"),
        ("周", "warning.drop"),
    ]
    assert check_trace(desk.store)[2] is None


@pytest.mark.parametrize("role", list(Role))
def test_every_role_and_act_is_judged_at_the_desk(desk: WarningDesk, role: Role) -> None:
    number, person = opened(desk), Person(name="吴", role=role)
    for kind in ActKind:
        where = "" if kind is ActKind.CONSULT else number
        outcome = ask(desk, kind, where, person=person, terms=terms())
        denied = "warning.role.denied" in codes(outcome)
        assert denied is not may(role, kind), kind
        assert not denied or desk.trace()[-1].outcome == "refused"


def test_an_account_of_one_county_acts_there_only(desk: WarningDesk) -> None:
    county = Person(name="郑", role=Role.PLANNER, county_code="140404")
    number = opened(desk, person=county)
    assert codes(ask(desk, ActKind.PROPOSE, number, person=county, terms=terms())) == ["warning.role.county"]
    own = terms(areas=(AreaLevel(level=Level.YELLOW, counties=("140404",)),))
    assert ask(desk, ActKind.PROPOSE, number, person=county, terms=own).is_done


def test_an_exercise_has_numbers_of_its_own_and_never_holds(desk: WarningDesk) -> None:
    drill, live = opened(desk, is_exercise=True), opened(desk)
    assert (drill, live) == ("changzhi-2026-D001", "changzhi-2026-001")
    assert [item.is_exercise for item in desk.warnings()] == [False, True]
    assert desk.banner(NOW).is_exercise is False


def test_the_evaluation_counts_the_hours_that_each_version_held(desk: WarningDesk, yellow: int, tmp_path: Path) -> None:
    number = issued(desk, yellow, terms())
    later = START + timedelta(hours=48)
    found = desk.evaluation(number, later)
    body = json.loads(plan_text(Level.YELLOW))
    assert found.hours == ((1, 48.0),)
    assert found.total.kilograms[2] == pytest.approx(2.0 * body["totals"]["pm"]["reduction_kg_per_day"])
    assert found.total.cost_yuan == pytest.approx(body["objective_yuan"] / body["duration_days"] * 2.0)
    assert sum(item.cost_yuan for item in found.by_county) == pytest.approx(found.total.cost_yuan)
    assert all(0.0 < hours <= 48.0 for _, hours in found.line_hours)
    path = tmp_path / "hours.csv"
    path.write_text(hours_csv(found), "utf-8")
    ledger, findings = read_season_hours(path)
    assert findings == ()
    assert ledger is not None
    assert [row.source_id for row in ledger.rows] == [source for source, _ in found.line_hours]
    assert [row.stopped_hours for row in ledger.rows] == pytest.approx(
        [hours for _, hours in found.line_hours], abs=0.01
    )


def test_a_county_warning_merged_into_the_city_hands_its_firms_over_and_releases_only_whom_the_city_leaves_alone(
    desk: WarningDesk, yellow: int
) -> None:
    own = issued(desk, yellow, terms(areas=(AreaLevel(level=Level.YELLOW, counties=("140404",)),)))
    whole = issued(desk, yellow, terms())
    firms = {item.owner for item in desk.view(own).orders}
    assert not firms & {item.owner for item in desk.view(whole).orders}
    outcome = ask(desk, ActKind.MERGE, own, merged_into=whole, at=NOW + timedelta(hours=1))
    assert outcome.is_done
    assert outcome.warning.step is Step.MERGED
    assert {item.owner for item in desk.view(whole).standing} >= firms
    assert set(kinds(desk, own, 2).values()) == {"change"}
