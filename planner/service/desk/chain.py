"""The chain of the trace looked through, against the head that stands on an order."""

import re

from planner.errors import FindingsError, finding
from planner.store import Store, first_bad_entry

__all__ = ["check_trace", "printed_head"]

PRINTED = re.compile(r"[0-9a-f]{16,64}")
"""Papers print the first sixteen characters; their QR code holds all of them, in capital letters."""

BEFORE_IN_QR = "/TRACE:"


def check_trace(store: Store, head: str = "") -> tuple[int, str, int | None]:
    """Number of entries of the whole trace, its head, and the first bad entry (None: the chain is whole).

    Args:
        head: hash printed on an order, which the trace must still hold: whole, shortened as on paper, or the text of
            the order's QR code; '' for none.

    Raises:
        FindingsError: where it is no such hash.
    """
    wanted = printed_head(head)
    entries = store.look_at_desk(lambda desk: desk.trace_to_check())
    return len(entries), entries[-1].sha256 if entries else "", first_bad_entry(entries, wanted)


def printed_head(text: str) -> str:
    """The hash, or the beginning of one, that somebody read off an order.

    Raises:
        FindingsError: where it is none, or too short to tell one entry from another.
    """
    said = text.strip().upper().rpartition(BEFORE_IN_QR)[2].lower()
    if said and not PRINTED.fullmatch(said):
        raise FindingsError((finding("trace.head.unreadable", value=text.strip()),))
    return said
