"""The way of a warning from consultation to evaluation, and the ways that are closed."""

from datetime import timedelta

import pytest

from planner.episode import (
    ActKind,
    AreaLevel,
    Channel,
    ClockName,
    Office,
    Round,
    Step,
    clocks_of,
    fold_acts,
    legal_acts,
)
from planner.errors import FindingsError
from planner.terms import Level
from tests.episode.made import NOW, act, consulted, done, in_force, notice, plan, procedure, signature, signed, terms


def test_a_warning_goes_from_consultation_to_evaluation() -> None:
    warning = in_force(terms())
    assert (warning.step, warning.in_force.version, warning.terms) == (Step.IN_FORCE, 1, None)
    warning = done(warning, ActKind.PROPOSE, is_lift=True)
    assert warning.round is Round.LIFT
    warning = done(done(warning, ActKind.REVIEW), ActKind.SIGN)
    warning = done(done(warning, ActKind.LIFT), ActKind.EVALUATE)
    assert (warning.step, warning.is_open, legal_acts(warning)) == (Step.EVALUATED, False, ())


def test_the_same_acts_lead_to_the_same_state() -> None:
    acts = [act(None, ActKind.CONSULT)]
    state = fold_acts("2026-001", "changzhi", acts, is_exercise=False)
    acts.append(act(state, ActKind.PROPOSE, terms=terms()))
    assert fold_acts("2026-001", "changzhi", acts, is_exercise=False) == done(
        consulted(), ActKind.PROPOSE, terms=terms()
    )


def test_an_adjustment_leaves_the_old_terms_in_force_until_it_is_signed_and_done() -> None:
    old, new = terms(Level.ORANGE), terms(Level.RED)
    warning = signed(in_force(old), new)
    assert (warning.round, warning.in_force.terms, warning.in_force.version) == (Round.ADJUST, old, 1)
    warning = done(warning, ActKind.ADJUST)
    assert (warning.in_force.terms, warning.in_force.version) == (new, 2)


def test_a_new_proposal_makes_review_and_signature_void() -> None:
    warning = done(signed(consulted(), terms()), ActKind.PROPOSE, terms=terms(Level.RED))
    assert (warning.step, warning.plans, warning.reviewed_by, warning.signature) == (Step.PROPOSED, (), "", None)


def test_a_reviewer_sends_back_and_the_plan_stays_to_be_looked_at() -> None:
    warning = done(signed(consulted(), terms()), ActKind.RETURN)
    assert (warning.step, warning.plans, warning.signature) == (Step.ATTACHED, (plan(Level.ORANGE),), None)


def test_a_warning_is_withdrawn_before_its_issue_only() -> None:
    assert done(signed(consulted(), terms()), ActKind.WITHDRAW).step is Step.WITHDRAWN
    with pytest.raises(FindingsError, match="illegal"):
        done(in_force(terms()), ActKind.WITHDRAW)


def test_a_proposal_upon_what_is_in_force_can_be_dropped() -> None:
    warning = done(signed(in_force(terms()), terms(Level.RED)), ActKind.DROP)
    assert (warning.step, warning.in_force.terms.level, warning.signature) == (Step.IN_FORCE, Level.ORANGE, None)


def test_an_act_upon_an_older_version_is_refused() -> None:
    warning = consulted()
    late = act(warning, ActKind.PROPOSE, terms=terms())
    moved = done(warning, ActKind.NOTICE, notice=notice(Level.RED))
    with pytest.raises(FindingsError, match="stale"):
        fold_acts("2026-001", "changzhi", [act(None, ActKind.CONSULT), late, late], is_exercise=False)
    assert moved.notice is not None


@pytest.mark.parametrize("kind", [ActKind.ISSUE, ActKind.SIGN, ActKind.LIFT, ActKind.REVIEW, ActKind.ADJUST])
def test_nothing_skips_a_step(kind: ActKind) -> None:
    warning = done(consulted(), ActKind.PROPOSE, terms=terms())
    with pytest.raises(FindingsError, match="illegal"):
        done(warning, kind)


def test_areas_of_different_levels_ask_for_a_plan_each_and_the_highest_signs() -> None:
    areas = (AreaLevel(level=Level.RED, counties=("140403",)), AreaLevel(level=Level.YELLOW))
    wanted = terms(areas=areas)
    assert (wanted.level, wanted.levels) == (Level.RED, (Level.YELLOW, Level.RED))
    assert [wanted.level_in(code) for code in ("140403", "140404")] == [Level.RED, Level.YELLOW]


def test_a_paper_still_to_come_is_awaited_through_the_rounds_that_follow() -> None:
    due = NOW + timedelta(hours=12)
    by_phone = signature(Office.MAYOR, Channel.TELEPHONE, paper_due=due)
    warning = done(done(signed(consulted(), terms()), ActKind.RETURN), ActKind.REVIEW)
    issued = done(done(warning, ActKind.SIGN, signature=by_phone), ActKind.ISSUE)
    again = signed(issued, terms(Level.RED))
    assert (again.awaited, again.signature.paper_due) == ((by_phone,), None)
    assert [item.name for item in clocks_of(again, procedure(), NOW)].count(ClockName.PAPER) == 1
    confirmed = done(again, ActKind.CONFIRM_SIGNATURE, signature=signature(Office.MAYOR))
    assert (confirmed.awaited, confirmed.signature) == ((), again.signature)
    assert ActKind.CONFIRM_SIGNATURE not in legal_acts(confirmed)
