"""Requests and outcomes of the use cases."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from planner.audit import VerifiedFile
from planner.errors import Finding
from planner.inventory import AppliedMove, GradeMoves, Inventory
from planner.measures import FiledTexts
from planner.plan import AuditReport, PlanDocument, Status, WrittenPlan
from planner.problem import OffPeakUse, OrderInForce, Robust, SeasonHours
from planner.solve import DEFAULT_GAP
from planner.sources.workbooks import WorkbookList
from planner.terms import GradeOrder, Level, Mode

__all__ = [
    "SEASON_TOLERANCE",
    "Extras",
    "FormerOrder",
    "GradeCheck",
    "GradedList",
    "ListCheck",
    "LoadedList",
    "PlanOutcome",
    "PlanRequest",
    "RobustAsked",
    "VerifyOutcome",
    "WhatIf",
]


SEASON_TOLERANCE = 0.01
"""Share of the cheapest cost that evening the season's hours may add where nobody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """One change of a question.

    Attributes:
        kind: `grade` (of an enterprise, to the grade `value`), `exempt` (an enterprise through the level `value`) or
            `target` (the level's share, `value` as a number 0..1).
        enterprise_id: the enterprise that `grade` and `exempt` speak of.
    """

    kind: str
    enterprise_id: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What is asked for beside a plan; each takes further searches.

    Attributes:
        why_not: which clauses clash and what relaxing them costs, where a cut is missed.
        alternatives: how many other plans, 0..10, each within `within` of the plan's cost (a share of it) and differing
            from the plan and from each other in at least `differ` enterprises.
    """

    prices: bool = False
    why_not: bool = False
    alternatives: int = 0
    within: float = 0.01
    differ: int = 5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FormerOrder:
    """A former plan whose order is in force: a limit of changes, or a price of each; neither: a choice is shown."""

    document: PlanDocument
    most_changes: int | None = None
    change_price_yuan: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustAsked:
    """What the cuts are to withstand: so many failures, or chance with a file of rates of compliance."""

    failures: int = 0
    probability: float = 0.0
    compliance: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What a plan is asked for.

    Attributes:
        on: the day whose rules hold.
        list_file: None: the city's current list.
        estimate: whether gaps of the file's list are filled, marked as estimated.
        grades: file of grade moves, or the moves that a plan recorded; None: the city's current ones.
        season: ledger of the hours that lines stood still this winter, or what a plan recorded of one.
        off_peak: ledger of an off-peak plan, or what a plan already made of one; None: no line rests.
        from_order: the order in force, of a former plan or as a plan recorded it; None: none is.
        robust: failures that the cuts are to withstand, or as a plan recorded them; None: none.
        by_day: whether the cuts are to hold on each day, `notice_hours` after the order; None: the hours of the rule.
    """

    city: str
    level: Level
    mode: Mode
    on: date
    start: datetime | None = None
    end: datetime | None = None
    duration_days: int | None = None
    gap: float = DEFAULT_GAP
    list_file: Path | None = None
    estimate: bool = False
    changes: tuple[WhatIf, ...] = ()
    off_peak: Path | OffPeakUse | None = None
    grades: Path | tuple[AppliedMove, ...] | None = None
    season: Path | SeasonHours | None = None
    season_tolerance: float = SEASON_TOLERANCE
    grade_order: GradeOrder = GradeOrder.HARD
    grade_order_price_yuan: float | None = None
    extras: Extras = Extras()
    by_day: bool = False
    notice_hours: float | None = None
    from_order: FormerOrder | OrderInForce | None = None
    robust: RobustAsked | Robust | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadedList:
    """The list in use: `version` 0 and `is_demo` where it is the shipped demo list."""

    inventory: Inventory
    findings: tuple[Finding, ...]
    file: str
    version: int
    is_demo: bool
    imported_at: datetime | None
    measures: FiledTexts | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListCheck:
    """What the check of a list found; `inventory` None where an error stops it, and `measures` with it.

    Attributes:
        measures: how many of its texts of filed measures were read.
        reading: how it was read where it is no plain table under the dictionary's own headers.
    """

    file: str
    rows: int
    ok: bool
    findings: tuple[Finding, ...]
    inventory: Inventory | None
    measures: FiledTexts | None = None
    reading: WorkbookList | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GradeCheck:
    """What the check of a file of grade moves found; `moves` None where an error stops it."""

    file: str
    rows: int
    ok: bool
    findings: tuple[Finding, ...]
    moves: GradeMoves | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GradedList:
    """A list on a day: `listed` with its own grades, `inventory` with those of the day, findings about the moves."""

    listed: Inventory
    inventory: Inventory
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlanOutcome:
    """The answer to a request.

    Attributes:
        document: None where there is no plan or the referee refuses it.
        text: the plan document as stored, '' where there is none.
        written: the same with its fields, None where there is none.
        plan_id: number in the store, None for what-ifs and plans over a file.
        seconds: wall time of the search, 0 where a stored plan answered.
    """

    status: Status
    document: PlanDocument | None
    text: str
    findings: tuple[Finding, ...]
    audit: AuditReport | None
    seconds: float
    plan_id: int | None
    is_demo: bool
    written: WrittenPlan | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VerifyOutcome:
    """The verdict on a plan file."""

    file: VerifiedFile
    report: AuditReport
