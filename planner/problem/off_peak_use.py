"""What a problem makes of an off-peak plan (错峰生产): which lines rest, and where their rest counts."""

from dataclasses import dataclass
from datetime import date

__all__ = ["OffPeakUse", "RestingLine"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestingLine:
    """A line that rests off-peak: the share of normal activity that goes on (0: it stands) and the rest's last day."""

    source_id: str
    kept_share: float
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OffPeakUse:
    """What the problem makes of an off-peak plan (错峰生产).

    Attributes:
        in_base: whether lines that stand stay in the base, their rest counting as their filed measure.
        document: the city's documents that ask for the rests, '' where nothing rests.
        resting: the lines that rest on the plan's first day, by source_id.
    """

    in_base: bool
    document: str
    resting: tuple[RestingLine, ...]
