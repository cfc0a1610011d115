"""What the store takes and gives, as frozen records. Every time is aware of its zone and comes back in UTC."""

from dataclasses import dataclass
from datetime import date, datetime

from planner.terms import Level, Mode

__all__ = ["ListVersion", "NewList", "PlanEntry", "StoredConfirmation", "StoredOrder", "StoredPlan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewList:
    """A list, or a file of grade moves, on its way into the store.

    Attributes:
        city: the city's slug or code, as the caller keys it everywhere.
        file: name of the file without its folder.
        content: the bytes of the file as they were read.
        sha256: hexadecimal digest over `content`.
        rows: rows of data, the header not counted.
        imported_by: who imported it, '' where nobody signed in.
    """

    city: str
    file: str
    content: bytes
    sha256: str
    rows: int
    imported_at: datetime
    imported_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListVersion:
    """One version of a city's list, or of its grade moves, never changed afterwards.

    Attributes:
        version: counted from 1 in each city, without a gap.
        sha256: hexadecimal digest over the bytes of the file.
        rows: rows of data, the header not counted.
    """

    city: str
    version: int
    sha256: str
    file: str
    rows: int
    imported_at: datetime
    imported_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEntry:
    """A stored plan as a table of plans shows it, without its text.

    Attributes:
        plan_id: number in the store, None before it is stored.
        request_key: digest over everything that the plan follows from; the same key is the same plan.
        status: how far the search came, as the plan says it.
        list_sha256: the list it was made from, which need not be imported.
        rules_sha256: the rule version it was made under, which the store must hold.
    """

    plan_id: int | None = None
    request_key: str
    city: str
    level: Level
    mode: Mode
    status: str
    plan_sha256: str
    list_sha256: str
    rules_sha256: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPlan(PlanEntry):
    """A plan whole. `text` is its document, JSON as it was written."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredOrder:
    """One order to one enterprise, fleet or site.

    Attributes:
        number: the order's number, unique in its plan.
        enterprise_id: unified social credit code, '' for fleets and sites.
        text: the order's document, JSON as it was written.
    """

    number: str
    plan_id: int
    enterprise_id: str
    county_code: str
    text: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredConfirmation:
    """A city's word on a value of law, or (`withdrawn`) that it takes an earlier word back.

    Attributes:
        value_sha256: digest of the value that the word was given for.
        confirmed_on: the day of the word, as its paper bears it; `recorded_at` the time at which it was stored.
    """

    city: str
    rule_id: str
    value_sha256: str
    confirmed_by: str
    role: str
    confirmed_on: date
    document: str
    note: str
    withdrawn: bool
    recorded_at: datetime
