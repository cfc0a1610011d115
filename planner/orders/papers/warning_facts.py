"""What the papers of a warning say: notice, consultation opinion, approval form, each from its acts and terms alone."""

from dataclasses import dataclass

__all__ = ["ApprovalFacts", "AreaFacts", "ForecastRow", "NoticeFacts", "OpinionFacts", "PlanFacts", "WarningHead"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFacts:
    """An area with its level of warning and of response."""

    area: str
    level: str
    response: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """The plan of a level and its hash."""

    level: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningHead:
    """What every paper of a warning says.

    Attributes:
        kind: `issue`, `adjust` or `lift`, told in words by `act`.
        level, response: the highest of any area; of a lifting what is lifted.
        end: says that lifting is announced apart where it is open.
        version: of the orders.
        trace_sha256: head of the trace at the issue, '' before.
    """

    warning_id: str
    city: str
    authority: str
    office: str
    duty_phone: str
    plan_name: str
    kind: str
    act: str
    level: str
    response: str
    areas: tuple[AreaFacts, ...]
    start: str
    end: str
    cause: str
    version: int
    plans: tuple[PlanFacts, ...]
    trace_sha256: str
    draft_mark: str
    exercise_mark: str
    qr_text: str
    qr_svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """A notice in the layout of GB/T 9704.

    Attributes:
        document_prefix, year: of the number of the document; its serial stays blank for the registry.
        previous: level and response that an adjustment leaves, '' otherwise.
        changed: moment of an adjustment or lifting, '' of an issue.
        enterprises, lines, others: how many are ordered, 0 where no order is at hand.
    """

    head: WarningHead
    title: str
    document_prefix: str
    year: str
    addressees: str
    previous: str
    changed: str
    enterprises: int
    lines: int
    others: int
    issued: str
    copies_to: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRow:
    """A day of the forecast or of the measurements, in words."""

    day: str
    aqi: str
    category: str
    primary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionFacts:
    """A consultation opinion (会商意见).

    Attributes:
        forecast: the days consulted on; empty: the paper leaves lines for them.
        clause: of the rule that the opinion rests on, '' where none is named.
    """

    head: WarningHead
    held: str
    recorder: str
    opinion: str
    proposal: str
    clause: str
    forecast: tuple[ForecastRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalFacts:
    """An approval form (审批表); what has not happened yet is ''."""

    head: WarningHead
    consulted: str
    opinion: str
    proposed_by: str
    proposed: str
    proposal: str
    reviewed_by: str
    reviewed: str
    review: str
    office_needed: str
    signer: str
    signer_office: str
    channel: str
    signed: str
    paper_due: str
    issued_by: str
    issued: str
