"""What is wrong with an act: its terms, plans, signature and person, everything at once."""

from collections.abc import Iterator
from datetime import timedelta

from planner.episode.legal import legal_acts
from planner.episode.procedure import Procedure
from planner.episode.records import Act, ActKind, AirWarning, Channel, Office, Round, Terms
from planner.errors import Finding, Severity, finding
from planner.terms import LEVELS, Level

__all__ = ["check_act", "needs_second_person"]

ALONE = (Level.YELLOW,)
LATEST = {ActKind.ISSUE, ActKind.ADJUST}


def needs_second_person(warning: AirWarning) -> bool:
    """Whether another person than the proposer must review: at orange and red, and where such a warning is lifted."""
    held = warning.in_force.terms.level if warning.in_force else None
    levels = [item for item in (warning.terms.level if warning.terms else None, held) if item is not None]
    return any(level not in ALONE for level in levels)


def check_act(
    warning: AirWarning | None, act: Act, procedure: Procedure, counties: frozenset[str]
) -> tuple[Finding, ...]:
    """Everything that stands against an act, and what its person should know; empty where it may be done.

    Args:
        warning: the state it is done to, None for a consultation.
        counties: codes of the counties of the city.
    """
    legal = legal_acts(warning)
    if act.kind not in legal:
        step = warning.step if warning else ""
        return (finding("warning.act.illegal", value=act.kind, step=step, legal=",".join(legal)),)
    found = list(_person(act))
    if warning is not None:
        found += _content(warning, act, procedure, counties)
    return tuple(found)


def _person(act: Act) -> Iterator[Finding]:
    if not act.person.strip():
        yield finding("warning.person.missing")
    if not act.reason.strip():
        yield finding("warning.reason.missing", value=act.kind)
    if act.at.tzinfo is None:
        yield finding("warning.time.no_zone", value=act.at.isoformat())


def _content(warning: AirWarning, act: Act, procedure: Procedure, counties: frozenset[str]) -> Iterator[Finding]:
    if act.kind is ActKind.PROPOSE:
        yield from _proposal(warning, act, procedure, counties)
    elif act.kind is ActKind.ATTACH:
        yield from _plans(warning, act)
    elif act.kind in (ActKind.SIGN, ActKind.CONFIRM_SIGNATURE):
        yield from _signature(warning, act, procedure)
    elif act.kind in LATEST and warning.terms is not None:
        yield from _lead(warning.terms, act, procedure)
    else:
        yield from _short(warning, act)


def _short(warning: AirWarning, act: Act) -> Iterator[Finding]:
    """What one look tells of the acts that bring little along."""
    if act.kind is ActKind.REVIEW and act.person == warning.proposed_by and needs_second_person(warning):
        yield finding("warning.review.same_person", value=act.person)
    if act.kind is ActKind.LIFT and warning.notice is not None:
        yield finding("warning.lift.regional_notice", value=warning.notice.number)
    if act.kind is ActKind.NOTICE and act.notice is None:
        yield finding("warning.notice.missing")
    if act.kind is ActKind.MERGE and act.merged_into in ("", warning.warning_id):
        yield finding("warning.merge.target", value=act.merged_into)


def _proposal(warning: AirWarning, act: Act, procedure: Procedure, counties: frozenset[str]) -> Iterator[Finding]:
    if act.is_lift:
        if warning.in_force is None:
            yield finding("warning.lift.nothing")
        return
    if act.terms is None or not act.terms.areas:
        yield finding("warning.terms.missing")
        return
    yield from _terms(act.terms, counties)
    yield from _lead(act.terms, act, procedure)
    notice = warning.notice
    if notice is not None and LEVELS.index(act.terms.level) < LEVELS.index(notice.level):
        yield finding("warning.terms.below_notice", value=act.terms.level, notice=notice.number, level=notice.level)
    if warning.in_force is not None and act.terms == warning.in_force.terms:
        yield finding("warning.terms.unchanged")


def _terms(terms: Terms, counties: frozenset[str]) -> Iterator[Finding]:
    if terms.start.tzinfo is None or (terms.end is not None and terms.end.tzinfo is None):
        yield finding("warning.time.no_zone", value=terms.start.isoformat())
    elif terms.end is not None and terms.end <= terms.start:
        yield finding("warning.terms.end_before_start", value=terms.end.isoformat(), start=terms.start.isoformat())
    named = [code for area in terms.areas for code in area.counties]
    for code in sorted(set(named) - counties):
        yield finding("warning.terms.county_unknown", value=code)


def _lead(terms: Terms, act: Act, procedure: Procedure) -> Iterator[Finding]:
    """Less notice than the procedure asks for is told and recorded; air that is bad already may demand it."""
    if terms.start.tzinfo is None or act.at.tzinfo is None:
        return
    if terms.start - act.at < timedelta(hours=procedure.lead_hours):
        hours = (terms.start - act.at) / timedelta(hours=1)
        yield finding(
            "warning.terms.short_lead",
            Severity.WARNING,
            value=f"{hours:.1f}",
            lead=f"{procedure.lead_hours:g}",
            immediate=f"{procedure.immediate_hours:g}",
        )


def _plans(warning: AirWarning, act: Act) -> Iterator[Finding]:
    wanted = warning.terms.levels if warning.terms else ()
    given = [plan.level for plan in act.plans]
    for level in wanted:
        if given.count(level) != 1:
            yield finding("warning.plan.of_level", value=level, count=given.count(level))
    for level in sorted(set(given) - set(wanted)):
        yield finding("warning.plan.not_asked", value=level)


def _office(warning: AirWarning, kind: ActKind, office: Office, procedure: Procedure) -> Iterator[Finding]:
    """Whether the office may sign: a paper that follows an earlier call takes the office that called."""
    if kind is ActKind.CONFIRM_SIGNATURE and warning.owed:
        called = warning.owed[0].office
        if office.rank < called.rank:
            yield finding("warning.signature.earlier_office", value=office, needed=called)
        return
    level = warning.terms.level if warning.terms else warning.in_force.terms.level if warning.in_force else None
    if level is not None and office.rank < procedure.office(level).rank:
        yield finding("warning.signature.office", value=office, level=level, needed=procedure.office(level))


def _signature(warning: AirWarning, act: Act, procedure: Procedure) -> Iterator[Finding]:
    signed = act.signature
    if signed is None or not signed.signer.strip():
        yield finding("warning.signature.missing")
        return
    yield from _office(warning, act.kind, signed.office, procedure)
    if signed.signed_at.tzinfo is None or signed.signed_at > act.at:
        yield finding("warning.signature.time", value=signed.signed_at.isoformat(), now=act.at.isoformat())
    telephone = signed.channel is Channel.TELEPHONE
    if telephone and act.kind is ActKind.CONFIRM_SIGNATURE:
        yield finding("warning.signature.not_on_paper", value=signed.channel)
    if telephone and act.kind is ActKind.SIGN and signed.paper_due is None:
        yield finding("warning.signature.no_deadline")
    if not telephone and signed.paper_due is not None:
        yield finding("warning.signature.deadline_on_paper")
    if act.kind is ActKind.SIGN and warning.round is Round.LIFT and warning.notice is not None:
        yield finding("warning.lift.regional_notice", Severity.WARNING, value=warning.notice.number)
