"""What comes back on an order (回执), as somebody enters it."""

from dataclasses import dataclass
from datetime import datetime

__all__ = ["RECEIPT_STATES", "CallRow", "OrderRow", "Receipt"]

RECEIPT_STATES = ("delivered", "acknowledged", "contested")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A receipt as somebody enters it: by the order's number, or by the owner, whose latest order is meant."""

    order_number: str = ""
    owner: str = ""
    state: str
    at: datetime
    reason: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """Somebody who is still to be called.

    Attributes:
        state: last receipt, '' where there is none.
        contact_name, contact_phone: from the list version of the plan, '' where it is not at hand.
    """

    county_code: str
    owner: str
    name: str
    order_number: str
    kind: str
    state: str
    contact_name: str = ""
    contact_phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """The newest order of an owner with its last receipt, as the desk shows it.

    Attributes:
        state, reason: of the last receipt, '' where there is none.
        plan_sha256: '' of a release.
    """

    number: str
    version: int
    kind: str
    owner: str
    name: str
    county_code: str
    lines: int
    plan_sha256: str
    trace_sha256: str
    state: str
    reason: str = ""
