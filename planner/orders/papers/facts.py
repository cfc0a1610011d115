"""What the papers of a plan or a warning say, as plain records: templates lay them out and work nothing out."""

from dataclasses import dataclass
from datetime import datetime

from planner.episode import OrderKind, OrderLine
from planner.problem import PlanProblem
from planner.terms import Level

__all__ = ["IssuedOrder", "OrderFacts", "OrderRow", "OrderSetting", "SourcePlan"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourcePlan:
    """The plan of a level that orders were made from: its problem names sources and clauses.

    Attributes:
        by_day: (source, share of normal activity on each day) of sources whose share changes with the days.
    """

    level: Level
    problem: PlanProblem
    by_day: tuple[tuple[str, tuple[float, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedOrder:
    """One order on its way to paper.

    Attributes:
        version: of the warning's orders, 1 the first.
        plan_sha256: of the plan behind it, '' for a release; `trace_sha256`: head of the trace, '' for a draft.
        lines: as an EnterpriseOrder has them; `before`: what its owner was told by the order that this one `follows`.
        made_at: moment of the issue, None for a draft.
    """

    number: str
    version: int
    kind: OrderKind
    owner: str
    county: str
    plan_sha256: str
    trace_sha256: str
    lines: tuple[OrderLine, ...]
    before: tuple[OrderLine, ...] = ()
    follows: str = ""
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSetting:
    """What all orders of one issue share.

    Attributes:
        warning_id: '' for the drafts of a plan that belongs to no warning.
        is_signed: whether the warning is signed and issued; all else is a draft.
        signer: who signed and how, in words; '' where nobody did.
        contacts: (owner, name, telephone) of enterprises, from the list; empty where it is not at hand.
    """

    warning_id: str = ""
    is_signed: bool = False
    is_exercise: bool = False
    signer: str = ""
    contacts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """One line, boiler, fleet or site of an order, in words.

    Attributes:
        before: what was told before, '' where nothing was.
        clauses: numbers of the order's clauses, such as `[1][3]`.
    """

    number: int
    source: str
    activity: str
    before: str
    measure: str
    period: str
    check: str
    clauses: str
    sector: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFacts:
    """An order in words, ready to be laid out.

    Attributes:
        draft_mark, exercise_mark: '' where the paper carries no such mark.
        start, end: of the measures; `end` says that lifting is announced apart where it is open.
        resumed: moment of resumption of a release, '' otherwise.
        clauses: the clauses that rows name by number; `open_count`: how many of them are still to be confirmed.
        qr_text: what the QR code holds; `qr_svg` the code itself.
    """

    number: str
    version: int
    kind: str
    title: str
    warning_id: str
    draft_mark: str
    exercise_mark: str
    addressee: str
    credit_code: str
    county_code: str
    county: str
    city: str
    grade: str
    activity: str
    contact_name: str
    contact_phone: str
    level: str
    response: str
    start: str
    end: str
    resumed: str
    follows: str
    rows: tuple[OrderRow, ...]
    clauses: tuple[str, ...]
    open_count: int
    safety: str
    signer: str
    issued: str
    plan_sha256: str
    trace_sha256: str
    qr_text: str
    qr_svg: str
