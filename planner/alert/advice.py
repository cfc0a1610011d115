"""What a forecast advises: the level, its span, the criterion behind it, and all that a desk wants to know beside."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from planner.alert.causes import Response
from planner.alert.nearness import Margin
from planner.errors import Finding
from planner.rules import AqiCategory, CriteriaSet, WarningCriterion, WarningInForce
from planner.terms import Level

__all__ = ["Action", "Advice", "AdviseOptions", "BelowStage", "DayOfAir", "LevelShare", "StageOfLevel", "StartHour"]


class Action(StrEnum):
    """What to do about the warning in force."""

    NONE = "none"
    EARLY_CONTROL = "early_control"
    ISSUE = "issue"
    UPGRADE = "upgrade"
    KEEP = "keep"
    DOWNGRADE = "downgrade"
    LIFT = "lift"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviseOptions:
    """What is known beside the forecast.

    Attributes:
        current: level in force when the forecast begins, None where there is none.
        regional_level, regional_start: level and start of a notice of the region, None where there is none.
    """

    current: Level | None = None
    regional_level: Level | None = None
    regional_start: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfAir:
    """24 hours of the forecast.

    Attributes:
        aqi: index, None where too much is missing.
        primary: primary pollutants, the same for an index up to 50: none.
        concentrations: (pollutant, mean) pairs as averaged, µg/m³ (CO mg/m³); ozone as the largest 8-hour mean.
        iaqi: (pollutant, sub-index) pairs.
        cause: why the air is as it is, one of DAY_CAUSES, '' up to an index of 50.
        missing_hours: hours without any value.
        is_used: whether it belongs to the run that reaches the level.
    """

    start: datetime
    end: datetime
    aqi: int | None
    category: AqiCategory | None
    primary: tuple[str, ...]
    concentrations: tuple[tuple[str, float], ...]
    iaqi: tuple[tuple[str, int], ...]
    cause: str
    missing_hours: int
    is_used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StartHour:
    """What is reached from one start step on: index of its first 24 hours, level, ids of the criteria met."""

    time: datetime
    aqi: int | None
    level: Level | None
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageOfLevel:
    """A level in force from `start` to `end`; None: the forecast does not show its end."""

    level: Level
    start: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BelowStage:
    """A stage below yellow that the forecast reaches: early control, or blue under the criteria of 2017."""

    stage: str
    start: datetime
    end: datetime
    criterion: WarningCriterion
    source: CriteriaSet


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelShare:
    """The share of the members that advise exactly this level, None standing for no warning."""

    level: Level | None
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The answer to a forecast.

    Attributes:
        level: the highest level that any start step reaches, None for no warning; with members, that of the member
            which stands for them; of a regional notice its level where that is higher.
        mandatory_level: the level that counts only days whose cause lets mandatory measures be ordered.
        start, end: span of the level; None as end: the forecast shows none.
        lead_hours: hours from the first row to `start`.
        criterion, source: what is met, and the regime or variant that says so; None where a notice or nothing is.
        criterion_start: the step from which the criterion is met.
        lift: end of the whole warning, lower levels included, None where the forecast shows none.
        issue_by: the latest moment to issue by the lead time of the law.
        is_immediate: heavy from the first hour on and no improvement in the hours that the law names; None where the
            forecast has no hours.
        days: the 24-hour means from `criterion_start` on and before it, or from the first row on.
        probabilities: empty where there are no members.
    """

    law: WarningInForce
    member: str
    level: Level | None
    forecast_level: Level | None
    mandatory_level: Level | None
    action: Action
    response: Response | None
    start: datetime | None
    end: datetime | None
    lead_hours: float | None
    lift: datetime | None
    issue_by: datetime | None
    criterion: WarningCriterion | None
    source: CriteriaSet | None
    criterion_start: datetime | None
    stages: tuple[StageOfLevel, ...]
    below: BelowStage | None
    is_regional: bool = False
    is_immediate: bool | None = None
    cause: str = ""
    primary: tuple[str, ...] = ()
    days: tuple[DayOfAir, ...] = ()
    start_hours: tuple[StartHour, ...] = ()
    margins: tuple[Margin, ...] = ()
    probabilities: tuple[LevelShare, ...] = ()
    findings: tuple[Finding, ...] = ()
