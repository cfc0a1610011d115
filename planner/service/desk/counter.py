"""The counter of the warning desk: one request, one transaction, one line of the trace, done or refused."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from planner.episode import (
    Act,
    ActKind,
    AirWarning,
    AttachedPlan,
    Procedure,
    apply_act,
    check_act,
    fold_acts,
    legal_acts,
    open_warning,
    procedure_of,
)
from planner.errors import Finding, FindingsError, finding, has_errors
from planner.rules import RulesInForce
from planner.service.desk.act_text import (
    act_of,
    act_text,
    canonical,
    findings_json,
    findings_of,
    request_sha256,
)
from planner.service.desk.deeds import refuse_stranger
from planner.service.desk.frozen import attached
from planner.service.desk.issuing import IssuedOrders, issue_orders
from planner.service.desk.neighbours import episode_remarks
from planner.service.desk.reach import refuse_role
from planner.service.desk.records import DeskOutcome, DeskRequest, Person
from planner.service.desk.states import state_of
from planner.store import Desk, Store, StoredAct, StoredWarning, TraceEntry
from planner.terms import BEIJING

__all__ = ["Counter"]

DONE, REFUSED = "done", "refused"
KEY_REUSED, STORE_FAILED = "warning.key_reused", "store."
MOMENT = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counter:
    """The desk of a city.

    Attributes:
        rules_on: the rules in force in the city on the day of an act.
        counties: codes of the city's counties and zones.
    """

    store: Store
    rules_on: Callable[[datetime], RulesInForce]
    counties: frozenset[str]

    def act(self, request: DeskRequest, person: Person) -> DeskOutcome:
        """What comes of a request; also a refusal stands in the trace.

        Raises:
            FindingsError: where the store fails, or a key is used for another question.
        """
        procedure = procedure_of(self.rules_on(request.at))
        try:
            return self.store.at_desk(lambda desk: self._answer(desk, request, person, procedure))
        except FindingsError as error:
            outcome = self._kept_refusal(request, person, error)
            if any(item.code == KEY_REUSED for item in outcome.findings):
                raise
            return outcome

    def _kept_refusal(self, request: DeskRequest, person: Person, error: FindingsError) -> DeskOutcome:
        """What failed half-way was undone as a whole; that it was asked for stands in the trace all the same."""
        if any(item.code.startswith(STORE_FAILED) for item in error.findings):
            raise error
        warning = self.store.look_at_desk(lambda desk: _seen(desk, request))
        return self.store.at_desk(lambda desk: _refused(desk, warning, request, person, error.findings))

    def _answer(self, desk: Desk, request: DeskRequest, person: Person, procedure: Procedure) -> DeskOutcome:
        asked = request_sha256(request, person.name)
        if request.key:
            desk.hold_key(request.key)
            known = desk.answered(request.key)
            if known is not None:
                return _again(desk, known, asked)
        outcome = self._decide(desk, request, person, procedure)
        if request.key and outcome.is_done:
            _remember(desk, request, asked, outcome)
        return outcome

    def _decide(self, desk: Desk, request: DeskRequest, person: Person, procedure: Procedure) -> DeskOutcome:
        warning, act = None, None
        try:
            refuse_stranger(desk, person)
            warning = _current(desk, request)
            _refuse_stale(desk, warning, request)
            refuse_role(desk, person, request, warning)
            act = _act(desk, warning, request, person)
            findings = (
                *check_act(warning, act, procedure, self.counties),
                *episode_remarks(desk, warning, act, procedure, self.counties),
            )
            if has_errors(findings):
                return _refused(desk, warning, request, person, findings)
        except FindingsError as error:
            return _refused(desk, warning, request, person, error.findings)
        return _done(desk, (warning, self.counties), request, person, (act, findings))


def _current(desk: Desk, request: DeskRequest) -> AirWarning | None:
    if not request.warning_id:
        return None
    stored = desk.warning(request.warning_id, lock=True)
    if stored is None or stored.city != request.city:
        raise FindingsError((finding("warning.unknown", value=request.warning_id),))
    return state_of(desk, stored)


def _seen(desk: Desk, request: DeskRequest) -> AirWarning | None:
    stored = desk.warning(request.warning_id)
    return state_of(desk, stored) if stored is not None and stored.city == request.city else None


def _refuse_stale(desk: Desk, warning: AirWarning | None, request: DeskRequest) -> None:
    """Who acts on what he saw is told who changed it since, and when."""
    if warning is None or request.version in (None, warning.version):
        return
    last = desk.acts(warning.warning_id)[-1]
    found = finding(
        "warning.changed_meanwhile",
        value=request.version,
        now=warning.version,
        person=last.person,
        at=last.at.astimezone(BEIJING).strftime(MOMENT),
    )
    raise FindingsError((found,))


def _act(desk: Desk, warning: AirWarning | None, request: DeskRequest, person: Person) -> Act:
    plans: tuple[AttachedPlan, ...] = ()
    is_legal = request.kind in legal_acts(warning)
    if request.kind is ActKind.ATTACH and is_legal and warning is not None and warning.terms is not None:
        plans = attached(desk, request.city, warning.terms.levels, request.plan_ids)
    return Act(
        number=1 if warning is None else warning.version + 1,
        kind=request.kind,
        person=person.name,
        at=request.at,
        reason=request.reason,
        clause=CLAUSES.get(request.kind, ""),
        terms=request.terms if request.kind is ActKind.PROPOSE and not request.is_lift else None,
        plans=plans,
        signature=request.signature,
        notice=request.notice,
        is_lift=request.is_lift,
        merged_into=request.merged_into,
    )


def _done(
    desk: Desk,
    at: tuple[AirWarning | None, frozenset[str]],
    request: DeskRequest,
    person: Person,
    act: tuple[Act, tuple[Finding, ...]],
) -> DeskOutcome:
    """The act and everything that follows from it: its row, its line in the trace, its orders.

    From the line in the trace on no other act of the store goes on, so that orders see all warnings as they are.
    """
    (before, counties), (done, findings) = at, act
    after = _opened(desk, request, done) if before is None else apply_act(before, done)
    desk.add_act(
        StoredAct(
            warning_id=after.warning_id,
            number=done.number,
            kind=done.kind,
            person=done.person,
            at=done.at,
            text=act_text(done),
        )
    )
    head = desk.append_trace(_entry(request, person, after.warning_id, DONE, act_text(done))).sha256
    issued = issue_orders(desk, before, after, IssuedOrders(at=done.at, trace_sha256=head, counties=counties))
    return DeskOutcome(warning=after, findings=findings, orders=issued, trace_sha256=head)


def _opened(desk: Desk, request: DeskRequest, act: Act) -> AirWarning:
    """The warning that a consultation opens, its id counted by city and year; exercises count by themselves."""
    head = f"{request.city}-{request.at.year}-{'D' if request.is_exercise else ''}"
    number = sum(item.is_exercise == request.is_exercise for item in desk.warnings(request.city)) + 1
    warning = open_warning(f"{head}{number:03d}", request.city, act, is_exercise=request.is_exercise)
    desk.add_warning(
        StoredWarning(
            warning_id=warning.warning_id, city=request.city, is_exercise=request.is_exercise, opened_at=act.at
        )
    )
    return warning


def _refused(
    desk: Desk, warning: AirWarning | None, request: DeskRequest, person: Person, findings: tuple[Finding, ...]
) -> DeskOutcome:
    codes = canonical({"refused": [item.code for item in findings], "reason": request.reason})
    head = desk.append_trace(_entry(request, person, request.warning_id, REFUSED, codes)).sha256
    return DeskOutcome(warning=warning, findings=findings, trace_sha256=head)


def _entry(request: DeskRequest, person: Person, subject: str, outcome: str, text: str) -> TraceEntry:
    return TraceEntry(
        at=request.at,
        person=person.name,
        role=person.role,
        city=request.city,
        subject=subject,
        action=f"warning.{request.kind}",
        outcome=outcome,
        text=text,
    )


def _remember(desk: Desk, request: DeskRequest, asked: str, outcome: DeskOutcome) -> None:
    assert outcome.warning is not None  # noqa: S101 - it was done
    answer = {
        "warning_id": outcome.warning.warning_id,
        "version": outcome.warning.version,
        "orders": outcome.orders,
        "trace_sha256": outcome.trace_sha256,
        "findings": findings_json(outcome.findings),
    }
    desk.remember(request.key, asked, canonical(answer), request.at)


def _again(desk: Desk, known: tuple[str, str], asked: str) -> DeskOutcome:
    """The first answer once more: the warning as it stood right after that act."""
    if known[0] != asked:
        raise FindingsError((finding(KEY_REUSED),))
    answer = json.loads(known[1])
    stored = desk.warning(answer["warning_id"])
    assert stored is not None  # noqa: S101 - warnings are never deleted
    acts = [act_of(item) for item in desk.acts(stored.warning_id)][: answer["version"]]
    warning = fold_acts(stored.warning_id, stored.city, acts, is_exercise=stored.is_exercise)
    return DeskOutcome(
        warning=warning,
        findings=findings_of(answer.get("findings", [])),
        orders=answer["orders"],
        trace_sha256=str(answer["trace_sha256"]),
    )


CLAUSES = {
    ActKind.PROPOSE: "warning.procedure.form.hours",
    ActKind.SIGN: "warning.procedure.signer",
    ActKind.ISSUE: "warning.procedure.lead.hours",
    ActKind.ADJUST: "warning.procedure.oscillation",
    ActKind.LIFT: "warning.procedure.lift.hours",
    ActKind.MERGE: "warning.procedure.merge",
    ActKind.NOTICE: "warning.procedure.regional",
}
"""The rule that each act rests on, where one does."""
