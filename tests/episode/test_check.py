"""What stands against an act, and what its person should know."""

from datetime import timedelta

import pytest

from planner.episode import Act, ActKind, AirWarning, AreaLevel, Channel, Office, check_act
from planner.errors import Severity, has_errors
from planner.terms import Level
from tests.episode.made import (
    COUNTIES,
    NOW,
    act,
    consulted,
    done,
    in_force,
    notice,
    plan,
    procedure,
    signature,
    signed,
    terms,
)


def codes(warning: AirWarning | None, step: Act) -> list[str]:
    return [item.code for item in check_act(warning, step, procedure(), COUNTIES)]


def proposed(level: Level, **fields: object) -> AirWarning:
    return done(consulted(), ActKind.PROPOSE, terms=terms(level, **fields))


def reviewed(level: Level) -> AirWarning:
    warning = done(proposed(level), ActKind.ATTACH, plans=(plan(level),))
    return done(warning, ActKind.REVIEW)


def test_a_sound_way_has_nothing_against_it() -> None:
    warning = consulted()
    assert codes(None, act(None, ActKind.CONSULT)) == []
    assert codes(warning, act(warning, ActKind.PROPOSE, terms=terms())) == []
    warning = signed(warning, terms())
    assert codes(warning, act(warning, ActKind.ISSUE)) == []


def test_everything_wrong_with_a_proposal_is_told_at_once() -> None:
    wanted = terms(areas=(AreaLevel(level=Level.RED, counties=("999999", "140403")),), hours=2.0, days=-1.0)
    found = codes(consulted(), act(consulted(), ActKind.PROPOSE, terms=wanted))
    assert found == ["warning.terms.end_before_start", "warning.terms.county_unknown", "warning.terms.short_lead"]


def test_a_start_within_a_day_is_told_and_may_go_on() -> None:
    found = check_act(consulted(), act(consulted(), ActKind.PROPOSE, terms=terms(hours=3.0)), procedure(), COUNTIES)
    assert [(item.code, item.severity) for item in found] == [("warning.terms.short_lead", Severity.WARNING)]
    assert not has_errors(found)


@pytest.mark.parametrize(("level", "refused"), [(Level.YELLOW, False), (Level.ORANGE, True), (Level.RED, True)])
def test_orange_and_red_need_a_second_person(level: Level, refused: bool) -> None:
    warning = done(proposed(level), ActKind.ATTACH, plans=(plan(level),))
    found = codes(warning, act(warning, ActKind.REVIEW, person=warning.proposed_by))
    assert found == (["warning.review.same_person"] if refused else [])


@pytest.mark.parametrize(
    ("level", "office", "refused"),
    [
        (Level.ORANGE, Office.DEPUTY_MAYOR, False),
        (Level.ORANGE, Office.MAYOR, False),
        (Level.RED, Office.DEPUTY_MAYOR, True),
        (Level.RED, Office.MAYOR, False),
    ],
)
def test_who_signs_comes_from_the_rules(level: Level, office: Office, refused: bool) -> None:
    warning = reviewed(level)
    found = codes(warning, act(warning, ActKind.SIGN, signature=signature(office)))
    assert found == (["warning.signature.office"] if refused else [])


def test_a_signature_by_telephone_has_a_deadline_for_its_paper_and_is_confirmed_on_it() -> None:
    warning = reviewed(Level.ORANGE)
    by_phone = signature(channel=Channel.TELEPHONE)
    assert codes(warning, act(warning, ActKind.SIGN, signature=by_phone)) == ["warning.signature.no_deadline"]
    due = signature(channel=Channel.TELEPHONE, paper_due=NOW + timedelta(hours=24))
    warning = done(done(warning, ActKind.SIGN, signature=due), ActKind.ISSUE)
    again = act(warning, ActKind.CONFIRM_SIGNATURE, signature=by_phone)
    assert codes(warning, again) == ["warning.signature.not_on_paper"]
    warning = done(warning, ActKind.CONFIRM_SIGNATURE, signature=signature())
    assert codes(warning, act(warning, ActKind.CONFIRM_SIGNATURE)) == ["warning.act.illegal"]


def test_one_plan_of_each_level_and_no_other() -> None:
    warning = proposed(Level.ORANGE)
    found = codes(warning, act(warning, ActKind.ATTACH, plans=(plan(Level.RED),)))
    assert found == ["warning.plan.of_level", "warning.plan.not_asked"]


def test_a_regional_notice_is_followed_at_its_level_and_lifted_first() -> None:
    warning = done(consulted(), ActKind.NOTICE, notice=notice(Level.RED))
    found = codes(warning, act(warning, ActKind.PROPOSE, terms=terms(Level.ORANGE)))
    assert found == ["warning.terms.below_notice"]
    warning = done(signed(warning, terms(Level.RED)), ActKind.ISSUE)
    warning = done(done(warning, ActKind.PROPOSE, is_lift=True), ActKind.REVIEW)
    warning = done(warning, ActKind.SIGN, signature=signature(Office.MAYOR))
    assert codes(warning, act(warning, ActKind.LIFT)) == ["warning.lift.regional_notice"]
    warning = done(warning, ActKind.NOTICE, notice=notice(Level.RED, lifted=True))
    assert codes(warning, act(warning, ActKind.LIFT)) == []


def test_an_act_says_who_and_why() -> None:
    warning = consulted()
    nameless = Act(number=2, kind=ActKind.PROPOSE, person=" ", at=NOW, reason="", terms=terms())
    assert codes(warning, nameless) == ["warning.person.missing", "warning.reason.missing"]


def test_a_proposal_of_what_is_in_force_is_none() -> None:
    warning = in_force(terms())
    assert codes(warning, act(warning, ActKind.PROPOSE, terms=terms())) == ["warning.terms.unchanged"]
