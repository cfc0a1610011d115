"""The law of warnings as records: index standards, criteria and what a city adds to them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.terms import LEVELS, Evidence, Level, RuleStatus

__all__ = [
    "DAY_HOURS",
    "AqiCategory",
    "AqiItem",
    "AqiStandard",
    "CriteriaSet",
    "LawSource",
    "WarningCondition",
    "WarningCriterion",
    "WarningLaw",
    "WarningStage",
]

DAY_HOURS = 24
"""Hours of a 24-hour mean; conditions last a multiple of it, or fewer hours of measured hourly values."""


class WarningStage(StrEnum):
    """What a criterion leads to: early control and blue lie below the three levels of today."""

    EARLY = "early"
    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"

    @property
    def level(self) -> Level | None:
        """The warning level, None for early control and blue."""
        return Level(self.value) if self.value in set(LEVELS) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawSource:
    """Where a piece of law comes from and from when it holds.

    Attributes:
        from_day: first day on which it holds.
        clause: clause as the instrument counts it, or CLAUSE_NOT_STATED.
        still_valid_on: the last day on which a person found it still valid.
    """

    from_day: date
    instrument: str
    clause: str
    status: RuleStatus
    evidence: Evidence
    still_valid_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AqiItem:
    """A column of a standard's table: a pollutant over an averaging time.

    Attributes:
        code: such as `pm25_24h`; `pollutant`: such as `pm25`.
        decimals: places to which a concentration is rounded, half to even.
        breakpoints: concentrations at the standard's steps, in µg/m³ (CO in mg/m³); a short column ends early.
        above_iaqi: the sub-index of anything above the last breakpoint, None where `above_item` says it or the last
            step is the cap.
    """

    code: str
    pollutant: str
    decimals: int
    breakpoints: tuple[float, ...]
    above_iaqi: int | None = None
    above_item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AqiStandard:
    """A technical regulation of the air quality index.

    Attributes:
        daily_items: items of a day's index; `hourly_items`: of an hour's.
        steps: sub-indices at the breakpoints, the last one is the cap.
    """

    id: str
    name: str
    source: LawSource
    daily_items: tuple[str, ...]
    hourly_items: tuple[str, ...]
    steps: tuple[int, ...]
    items: tuple[AqiItem, ...]

    def item(self, code: str) -> AqiItem:
        """The column of this code.

        Raises:
            KeyError: where the table has none.
        """
        for item in self.items:
            if item.code == code:
                return item
        raise KeyError(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class AqiCategory:
    """A category of the index: from `least` up to the next category's; `rgb` is its colour on a screen."""

    code: str
    name_zh: str
    name_en: str
    least: int
    rgb: tuple[int, int, int]
    instrument: str
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningCondition:
    """A quantity over, or at least at, a threshold for so many hours.

    Attributes:
        quantity: aqi, pm25_24h, iaqi_o3 (24-hour values), aqi_1h or so2_1h (hourly values).
        over: strict threshold, None where `at_least` is given.
        hours: a multiple of 24 (so many consecutive 24-hour values), or fewer hourly values in a row.
    """

    quantity: str
    over: float | None
    at_least: float | None
    hours: int

    @property
    def threshold(self) -> float:
        """The number that the quantity is held against."""
        return self.over if self.over is not None else self.at_least or 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningCriterion:
    """One way to reach a stage: all its conditions together."""

    id: str
    stage: WarningStage
    conditions: tuple[WarningCondition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaSet:
    """The criteria of one regime, or of one city's variant.

    Attributes:
        replaces: whether a variant stands in the place of the regime instead of beside it.
        response: `mandatory` or `health_notice` where the set itself says what follows, '' where the cause decides.
    """

    id: str
    title: str
    title_zh: str
    source: LawSource
    criteria: tuple[WarningCriterion, ...]
    replaces: bool = False
    response: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningLaw:
    """All law of warnings that is no single number: standards and regimes by first day, variants by id."""

    standards: tuple[AqiStandard, ...] = ()
    categories: tuple[AqiCategory, ...] = ()
    regimes: tuple[CriteriaSet, ...] = ()
    variants: tuple[CriteriaSet, ...] = ()
