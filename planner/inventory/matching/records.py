"""What matching takes and gives."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

__all__ = ["PARTY_COLUMNS", "Decision", "Ground", "Matching", "PlaceName", "RegisterKind", "Verdict"]

PARTY_COLUMNS = ("key", "code", "name", "county", "address", "longitude", "latitude", "phone", "person", "meter")
"""Columns of a frame of parties: texts, '' where unknown; degrees float64, NaN where unknown.

`phone` and `person` are those whom the source names for the firm, `meter` the number of its electricity meter.

`county` is a GB/T 2260 code; `key` is unique in its frame and never empty.
"""


class RegisterKind(StrEnum):
    """The sources that a list is compared with."""

    PERMITS = "permits"
    METERS = "meters"
    INVENTORY = "inventory"
    LIST = "list"


class Verdict(StrEnum):
    """Sure pairs are joined; unsure ones are put before a person."""

    SURE = "sure"
    UNSURE = "unsure"


class Ground(StrEnum):
    """What a pair rests on first."""

    CODE = "code"
    NAME = "name"
    PLACE = "place"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """One spelling of a county or city, old or new, and the code it stands for."""

    name: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's word on a pair: the same firm, or not.

    Attributes:
        left, right: code and plain name of the parties, as `identity` of the frames spells them.
    """

    left: str
    right: str
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Matching:
    """Who is who.

    Attributes:
        pairs: one row a pair: `left`, `right` (keys), `score` 0..1, `ground`, `verdict`, `left_identity`,
            `right_identity`; a party stands in at most one sure pair, and in none that is unsure beside it.
        left_only, right_only: keys in no pair at all.
    """

    pairs: pd.DataFrame
    left_only: tuple[str, ...]
    right_only: tuple[str, ...]

    @property
    def sure(self) -> pd.DataFrame:
        """The pairs that are joined."""
        return self.pairs[self.pairs["verdict"] == str(Verdict.SURE)]

    @property
    def unsure(self) -> pd.DataFrame:
        """The pairs that a person is asked about."""
        return self.pairs[self.pairs["verdict"] == str(Verdict.UNSURE)]
