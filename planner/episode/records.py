"""Records of a warning: its terms, the plans attached, signatures, acts, and the state they add up to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from planner.terms import LEVELS, Level

__all__ = [
    "Act",
    "ActKind",
    "AirWarning",
    "AreaLevel",
    "AttachedPlan",
    "Channel",
    "InForce",
    "Notice",
    "Office",
    "Round",
    "Signature",
    "Step",
    "Terms",
]


class Round(StrEnum):
    """What the acts under way are to bring about."""

    ISSUE = "issue"
    ADJUST = "adjust"
    LIFT = "lift"


class Step(StrEnum):
    """How far a warning has come; PROPOSED to SIGNED belong to the round under way."""

    CONSULTED = "consulted"
    PROPOSED = "proposed"
    ATTACHED = "attached"
    REVIEWED = "reviewed"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    LIFTED = "lifted"
    EVALUATED = "evaluated"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


class ActKind(StrEnum):
    """What a person does to a warning."""

    CONSULT = "consult"
    PROPOSE = "propose"
    ATTACH = "attach"
    REVIEW = "review"
    RETURN = "return"
    SIGN = "sign"
    CONFIRM_SIGNATURE = "confirm_signature"
    ISSUE = "issue"
    ADJUST = "adjust"
    LIFT = "lift"
    WITHDRAW = "withdraw"
    DROP = "drop"
    NOTICE = "notice"
    MERGE = "merge"
    EVALUATE = "evaluate"


class Office(StrEnum):
    """Who may sign; a higher office may sign what a lower one may, the lowest first."""

    DEPUTY_MAYOR = "deputy_mayor"
    MAYOR = "mayor"

    @property
    def rank(self) -> int:
        """Place in the order of offices, 0 the lowest."""
        return list(Office).index(self)


class Channel(StrEnum):
    """How a signature was given; by telephone it is followed by one on paper."""

    PAPER = "paper"
    TELEPHONE = "telephone"


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaLevel:
    """A level over an area: the codes of its counties, none for the whole city."""

    level: Level
    counties: tuple[str, ...] = ()

    def covers(self, county: str) -> bool:
        """Whether the area covers a county."""
        return not self.counties or county in self.counties


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a warning says.

    Attributes:
        areas: at least one; where several cover a county the highest level holds there.
        start: first moment of the measures, with offset; `end` None: until further notice (解除时间另行通知).
        cause: code of the cause, such as `pm25`.
    """

    areas: tuple[AreaLevel, ...]
    start: datetime
    end: datetime | None
    cause: str

    @property
    def level(self) -> Level:
        """The highest level of any area: the one whose office signs."""
        return max((item.level for item in self.areas), key=LEVELS.index)

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels that the areas name, each once, the lowest first."""
        return tuple(level for level in LEVELS if any(item.level is level for item in self.areas))

    def level_in(self, county: str) -> Level | None:
        """The level of a county, None where no area covers it."""
        found = [item.level for item in self.areas if item.covers(county)]
        return max(found, key=LEVELS.index) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedPlan:
    """The plan of one level, by its number in the store and its hash; `book_id` where it comes from a book."""

    level: Level
    plan_id: int
    plan_sha256: str
    list_sha256: str
    rules_sha256: str
    book_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A signature given outside the system.

    Attributes:
        signed_at: when it was given; `form_sha256` over the scan of the approval form (审批表), '' where there is none.
        paper_due: by when the paper follows a signature by telephone; None: nothing is to follow.
    """

    signer: str
    office: Office
    channel: Channel
    signed_at: datetime
    form_sha256: str = ""
    paper_due: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A regional notice of the province or the ministry; `lifted` where it ends an earlier one."""

    issuer: str
    number: str
    level: Level
    start: datetime
    lifted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """What is in force: the terms, their plans, since when, and which version of the orders (1 is the first)."""

    terms: Terms
    plans: tuple[AttachedPlan, ...]
    since: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act upon a warning.

    Attributes:
        number: 1 for the first act of a warning, without gaps.
        person: who did it; `at` when, with offset.
        clause: id of the rule that the act rests on, '' where none does.
        terms, plans, signature, notice: what the act brings along, each only with the kinds that need it.
        is_lift: of a proposal, that the warning is to be lifted.
        merged_into: the warning that takes this one over.
    """

    number: int
    kind: ActKind
    person: str
    at: datetime
    reason: str
    clause: str = ""
    terms: Terms | None = None
    plans: tuple[AttachedPlan, ...] = ()
    signature: Signature | None = None
    notice: Notice | None = None
    is_lift: bool = False
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AirWarning:
    """The state of a warning after its acts.

    Attributes:
        warning_id: its number, such as 2026-003.
        is_exercise: 演练: never a live order.
        version: number of its last act; whoever acts names the version that he saw.
        consulted_at: when the consultation opinion was given.
        proposed_by, reviewed_by: persons of the round under way, '' before.
        terms, plans, signature: of the round under way; `in_force` what holds meanwhile.
        owed: signatures by telephone of earlier rounds whose paper is still to come, the oldest first.
        notices: regional notices recorded with it, the newest last.
    """

    warning_id: str
    city: str
    is_exercise: bool
    version: int
    round: Round
    step: Step
    consulted_at: datetime
    proposed_by: str = ""
    reviewed_by: str = ""
    terms: Terms | None = None
    plans: tuple[AttachedPlan, ...] = ()
    signature: Signature | None = None
    in_force: InForce | None = None
    owed: tuple[Signature, ...] = ()
    notices: tuple[Notice, ...] = ()
    lifted_at: datetime | None = None
    merged_into: str = ""

    @property
    def notice(self) -> Notice | None:
        """The regional notice that holds, None where there is none or it was lifted."""
        return None if not self.notices or self.notices[-1].lifted else self.notices[-1]

    @property
    def awaited(self) -> tuple[Signature, ...]:
        """All signatures whose paper is still to come, the oldest first."""
        own = self.signature
        return self.owed if own is None or own.paper_due is None else (*self.owed, own)

    @property
    def is_open(self) -> bool:
        """Whether anything can still be issued or lifted."""
        return self.step not in (Step.LIFTED, Step.EVALUATED, Step.WITHDRAWN, Step.MERGED)
