"""From a warning's state and acts to what its papers say."""

from dataclasses import dataclass
from datetime import datetime

from planner.compare import level_label
from planner.episode import (
    Act,
    ActKind,
    AirWarning,
    AttachedPlan,
    Channel,
    Office,
    Round,
    Step,
    Terms,
    fold_acts,
    response_label,
)
from planner.orders.meta import OrderMeta
from planner.orders.names import Names
from planner.orders.papers.facts import OrderFacts
from planner.orders.papers.letterhead import Letterhead
from planner.orders.papers.moments import day_text, moment_text
from planner.orders.papers.order_facts import draft_mark, exercise_mark
from planner.orders.papers.qr import qr_svg, qr_text
from planner.orders.papers.warning_facts import (
    ApprovalFacts,
    AreaFacts,
    ForecastRow,
    NoticeFacts,
    OpinionFacts,
    PlanFacts,
    WarningHead,
)
from planner.terms import N_, Phrasebook

__all__ = ["WarningCase", "approval_facts", "notice_facts", "opinion_facts", "signer_text", "warning_head"]

ACTS = {Round.ISSUE: N_("Issue"), Round.ADJUST: N_("Adjust"), Round.LIFT: N_("Lift")}
ISSUING = (ActKind.ISSUE, ActKind.ADJUST, ActKind.LIFT)
OFFICES = {Office.DEPUTY_MAYOR: N_("deputy mayor"), Office.MAYOR: N_("mayor")}
CHANNELS = {Channel.PAPER: N_("on paper"), Channel.TELEPHONE: N_("by telephone")}
CAUSES = {
    "pm25": N_("fine particles (PM2.5)"),
    "o3": N_("ozone"),
    "dust": N_("dust"),
    "fire": N_("wildfire"),
    "transport": N_("transport across the border"),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WarningCase:
    """A warning with its acts, and the words for them.

    Attributes:
        trace_sha256: head of the trace that its newest orders carry, '' where there are none.
        office_needed: the lowest office that signs.
    """

    warning: AirWarning
    acts: tuple[Act, ...]
    trace_sha256: str
    office_needed: Office
    letterhead: Letterhead
    meta: OrderMeta
    phrasebook: Phrasebook

    @property
    def is_under_way(self) -> bool:
        """Whether a round is under way that has not been issued: its papers are drafts."""
        return self.warning.step in (Step.CONSULTED, Step.PROPOSED, Step.ATTACHED, Step.REVIEWED, Step.SIGNED)

    @property
    def round(self) -> Round:
        """What the papers are about: the round under way, else the last one issued."""
        if self.is_under_way:
            return self.warning.round
        if self.warning.step in (Step.LIFTED, Step.EVALUATED):
            return Round.LIFT
        held = self.warning.in_force
        return Round.ADJUST if held is not None and held.version > 1 else Round.ISSUE

    @property
    def terms(self) -> Terms | None:
        """The terms that the papers name: of a lifting those that are lifted."""
        held = self.warning.in_force.terms if self.warning.in_force else None
        own = self.warning.terms if self.is_under_way and self.round is not Round.LIFT else None
        return own or held or self._last_terms()

    def last(self, *kinds: ActKind) -> Act | None:
        """The last act of some kinds."""
        return next((act for act in reversed(self.acts) if act.kind in kinds), None)

    def before_last_issue(self) -> Terms | None:
        """The terms that held before the round that the papers are about, None where none did."""
        places = [place for place, act in enumerate(self.acts) if act.kind in ISSUING]
        if self.is_under_way or not places or places[-1] == 0:
            held = self.warning.in_force
        else:
            named, until = self.warning, self.acts[: places[-1]]
            held = fold_acts(named.warning_id, named.city, until, is_exercise=named.is_exercise).in_force
        return held.terms if held else None

    def _last_terms(self) -> Terms | None:
        return next((act.terms for act in reversed(self.acts) if act.terms is not None), None)


def warning_head(case: WarningCase) -> WarningHead:
    """What every paper of the warning says."""
    warning, phrasebook, letterhead, terms = case.warning, case.phrasebook, case.letterhead, case.terms
    version = warning.in_force.version if warning.in_force else 1
    plans = _plans(case)
    text = qr_text(warning.warning_id, version, plans[-1].plan_sha256 if plans else "", case.trace_sha256)
    end = moment_text(phrasebook, terms.end) if terms else ""
    return WarningHead(
        warning_id=warning.warning_id,
        city=Names(case.meta, phrasebook).city,
        authority=letterhead.authority,
        office=letterhead.office,
        duty_phone=letterhead.duty_phone,
        plan_name=letterhead.plan_name,
        kind=str(case.round),
        act=phrasebook.say(ACTS[case.round]),
        level=level_label(phrasebook, terms.level) if terms else "",
        response=response_label(phrasebook, terms.level) if terms else "",
        areas=_areas(case, terms) if terms else (),
        start=moment_text(phrasebook, terms.start) if terms else "",
        end=end or phrasebook.say(N_("the lifting will be announced separately")),
        cause=phrasebook.say(CAUSES.get(terms.cause, terms.cause)) if terms else "",
        version=version,
        plans=tuple(PlanFacts(level=level_label(phrasebook, item.level), sha256=item.plan_sha256) for item in plans),
        trace_sha256=case.trace_sha256,
        draft_mark=draft_mark(phrasebook, is_signed=_is_signed(case)),
        exercise_mark=exercise_mark(phrasebook, is_exercise=warning.is_exercise),
        qr_text=text,
        qr_svg=qr_svg(text),
    )


def notice_facts(case: WarningCase, orders: tuple[OrderFacts, ...]) -> NoticeFacts:
    """The notice of an issue, an adjustment or a lifting.

    Args:
        orders: the newest orders, for the numbers that the notice names; may be empty.
    """
    phrasebook, head, before = case.phrasebook, warning_head(case), case.before_last_issue()
    issued = case.last(*ISSUING) if not case.is_under_way else None
    names = Names(case.meta, phrasebook)
    counties = tuple(names.county(code) for code, _, _ in case.meta.county_names)
    is_adjusted = case.round is Round.ADJUST and before is not None
    rows = tuple(row for order in orders for row in order.rows if order.credit_code != "—")
    return NoticeFacts(
        head=head,
        title=case.letterhead.title(str(case.round)).replace("{level}", head.level),
        document_prefix=case.letterhead.document_prefix,
        year=_year(case),
        addressees=phrasebook.say(N_("{counties}; the departments concerned"), counties="、".join(counties)),
        previous=f"{level_label(phrasebook, before.level)}（{response_label(phrasebook, before.level)}）"
        if is_adjusted and before
        else "",
        changed=moment_text(phrasebook, issued.at) if issued and case.round is not Round.ISSUE else "",
        enterprises=sum(order.credit_code != "—" for order in orders),
        lines=len(rows),
        others=sum(len(order.rows) for order in orders) - len(rows),
        issued=day_text(phrasebook, issued.at) if issued else "",
        copies_to=case.letterhead.copies_to,
    )


def opinion_facts(case: WarningCase, clause: str = "", forecast: tuple[ForecastRow, ...] = ()) -> OpinionFacts:
    """The consultation opinion.

    Args:
        clause: of the criterion, as the advice quotes it.
        forecast: the days consulted on.
    """
    held, proposed = case.last(ActKind.CONSULT), case.last(ActKind.PROPOSE)
    return OpinionFacts(
        head=warning_head(case),
        held=moment_text(case.phrasebook, held.at) if held else "",
        recorder=held.person if held else "",
        opinion=held.reason if held else "",
        proposal=proposed.reason if proposed else "",
        clause=clause,
        forecast=forecast,
    )


def approval_facts(case: WarningCase) -> ApprovalFacts:
    """The approval form of the round that the papers are about."""
    say, consulted = case.phrasebook.say, case.last(ActKind.CONSULT)
    proposed, reviewed = case.last(ActKind.PROPOSE), case.last(ActKind.REVIEW)
    signed = case.last(ActKind.SIGN, ActKind.CONFIRM_SIGNATURE) if _is_signed(case) else None
    issued = case.last(*ISSUING) if not case.is_under_way else None
    signature = signed.signature if signed else None
    return ApprovalFacts(
        head=warning_head(case),
        consulted=_moment(case, consulted.at if consulted else None),
        opinion=consulted.reason if consulted else "",
        proposed_by=proposed.person if proposed else "",
        proposed=_moment(case, proposed.at if proposed else None),
        proposal=proposed.reason if proposed else "",
        reviewed_by=case.warning.reviewed_by or (reviewed.person if reviewed and _is_signed(case) else ""),
        reviewed=_moment(case, reviewed.at if reviewed and (case.warning.reviewed_by or _is_signed(case)) else None),
        review=reviewed.reason if reviewed and (case.warning.reviewed_by or _is_signed(case)) else "",
        office_needed=say(OFFICES[case.office_needed]),
        signer=signature.signer if signature else "",
        signer_office=say(OFFICES[signature.office]) if signature else "",
        channel=say(CHANNELS[signature.channel]) if signature else "",
        signed=_moment(case, signature.signed_at if signature else None),
        paper_due=_moment(case, signature.paper_due if signature else None),
        issued_by=issued.person if issued else "",
        issued=_moment(case, issued.at if issued else None),
    )


def signer_text(case: WarningCase) -> str:
    """Who signed, as what, how and when; '' where nobody has."""
    signed = case.last(ActKind.SIGN, ActKind.CONFIRM_SIGNATURE) if _is_signed(case) else None
    if signed is None or signed.signature is None:
        return ""
    signature, say = signed.signature, case.phrasebook.say
    return say(
        N_("{signer} ({office}), {channel}, {time}"),
        signer=signature.signer,
        office=say(OFFICES[signature.office]),
        channel=say(CHANNELS[signature.channel]),
        time=moment_text(case.phrasebook, signature.signed_at),
    )


def _is_signed(case: WarningCase) -> bool:
    return not case.is_under_way or case.warning.step is Step.SIGNED


def _plans(case: WarningCase) -> tuple[AttachedPlan, ...]:
    held = case.warning.in_force.plans if case.warning.in_force else ()
    return (case.warning.plans if case.is_under_way else ()) or held


def _areas(case: WarningCase, terms: Terms) -> tuple[AreaFacts, ...]:
    names, say = Names(case.meta, case.phrasebook), case.phrasebook.say
    return tuple(
        AreaFacts(
            area="、".join(names.county(code) for code in area.counties) or say(N_("the whole city")),
            level=level_label(case.phrasebook, area.level),
            response=response_label(case.phrasebook, area.level),
        )
        for area in terms.areas
    )


def _moment(case: WarningCase, moment: datetime | None) -> str:
    return moment_text(case.phrasebook, moment)


def _year(case: WarningCase) -> str:
    last = case.acts[-1].at if case.acts else None
    return day_text(case.phrasebook, last)[:4]
