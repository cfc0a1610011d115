"""A walk of any acts in any order: what is not allowed changes nothing, and what is in force was signed."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from planner.episode import (
    Act,
    ActKind,
    Channel,
    Office,
    Role,
    Step,
    apply_act,
    check_act,
    fold_acts,
    legal_acts,
    may,
)
from planner.errors import FindingsError, has_errors
from planner.terms import LEVELS, Level
from tests.episode.made import COUNTIES, NOW, act, consulted, notice, plan, procedure, signature, terms

PEOPLE = ("甲", "乙", "丙")


class Walk(RuleBasedStateMachine):
    """Acts drawn at random upon one warning; only those that the checks pass are done."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[Act] = [act(None, ActKind.CONSULT)]
        self.warning = consulted()

    @rule(
        kind=st.sampled_from(list(ActKind)),
        person=st.sampled_from(PEOPLE),
        level=st.sampled_from(LEVELS),
        office=st.sampled_from(list(Office)),
        channel=st.sampled_from(list(Channel)),
        behind=st.integers(min_value=0, max_value=2),
        flag=st.booleans(),
    )
    def acts_upon(
        self, kind: ActKind, person: str, level: Level, office: Office, channel: Channel, behind: int, flag: bool
    ) -> None:
        paper_due = NOW if channel is Channel.TELEPHONE else None
        wanted = self.warning.terms.levels if self.warning.terms else (level,)
        tried = act(
            self.warning,
            kind,
            person=person,
            terms=terms(level),
            plans=tuple(plan(item) for item in wanted),
            signature=signature(office, channel, paper_due=paper_due),
            notice=notice(level, lifted=flag),
            is_lift=flag,
            merged_into="2026-002",
        )
        if behind:
            tried = act(self.warning, kind, person=person).__class__(
                number=tried.number - behind, kind=kind, person=person, at=NOW, reason="测试"
            )
        before = self.warning
        if behind or has_errors(check_act(before, tried, procedure(), COUNTIES)):
            self._is_refused_or_late(tried, behind)
            assert self.warning is before
            return
        self.warning = apply_act(before, tried)
        self.acts.append(tried)

    def _is_refused_or_late(self, tried: Act, behind: int) -> None:
        if behind or tried.kind not in legal_acts(self.warning):
            try:
                apply_act(self.warning, tried)
            except FindingsError:
                return
            raise AssertionError(tried.kind)

    @invariant()
    def the_acts_lead_to_the_state(self) -> None:
        assert fold_acts("2026-001", "changzhi", self.acts, is_exercise=False) == self.warning

    @invariant()
    def what_is_in_force_went_through_every_hand(self) -> None:
        kinds = [item.kind for item in self.acts]
        if self.warning.in_force is not None:
            assert {ActKind.PROPOSE, ActKind.ATTACH, ActKind.REVIEW, ActKind.SIGN, ActKind.ISSUE} <= set(kinds)

    @precondition(lambda self: self.warning.step is Step.LIFTED)
    @rule()
    def what_is_lifted_is_never_issued_again(self) -> None:
        assert not {ActKind.ISSUE, ActKind.ADJUST, ActKind.PROPOSE} & set(legal_acts(self.warning))

    @invariant()
    def versions_have_no_gap(self) -> None:
        assert [item.number for item in self.acts] == list(range(1, self.warning.version + 1))


Walk.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestWalk = Walk.TestCase


def test_nobody_reviews_and_issues_alike() -> None:
    for role in Role:
        assert not (may(role, ActKind.REVIEW) and may(role, ActKind.ISSUE))
    assert not any(may(role, kind) for role in (Role.VIEWER, Role.AUDITOR, Role.ADMIN) for kind in ActKind)
