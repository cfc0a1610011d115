"""What the address bar holds: codes, never words, so that a link means the same in every language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.terms import Level, Mode

__all__ = ["LANGUAGES", "Address", "read_address", "write_address"]

LANGUAGES = ("zh-CN", "en")
KEPT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the reader is.

    Attributes:
        city: slug of the city, '' where there is none.
        enterprise: unified social credit code, '' where none is chosen.
        plan: number of a stored plan that the reader looks at, '' where the plan is to be the one of level and mode.
        scenarios: beginning of the hash of a kept file of scenarios, '' where none is looked at.
        language: one of LANGUAGES.
    """

    city: str
    level: Level = Level.ORANGE
    mode: Mode = Mode.FILL
    enterprise: str = ""
    plan: str = ""
    scenarios: str = ""
    language: str = LANGUAGES[0]

    def at(self, **changes: object) -> "Address":
        """The address with some of its codes changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def read_address(given: Mapping[str, str], cities: tuple[str, ...]) -> Address:
    """The address of a link; what it lacks or misspells takes its default.

    Args:
        given: query parameters as the browser sent them.
        cities: slugs of the cities there are, the default first.
    """
    city = given.get("city", "")
    return Address(
        city=city if city in cities else next(iter(cities), ""),
        level=Level(given["level"]) if given.get("level") in tuple(Level) else Level.ORANGE,
        mode=Mode(given["mode"]) if given.get("mode") in tuple(Mode) else Mode.FILL,
        enterprise=given.get("enterprise", ""),
        plan=given["plan"] if given.get("plan", "").isdecimal() else "",
        scenarios=given["scenarios"] if KEPT.fullmatch(given.get("scenarios", "")) else "",
        language=given["lang"] if given.get("lang") in LANGUAGES else LANGUAGES[0],
    )


def write_address(address: Address) -> tuple[tuple[str, str], ...]:
    """The query parameters of an address, empty ones left out."""
    pairs = (
        ("city", address.city),
        ("level", str(address.level)),
        ("mode", str(address.mode)),
        ("enterprise", address.enterprise),
        ("plan", address.plan),
        ("scenarios", address.scenarios),
        ("lang", address.language),
    )
    return tuple(pair for pair in pairs if pair[1])
