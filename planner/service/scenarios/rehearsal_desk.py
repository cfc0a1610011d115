"""A rehearsal as the panel asks it: an uploaded series, its days, the law of one day or several."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.errors import FindingsError
from planner.service.planner import Planner
from planner.service.records import SEASON_TOLERANCE, PlanRequest
from planner.service.scenarios.asking import SCENARIO_GAP
from planner.service.scenarios.ground import open_ground
from planner.service.scenarios.rehearsing import Rehearsal, RehearsalAsked, rehearse
from planner.sources import read_forecast
from planner.terms import BEIJING, Level, Mode

__all__ = ["AirSpan", "PanelRehearsal", "air_span", "answer_rehearsal"]

MOST_DAYS = 1_000
AIR = "air.csv"
Teller = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRehearsal:
    """What is replayed.

    Attributes:
        air, measured: contents of the files; the second judges the first, b'': the first itself.
        laws: days whose law holds, each a rehearsal of its own.
    """

    city: str
    mode: Mode
    air: bytes
    measured: bytes
    first: date
    last: date
    horizon_days: int
    laws: tuple[date, ...]


AirSpan = tuple[date, date]
"""First and last day of a series."""


def air_span(air: bytes) -> AirSpan:
    """First and last day of a series.

    Raises:
        FindingsError: where it cannot be read.
    """
    with TemporaryDirectory() as folder:
        found, findings = read_forecast(_laid(Path(folder), AIR, air), MOST_DAYS)
    if found is None:
        raise FindingsError(findings)
    end = found.start + timedelta(hours=found.step_hours * (found.steps - 1))
    return found.start.astimezone(BEIJING).date(), end.astimezone(BEIJING).date()


def answer_rehearsal(planner: Planner, asked: PanelRehearsal, progress: Teller) -> tuple[Rehearsal, ...]:
    """The winter under each law, one after another.

    Args:
        progress: told how many stretches of one winter are planned; what it raises ends the work.

    Raises:
        FindingsError: where a series cannot be read, a law has no criteria or a stretch has no plan.
    """
    with TemporaryDirectory() as folder:
        place = Path(folder)
        measured = _laid(place, "measured.csv", asked.measured) if asked.measured else None
        one = RehearsalAsked(
            air=_laid(place, AIR, asked.air),
            measured=measured,
            span=(asked.first, max(asked.first, asked.last)),
            horizon_days=asked.horizon_days,
            law_on=asked.laws[0],
            season_tolerance=SEASON_TOLERANCE,
        )
        request = PlanRequest(city=asked.city, level=Level.ORANGE, mode=asked.mode, on=asked.laws[0], gap=SCENARIO_GAP)
        ground = open_ground(planner, request, place)
        return tuple(rehearse(ground, replace(one, law_on=day), progress) for day in asked.laws)


def _laid(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
