"""Records of the check of execution (督查核查): meters as the order leaves them, readings, and what was found."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from planner.terms import Pollutant

__all__ = [
    "CheckLaw",
    "EmissionFinding",
    "EmissionNormal",
    "EmissionReading",
    "MeterFinding",
    "MeterNormal",
    "MeterReading",
    "MeterState",
    "SiteCheck",
    "VisitOutcome",
]


class MeterState(StrEnum):
    """What a reading says: in order, too much for the order, above normal without an order, or not to be judged."""

    KEPT = "kept"
    TOO_MUCH = "too_much"
    ROSE = "rose"
    NO_READING = "no_reading"
    NO_NORMAL = "no_normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLaw:
    """How readings are judged, from the rules in force.

    Attributes:
        stop_fall_share: least fall of electricity of a line that stands still, 0..1 of its normal use.
        rise_tolerance: rise above normal, as a share of it, that is still taken for the swing of a normal day.
        emission_tolerance: the same of a CEMS, for sources with an order and without.
    """

    stop_fall_share: float
    rise_tolerance: float
    emission_tolerance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterNormal:
    """One line behind a meter.

    Attributes:
        kwh_per_day: electricity of a normal day; None where the list does not say.
        kept_share: permitted share of normal activity under the order, 1 where it has none.
        is_ordered: whether an order limits the line.
    """

    meter_id: str
    source_id: str
    enterprise_id: str
    enterprise_name: str
    county_code: str
    kwh_per_day: float | None
    kept_share: float
    is_ordered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterReading:
    """Electricity of one meter on one day; `row` of the file that it was read from."""

    meter_id: str
    day: date
    kwh: float
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterFinding:
    """What a meter says on a day.

    Attributes:
        sources: the lines behind the meter.
        normal_kwh: of a normal day, 0 where it is not known; `allowed_kwh` under the order.
        kwh: as read, None without a reading.
        fall_share: how far use fell below normal, negative where it rose; None where it cannot be told.
    """

    meter_id: str
    day: date
    enterprise_id: str
    enterprise_name: str
    county_code: str
    sources: tuple[str, ...]
    state: MeterState
    normal_kwh: float
    allowed_kwh: float
    kwh: float | None
    fall_share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissionReading:
    """Kilograms of one pollutant that one source gave off on one day, by its CEMS (在线监测); `row` of its file."""

    source_id: str
    day: date
    pollutant: Pollutant
    kilograms: float
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissionNormal:
    """One source behind a CEMS.

    Attributes:
        kg_per_day: what it gives off on a normal day; None where the list does not say.
        kept_share: permitted share of normal activity under the order, 1 where it has none.
    """

    source_id: str
    enterprise_id: str
    enterprise_name: str
    county_code: str
    pollutant: Pollutant
    kg_per_day: float | None
    kept_share: float
    is_ordered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissionFinding:
    """What a CEMS says of a source, pollutant and day; kilograms, normal 0 where it is not known."""

    source_id: str
    day: date
    pollutant: Pollutant
    enterprise_id: str
    enterprise_name: str
    county_code: str
    state: MeterState
    normal_kg: float
    allowed_kg: float
    kilograms: float


class VisitOutcome(StrEnum):
    """What a visit on site found."""

    AS_ORDERED = "as_ordered"
    PARTLY = "partly"
    NOT_STOPPED = "not_stopped"
    NO_ENTRY = "no_entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCheck:
    """What an inspector saw on site (现场核查).

    Attributes:
        owner: credit code of the firm, or the source's own id where it belongs to none.
        source_id: the line that was looked at, '' for the firm as a whole.
        at: when, with offset.
        row: of the file that it was read from, 0 where it was entered by hand.
    """

    owner: str
    source_id: str = ""
    at: datetime
    inspector: str
    outcome: VisitOutcome
    note: str = ""
    row: int = 0
