"""What is asked of the warning desk, by whom, and what it answers."""

from dataclasses import dataclass
from datetime import datetime

from planner.episode import Act, ActKind, AirWarning, Notice, Role, Signature, Terms
from planner.errors import Finding, has_errors
from planner.store import StoredWarningOrder

__all__ = ["DeskOutcome", "DeskRequest", "Person", "WarningView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who asks: `county_code` '' where the person acts for the whole city."""

    name: str
    role: Role
    county_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRequest:
    """One act that somebody asks for.

    Attributes:
        warning_id: '' of a consultation, which opens a warning.
        at: when; the desk reads no clock.
        version: the version that the person saw; None: whatever it is now.
        key: chosen by the sender: the same key again has one effect and the same answer; '' for none.
        plan_ids: of an attachment the plans by number; empty: those of the approved book.
        signature, notice, terms, is_lift, merged_into: as in an act.
    """

    kind: ActKind
    city: str
    at: datetime
    reason: str
    warning_id: str = ""
    version: int | None = None
    key: str = ""
    is_exercise: bool = False
    terms: Terms | None = None
    plan_ids: tuple[int, ...] = ()
    signature: Signature | None = None
    notice: Notice | None = None
    is_lift: bool = False
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskOutcome:
    """What came of a request.

    Attributes:
        warning: the state after it, or as it stands where it was refused; None where there is none.
        findings: why it was refused, and what the person should know.
        orders: how many orders it made.
        trace_sha256: head of the trace behind it.
    """

    warning: AirWarning | None
    findings: tuple[Finding, ...]
    orders: int = 0
    trace_sha256: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the act was done."""
        return not has_errors(self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningView:
    """A warning with its acts and orders.

    Attributes:
        beside: orders of the city's other warnings that were in force meanwhile: they may take an owner's over.
        standing: the newest order of each owner that rests on the warning, by county and owner.
    """

    warning: AirWarning
    acts: tuple[Act, ...]
    orders: tuple[StoredWarningOrder, ...]
    beside: tuple[StoredWarningOrder, ...] = ()
    standing: tuple[StoredWarningOrder, ...] = ()
