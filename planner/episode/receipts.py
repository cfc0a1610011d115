"""What comes back on an order (回执), as somebody enters it."""

from dataclasses import dataclass
from datetime import datetime

__all__ = ["RECEIPT_STATES", "Receipt"]

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
