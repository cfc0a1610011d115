"""Visits, readings, air and daily reports of a warning, as the store takes and gives them.

Every time is aware of its zone and comes back in UTC; days are natural days of Beijing, as ISO 8601.
"""

from dataclasses import dataclass
from datetime import datetime

__all__ = ["StoredAir", "StoredDaily", "StoredReading", "StoredVisit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredVisit:
    """A visit on site: `at` when it was made, `entered_at` when and by whom it was entered; `source_id` '' for all."""

    warning_id: str
    owner: str
    source_id: str
    at: datetime
    inspector: str
    outcome: str
    note: str
    entered_by: str
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReading:
    """A reading of a day.

    Attributes:
        batch: number of the import within its warning; of a subject, pollutant and day the newest batch counts.
        kind: `meter` (kWh) or `cems` (kilograms of `pollutant`); `subject` the meter or source.
    """

    warning_id: str
    batch: int
    kind: str
    subject: str
    pollutant: str
    day: str
    amount: float
    entered_by: str
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAir:
    """The index of a day.

    Attributes:
        kind: `forecast` or `measured`; of each the newest row of a day counts.
        aqi: None where too many hours are missing.
        primary_pollutants: codes with commas between; `standard` id of the edition of the index.
    """

    warning_id: str
    kind: str
    day: str
    aqi: int | None
    primary_pollutants: str
    standard: str
    missing_hours: int
    entered_by: str
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDaily:
    """A daily report as it was made: `text` all of it as canonical JSON, `sha256` over it."""

    warning_id: str
    day: str
    made_by: str
    made_at: datetime
    sha256: str
    text: str
