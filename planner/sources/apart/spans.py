"""A merged range of a sheet."""

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A merged range, rows and columns counted from 0, its ends included."""

    top: int
    left: int
    bottom: int
    right: int
