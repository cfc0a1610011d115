"""The daily report of a warning (每日一报) as a record: everything that its paper, sheet and page say."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from planner.execution.records import EmissionFinding, MeterFinding, SiteCheck
from planner.execution.summary import CountyCount
from planner.terms import Level

__all__ = ["AirCompared", "Breach", "BreachBy", "DailyFacts", "DailyReport", "DayChange", "IssuedOrder", "NextDeadline"]


class BreachBy(StrEnum):
    """What a breach was found by."""

    METER = "meter"
    CEMS = "cems"
    VISIT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A firm that did not do what its order says, as one meter, CEMS or visit shows.

    Attributes:
        what: the meter, the pollutant, or what the visit found as its code.
        sources: the lines concerned, none where a visit named the firm only.
        allowed, measured: kWh or kilograms of the day, None of a visit.
    """

    county_code: str
    owner: str
    name: str
    by: BreachBy
    what: str
    sources: tuple[str, ...] = ()
    allowed: float | None = None
    measured: float | None = None
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AirCompared:
    """The air of the day as it was forecast and as it was measured.

    Attributes:
        forecast, measured: index, None where it is not known; primary pollutants by code.
        standard: id of the edition of the index in force that day.
        missing_hours: hours of the day without a measured value.
    """

    forecast: int | None = None
    measured: int | None = None
    forecast_primary: tuple[str, ...] = ()
    measured_primary: tuple[str, ...] = ()
    standard: str = ""
    missing_hours: int = 0

    @property
    def difference(self) -> int | None:
        """Measured less forecast."""
        return None if self.forecast is None or self.measured is None else self.measured - self.forecast


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """One act of the day upon the warning, and how many orders of each kind it made."""

    at: datetime
    kind: str
    person: str
    reason: str
    starts: int = 0
    changes: int = 0
    releases: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDeadline:
    """What is due next: code of the clock, the moment, whether it has passed."""

    name: str
    due: datetime
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedOrder:
    """The newest order of an owner at the moment of the report, with its last receipt ('' for none)."""

    owner: str
    name: str
    county_code: str
    kind: str
    receipt: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyFacts:
    """What a daily report is made from; readings and visits of the day only."""

    warning_id: str
    city: str
    is_exercise: bool
    day: date
    made_at: datetime
    made_by: str
    level: Level
    in_force_since: datetime
    start: datetime
    end: datetime | None
    orders_version: int
    orders: tuple[IssuedOrder, ...]
    meters: tuple[MeterFinding, ...]
    emissions: tuple[EmissionFinding, ...]
    visits: tuple[SiteCheck, ...]
    air: AirCompared
    changes: tuple[DayChange, ...]
    deadline: NextDeadline | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyReport:
    """The report of one day of a warning in force.

    Attributes:
        made_at: up to this moment everything counts; `made_by` who had it made.
        level: the highest level of any area; `end` None: until further notice.
        counties: counts by county; `total` over all (county code '').
        breaches: firms that meters, CEMS or visits show not to execute.
        rose: meters of firms without an order whose use rose above normal.
        unverified: ordered firms without any judged meter, CEMS or visit on that day, by county and owner.
        changes: acts of the day; `deadline` what is due next, None where nothing is.
    """

    warning_id: str
    city: str
    is_exercise: bool
    day: date
    made_at: datetime
    made_by: str
    level: Level
    in_force_since: datetime
    start: datetime
    end: datetime | None
    orders_version: int
    counties: tuple[CountyCount, ...]
    total: CountyCount
    breaches: tuple[Breach, ...]
    rose: tuple[MeterFinding, ...]
    unverified: tuple[IssuedOrder, ...]
    visits: tuple[SiteCheck, ...]
    air: AirCompared
    changes: tuple[DayChange, ...]
    deadline: NextDeadline | None
