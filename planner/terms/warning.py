"""Warning levels and the pollutants that the cuts speak of."""

from enum import StrEnum

__all__ = ["LEVELS", "POLLUTANTS", "GradeOrder", "Level", "Pollutant"]


class Level(StrEnum):
    """A warning level (预警等级) for which measures are ordered."""

    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"

    @property
    def rank(self) -> int:
        """1 (yellow) to 3 (red)."""
        return LEVELS.index(self) + 1


class GradeOrder(StrEnum):
    """Whether equals are treated alike and a worse grade never milder: always, at a price, or not at all."""

    HARD = "hard"
    SOFT = "soft"
    OFF = "off"


class Pollutant(StrEnum):
    """A pollutant with a cut of its own; `pm` is total particulate matter (颗粒物)."""

    SO2 = "so2"
    NOX = "nox"
    PM = "pm"
    VOCS = "vocs"


LEVELS: tuple[Level, ...] = tuple(Level)
POLLUTANTS: tuple[Pollutant, ...] = tuple(Pollutant)
