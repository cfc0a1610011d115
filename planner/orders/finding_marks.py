"""How a finding is known again when its list comes back: by what is said of whom, not by its row."""

from hashlib import sha256

from planner.errors import Finding

__all__ = ["finding_mark"]

LENGTH = 16


def finding_mark(item: Finding, key: str) -> str:
    """A fingerprint of a finding that stays the same while its cell does, wherever the row moves.

    Args:
        item: the finding.
        key: what names its row in every version: the source's key, else its text; '' for the whole file.
    """
    rows = ("row", "first_row")
    values = tuple(pair for pair in item.values if pair[0] not in rows)
    parts = (item.code, key, item.where.column, *(f"{name}={text}" for name, text in values))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:LENGTH]
