"""Why a workbook is not read, in words that cross from the child to its parent."""

from enum import StrEnum

__all__ = ["RefusedError", "Why"]


class Why(StrEnum):
    """The reasons; the parent makes a finding of each, and takes no other word of a child for one."""

    LOCKED = "locked"
    BOMB = "bomb"
    DOCTYPE = "doctype"
    PATH = "path"
    WIDE = "wide"
    DAMAGED = "damaged"
    LIMITS = "limits"


class RefusedError(Exception):
    """The workbook is not read.

    Args:
        why: the reason.
        value: what is to blame: a part, a number of columns, the words of a reader.
        megabytes: of a bomb, what it unpacks to.
    """

    def __init__(self, why: Why, value: str = "", megabytes: int = 0) -> None:
        super().__init__(why, value, megabytes)
        self.why, self.value, self.megabytes = why, value, megabytes
