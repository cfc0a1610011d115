"""What a row of the list may be: kinds, sectors, grades, guarantees, operating status."""

from enum import StrEnum

__all__ = ["GRADE_RANK", "Grade", "Guarantee", "OperatingStatus", "Sector", "SourceKind"]


class SourceKind(StrEnum):
    """What one row of the list stands for."""

    LINE = "line"
    BOILER = "boiler"
    FLEET = "fleet"
    SITE = "site"
    REST = "rest"


class Sector(StrEnum):
    """The rows of the field's summary table."""

    DUST = "dust"
    INDUSTRY = "industry"
    MOBILE = "mobile"
    OTHER = "other"


class Grade(StrEnum):
    """A performance grade (绩效等级); `none`: nobody grades it; `ungraded`: of a key industry, no grade yet."""

    A = "A"
    LEADING = "leading"
    B = "B"
    B_MINUS = "B-"
    C = "C"
    D = "D"
    NON_LEADING = "non_leading"
    UNGRADED = "ungraded"
    NONE = "none"


GRADE_RANK: dict[Grade, int] = {
    Grade.A: 0,
    Grade.LEADING: 0,
    Grade.B: 1,
    Grade.B_MINUS: 2,
    Grade.C: 3,
    Grade.NON_LEADING: 3,
    Grade.D: 4,
}
"""Order of the grades that can be compared, best first; ungraded and none stand outside it."""


class Guarantee(StrEnum):
    """Why a source may not fall below its minimum load (保障类)."""

    NONE = "none"
    HEAT = "heat"
    OUTPUT = "output"
    CO_DISPOSAL = "co_disposal"
    POWER = "power"


class OperatingStatus(StrEnum):
    """Only `running` equipment counts, in the base as in a reduction."""

    RUNNING = "running"
    IDLE = "idle"
    SPARE = "spare"
    DISMANTLED = "dismantled"
