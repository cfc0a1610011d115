"""Visits, readings and daily reports at the desk: who may, what is refused, what the trace says."""

from datetime import timedelta

import pytest

from planner.episode import ActKind, AreaLevel, Role
from planner.errors import FindingsError
from planner.execution import MeterReading, SiteCheck, VisitOutcome
from planner.service import Planner
from planner.service.desk import Entered, Person, WarningDesk
from planner.service.desk_daily import make_daily
from planner.terms import Level
from tests.service.desk.made import CITY, NOW, START, WANG, ask, issued, led_to_signature, terms

LATER = START + timedelta(days=2)


def seen(owner: str, **more: object) -> SiteCheck:
    given = {"owner": owner, "at": START, "inspector": "孙", "outcome": VisitOutcome.PARTLY, **more}
    return SiteCheck(**given)


def codes(findings: object) -> list[str]:
    return [item.code for item in findings]


def told(number: str, person: Person = WANG) -> Entered:
    return Entered(warning_id=number, person=person, at=LATER)


def test_visits_are_kept_all_or_none_with_person_and_time(desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    owner = desk.view(number).orders[0].owner
    bad = (
        seen(owner),
        seen(owner, source_id="nothing"),
        seen(owner, inspector=" "),
        seen(owner, at=LATER + timedelta(1)),
    )
    found = codes(desk.enter_visits(told(number), bad))
    assert found == ["warning.visit.line", "warning.visit.nobody", "warning.visit.future"]
    assert desk.visits(number) == ()
    assert codes(desk.enter_visits(told(number), (seen(owner), seen("stranger")))) == ["warning.visit.no_order"]
    assert [(item.owner, item.entered_by, item.entered_at) for item in desk.visits(number)] == [
        (owner, "王", LATER),
        ("stranger", "王", LATER),
    ]
    assert [item.outcome for item in desk.trace()[-2:]] == ["refused", "done"]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.AUDITOR, Role.ADMIN])
def test_who_may_not_enter_is_refused_in_the_trace(desk: WarningDesk, yellow: int, role: Role) -> None:
    number, person = issued(desk, yellow, terms()), Person(name="吴", role=role)
    assert "warning.role.denied" in codes(desk.enter_visits(told(number, person), ()))
    assert "warning.role.denied" in codes(desk.enter_readings(told(number, person), (), ()))
    assert [item.outcome for item in desk.trace()[-2:]] == ["refused", "refused"]


def test_a_county_enters_its_own_visits_and_no_readings_of_the_city(desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    order, stranger = desk.view(number).orders[0], Person(name="郑", role=Role.PLANNER, county_code="140406")
    assert codes(desk.enter_visits(told(number, stranger), (seen(order.owner),))) == ["warning.role.county"]
    assert codes(desk.enter_readings(told(number, stranger), (), ())) == ["warning.role.county"]


def test_of_a_meter_and_day_the_newest_import_counts(desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    for kwh in (10.0, 20.0):
        desk.enter_readings(told(number), (MeterReading(meter_id="m", day=START.date(), kwh=kwh),), ())
    assert [item.amount for item in desk.readings(number)] == [20.0]


def test_a_day_not_in_force_has_no_report_and_a_kept_one_never_changes(
    planner: Planner, desk: WarningDesk, yellow: int
) -> None:
    number = issued(desk, yellow, terms())
    for day in (NOW.date() - timedelta(days=1), LATER.date() + timedelta(days=1)):
        with pytest.raises(FindingsError, match=r"warning\.daily"):
            make_daily(planner, CITY, told(number), day)
    first = make_daily(planner, CITY, told(number), NOW.date())
    assert first.changes[0].starts == first.total.ordered == len(desk.view(number).orders)
    desk.enter_visits(told(number), (seen(desk.view(number).orders[0].owner, at=NOW),))
    second = make_daily(planner, CITY, told(number), NOW.date())
    assert (first.total.broken, second.total.broken) == (0, 1)
    assert desk.dailies(number) == (first, second)


def test_the_report_of_an_exercise_says_so(planner: Planner, desk: WarningDesk, yellow: int) -> None:
    opened = ask(desk, ActKind.CONSULT, is_exercise=True).warning
    assert opened is not None
    led_to_signature(desk, yellow, terms(), opened.warning_id)
    assert ask(desk, ActKind.ISSUE, opened.warning_id).is_done
    assert make_daily(planner, CITY, told(opened.warning_id), NOW.date()).is_exercise


def test_six_counties_and_three_are_ordered_each_by_the_plan_of_its_level(
    desk: WarningDesk, yellow: int, orange: int
) -> None:
    first, second = ("140403", "140404"), ("140405",)
    areas = (AreaLevel(level=Level.ORANGE, counties=first), AreaLevel(level=Level.YELLOW, counties=second))
    number = ask(desk, ActKind.CONSULT).warning.warning_id
    assert ask(desk, ActKind.PROPOSE, number, terms=terms(areas=areas)).is_done
    assert ask(desk, ActKind.ATTACH, number, plan_ids=(yellow, orange)).is_done
    assert {item.level for item in desk.view(number).warning.plans} == {Level.YELLOW, Level.ORANGE}
