"""How sound a list is before winter, as plain frozen records."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.errors import Finding
from planner.plan import RestsOn
from planner.terms import Level

__all__ = ["Carrier", "Confirmed", "CutHealth", "LevelHealth", "ListHealth", "Reach", "Visit"]


class Reach(StrEnum):
    """By what a level's cuts are met: the last kind of measure that is needed."""

    FLOOR = "floor"
    FILED = "filed"
    CHOSEN = "chosen"
    DESIGN = "design"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class CutHealth:
    """One cut (pm, vocs, or so2_nox, whose shares are the sum of both): shares of the base 0..1.

    Attributes:
        floor, filed, chosen: what floors give, what filed measures add, what the choice adds.
    """

    cut: str
    target_share: float
    floor: float
    filed: float
    chosen: float

    @property
    def share(self) -> float:
        """All of it."""
        return self.floor + self.filed + self.chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A firm that carries a cut.

    Attributes:
        share_of_cut: its reduction as a share of what the cut requires.
        kilograms_per_day: its reduction in POLLUTANTS order.
        pivotal: whether the cut is out of reach without it, even if all others did all that is permitted.
    """

    cut: str
    enterprise_id: str
    enterprise_name: str
    share_of_cut: float
    kilograms_per_day: tuple[float, ...]
    pivotal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelHealth:
    """One level: whether its cuts can be met, by what, carried by whom (the ten largest a cut)."""

    level: Level
    reach: Reach
    cuts: tuple[CutHealth, ...]
    objective_yuan: float
    gap: float
    carriers: tuple[Carrier, ...]
    rests_on: tuple[RestsOn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """The mark of a list, in firms and in kilograms a day of running equipment (POLLUTANTS order).

    A row is sound where no error or warning about it is open, none of its cells was estimated, and each of its texts
    was read; a firm where all of its rows are. A firm is confirmed where it is sound, stands in another source
    (`source`, '' where none was laid beside the list), and nothing but its name's spelling differs there.
    """

    firms: int
    sound_firms: int
    confirmed_firms: int
    kilograms_per_day: tuple[float, ...]
    sound_kilograms_per_day: tuple[float, ...]
    confirmed_kilograms_per_day: tuple[float, ...]
    source: str = ""

    @property
    def firm_share(self) -> float:
        """Confirmed firms by all firms; 1 where there is none."""
        return self.confirmed_firms / self.firms if self.firms else 1.0

    @property
    def sound_firm_share(self) -> float:
        """Sound firms by all firms; 1 where there is none."""
        return self.sound_firms / self.firms if self.firms else 1.0

    @property
    def kilogram_shares(self) -> tuple[float, ...]:
        """Confirmed kilograms by all of them, in POLLUTANTS order; 1 where there are none."""
        return _shares(self.confirmed_kilograms_per_day, self.kilograms_per_day)

    @property
    def sound_shares(self) -> tuple[float, ...]:
        """Kilograms of sound rows by all of them, in POLLUTANTS order; 1 where there are none."""
        return _shares(self.sound_kilograms_per_day, self.kilograms_per_day)


def _shares(parts: tuple[float, ...], totals: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(part / total if total else 1.0 for part, total in zip(parts, totals, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A firm to look at on site, by what a mistake there would move.

    Attributes:
        doubts: codes of the open findings about its rows, each once; none: it is sound on paper and carries much.
        share_of_cut: the largest share of a cut, of any level, that rests on its doubtful rows.
        kilograms_per_day: what these rows reduce there, in POLLUTANTS order.
        cost_yuan: what their measures cost at that level.
        pivotal: whether that cut is out of reach without the firm, even if all others did all that is permitted.
    """

    enterprise_id: str
    enterprise_name: str
    county_code: str
    doubts: tuple[str, ...]
    level: Level
    cut: str
    share_of_cut: float
    kilograms_per_day: tuple[float, ...]
    cost_yuan: float
    pivotal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHealth:
    """The health of a list.

    Attributes:
        estimated: cells that were estimated; `unread` texts of measures that were not read, of `texts`.
        remarks: findings about the list as a whole.
    """

    city: str
    file: str
    on: date
    confirmed: Confirmed
    levels: tuple[LevelHealth, ...]
    visits: tuple[Visit, ...]
    estimated: int
    unread: int
    texts: int
    remarks: tuple[Finding, ...] = ()
