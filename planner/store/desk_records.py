"""Warnings, their acts and orders, receipts, the trace and accounts, as the store takes and gives them.

Every time is aware of its zone and comes back in UTC.
"""

from dataclasses import dataclass
from datetime import datetime

__all__ = [
    "StoredAccount",
    "StoredAct",
    "StoredReceipt",
    "StoredWarning",
    "StoredWarningOrder",
    "TraceEntry",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWarning:
    """A warning's fixed part; its state follows from its acts."""

    warning_id: str
    city: str
    is_exercise: bool
    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAct:
    """One act: `number` counts from 1 without gaps, `text` holds all of it as canonical JSON."""

    warning_id: str
    number: int
    kind: str
    person: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWarningOrder:
    """One order of one owner, frozen at its issue.

    Attributes:
        number: order number, unique; `version` the warning's version of orders that it belongs to.
        owner: credit code of the enterprise, or the id of a source that belongs to none.
        plan_sha256: of the plan that it follows from, '' for a release.
        trace_sha256: head of the trace when it was made.
        text: the order's lines as canonical JSON.
    """

    number: str
    warning_id: str
    version: int
    kind: str
    owner: str
    county_code: str
    plan_sha256: str
    trace_sha256: str
    created_at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReceipt:
    """What came back on an order: delivered, acknowledged or contested, with the reason of a contest."""

    order_number: str
    state: str
    at: datetime
    entered_by: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceEntry:
    """One line of the trace (操作留痕).

    Attributes:
        person, role: who asked, and as what; `city` and `subject` what it was about.
        outcome: `done` or `refused`.
        text: details as canonical JSON.
        number: from 1 without gaps; this and the hashes are given by the store.
        previous_sha256: of the entry before, zeros for the first; `sha256` over all the rest of this entry.
    """

    at: datetime
    person: str
    subject: str
    action: str
    outcome: str
    role: str = ""
    city: str = ""
    text: str = "{}"
    number: int = 0
    previous_sha256: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAccount:
    """An account.

    Attributes:
        password_hash: argon2id, '' where somebody else vouches for the person (OIDC, a proxy).
        county_code: '' for the whole city.
        failures: wrong passwords since the last right one; `locked_until` None while it is not locked.
    """

    name: str
    password_hash: str
    role: str
    county_code: str
    failures: int = 0
    locked_until: datetime | None = None
    is_disabled: bool = False
