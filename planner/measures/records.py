"""What a text says: statements with the phrase they came from, and what could not be read."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Base", "Bound", "Doubt", "Kind", "Reading", "Statement", "Unread", "Vehicles"]


class Kind(StrEnum):
    """What a statement asks for, in the words of the shared phrase corpus."""

    HALT = "halt"
    LIMIT_SHARE = "limit_share"
    LIMIT_ABSOLUTE = "limit_absolute"
    LIMIT_TO_BASELINE = "limit_to_baseline"
    LENGTHEN_CYCLE = "lengthen_cycle"
    HOLD_HOT = "hold_hot"
    ON_OFF_CYCLE = "on_off_cycle"
    DURATION_DEPENDENT = "duration_dependent"
    ROTATION = "rotation"
    PROCESS_HALT = "process_halt"
    TRUCK_BAN = "truck_ban"
    MACHINERY_BAN = "machinery_ban"
    GUARANTEE_FLOOR = "guarantee_floor"
    SELF_DETERMINED = "self_determined"
    MONITOR_ONLY = "monitor_only"
    OTHER = "other"


class Bound(StrEnum):
    """How a number binds; '' where the text says it bare."""

    NONE = ""
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"


class Base(StrEnum):
    """What a share is a share of."""

    LOAD = "load"
    EMISSIONS = "emissions"
    CITY = "city"
    AIR = "air"


class Doubt(StrEnum):
    """Why a statement that was read is not to be acted on without a person."""

    SOFT = "soft"
    BY_OR_TO = "by_or_to"
    OPEN_BOUND = "open_bound"
    REFERENCE = "reference"
    COMPLEMENT = "complement"
    CONDITION = "condition"
    CHOICE_OF_BASIS = "choice_of_basis"
    APPROXIMATE = "approximate"
    EARLIER_ORDER = "earlier_order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicles:
    """Which vehicles or machines a ban speaks of.

    Attributes:
        through_standard: banned are those of this stage of the emission standard and below, 0 where none is named.
        words: what narrows the ban (fuel, weight, cargo), as written.
        all_of_them: whether every vehicle is meant.
    """

    through_standard: int = 0
    words: tuple[str, ...] = ()
    all_of_them: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a text asks for.

    Attributes:
        share_cut: share of the base that is cut, 0..1; 1 for a halt of all that it names.
        base: what the share is of.
        from_amount, to_amount: the amounts named, in `unit`; None where there is none.
        unit: h, times/day, heats/day, t/day, mg/m3, days, h off/h on, as it stands for `to_amount`.
        count_or_capacity: `count` or `capacity` where the text says how a share of lines is taken, else ''.
        bound: how the number binds.
        stop_count, keep_count: units that stop, or stay in operation; None where none is named.
        line_ids: names of lines (`1#`), in the order of the text.
        equipment: the words that name what is spoken of, as written.
        hours: times, days and dates as written, in one spelling.
        exceptions: what is left out, as written.
        levels: warning levels that the words themselves name.
        binding: False where a soft word (原则上, 鼓励) stands with it.
        doubts: why a person should look.
        phrase: the words as written that it came from.
    """

    kind: Kind
    phrase: str
    share_cut: float | None = None
    base: Base = Base.LOAD
    from_amount: float | None = None
    to_amount: float | None = None
    unit: str = ""
    count_or_capacity: str = ""
    bound: Bound = Bound.NONE
    vehicles: Vehicles | None = None
    stop_count: int | None = None
    keep_count: int | None = None
    line_ids: tuple[str, ...] = ()
    equipment: str = ""
    hours: str = ""
    exceptions: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    binding: bool = True
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Words that could not be read, and the first of them that is in the way ('' where nothing is asked for)."""

    phrase: str
    in_the_way: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text says. It is read only where nothing of it stays unread."""

    text: str
    statements: tuple[Statement, ...]
    unread: tuple[Unread, ...]

    @property
    def is_read(self) -> bool:
        """Whether every clause was read."""
        return bool(self.statements) and not self.unread
