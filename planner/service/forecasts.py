"""A forecast as the panel shows it: read once, judged under the law of today and beside the warning in force."""

from dataclasses import dataclass
from pathlib import Path

from planner.alert import Advice, AdviseOptions
from planner.errors import Finding
from planner.panel import laid_down
from planner.service.planner import Planner
from planner.terms import Level

__all__ = ["Sight", "demo_sight", "sight_of", "sight_under"]

DEMO_FILE = "demo_forecast.csv"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sight:
    """The advice of one forecast file.

    Attributes:
        content: the file itself, to be judged again when another level is in force.
        current: the level in force that the advice knows of, None: none was.
        is_demo: whether it is the shipped demonstration, which describes no real air.
    """

    name: str
    advice: Advice
    findings: tuple[Finding, ...]
    content: bytes
    current: Level | None = None
    is_demo: bool = False


def sight_of(planner: Planner, path: Path, city: str, current: Level | None = None) -> Sight:
    """The advice of a forecast file.

    Args:
        current: level in force, None where there is none.

    Raises:
        FindingsError: with everything that is wrong with the file.
    """
    outcome = planner.advise(path, city, planner.today(), AdviseOptions(current=current))
    return Sight(
        name=path.name,
        advice=outcome.advice,
        findings=outcome.findings,
        content=path.read_bytes(),
        current=current,
        is_demo=path.name == DEMO_FILE,
    )


def sight_under(planner: Planner, sight: Sight, city: str, current: Level | None) -> Sight:
    """The forecast beside the level now in force: judged again where that is another one than it was."""
    if current is sight.current:
        return sight
    with laid_down(sight.name, sight.content) as path:
        return sight_of(planner, path, city, current)


def demo_sight(planner: Planner, city: str, current: Level | None = None) -> Sight:
    """The advice of the shipped demonstration forecast."""
    return sight_of(planner, planner.assets / "data" / DEMO_FILE, city, current)
