"""Records of the off-peak plan: a row of its ledger, a rest of one line, what a line has rested."""

from dataclasses import dataclass
from datetime import date

__all__ = ["HoursLedger", "HoursRow", "LedgerRow", "OffPeakLedger", "OffPeakPlan", "Rest", "RestedLine"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A row of the ledger as read.

    Attributes:
        row: number in the file, counted from 1, the header included.
        source_id: id of the source, or '' where `enterprise_id` and `line_id` name it.
        first_day, last_day: first and last day of the rest, both included.
        kept_share: share of normal activity that goes on, 0 (the line stands) to below 1.
        document: the city's document that asks for the rest.
    """

    row: int
    source_id: str
    enterprise_id: str
    line_id: str
    first_day: date
    last_day: date
    kept_share: float
    document: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OffPeakLedger:
    """The rows of a ledger file, in its order. `sha256` is over the file's bytes."""

    file: str
    sha256: str
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """A row of the ledger of hours as read; `stopped_hours` of this winter, part load counted in part."""

    row: int
    source_id: str
    enterprise_id: str
    line_id: str
    stopped_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursLedger:
    """The rows of a ledger of hours, in its order. `sha256` is over the file's bytes."""

    file: str
    sha256: str
    rows: tuple[HoursRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A rest of one source of the list; the other fields as in LedgerRow."""

    source_id: str
    first_day: date
    last_day: date
    kept_share: float
    document: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OffPeakPlan:
    """The rests of a winter, by source and first day; no two of one source share a day."""

    file: str
    sha256: str
    rests: tuple[Rest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestedLine:
    """What a source has rested up to a day.

    Attributes:
        days: days of rest begun, the day itself included.
        hours: hours of normal operation given up: days x operating hours x (1 - kept share), summed over its rests.
        rests_today: whether a rest holds on the day.
    """

    source_id: str
    enterprise_id: str
    enterprise_name: str
    line_id: str
    county_code: str
    days: int
    hours: float
    rests_today: bool
