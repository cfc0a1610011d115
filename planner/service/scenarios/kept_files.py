"""Files of scenarios kept in the store: named, each text a version, found again by a link."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from planner.errors import FindingsError, finding
from planner.service.planner import Planner
from planner.service.scenarios.asking import scenarios_of_text
from planner.store import ScenarioFile
from planner.terms import BEIJING

__all__ = ["KeptFile", "find_kept", "keep_scenarios", "kept_files"]

SHORT = 16
MOST_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A kept file: `key` as a link names it, `version` counted from 1 among the texts of its name."""

    key: str
    name: str
    version: int
    text: str
    kept_by: str
    kept_at: datetime


def keep_scenarios(planner: Planner, city: str, name: str, text: str) -> KeptFile:
    """Keeps a text; the same text of a city is kept once.

    Raises:
        FindingsError: with everything that is wrong with the text, or where it has no name.
    """
    scenarios_of_text(planner, text)
    if not name.strip() or len(text) > MOST_CHARACTERS:
        code = "scenario.file.unnamed" if not name.strip() else "scenario.file.long"
        raise FindingsError((finding(code, value=len(text), most=MOST_CHARACTERS),))
    person = planner.person
    new = ScenarioFile(
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        city=city,
        name=name.strip(),
        text=text,
        kept_by=person.name if person else "",
        kept_at=datetime.now(BEIJING),
    )
    planner.store.add_scenario_file(new)
    return next(item for item in kept_files(planner, city) if item.key == new.text_sha256[:SHORT])


def kept_files(planner: Planner, city: str) -> tuple[KeptFile, ...]:
    """The kept files of a city, the last one first."""
    counted: Counter[str] = Counter()
    found = []
    for item in planner.store.scenario_files(city):
        counted[item.name] += 1
        found.append(
            KeptFile(
                key=item.text_sha256[:SHORT],
                name=item.name,
                version=counted[item.name],
                text=item.text,
                kept_by=item.kept_by,
                kept_at=item.kept_at,
            )
        )
    return tuple(reversed(found))


def find_kept(planner: Planner, city: str, key: str) -> KeptFile | None:
    """The file that a link names, None where the store has none."""
    return next((item for item in kept_files(planner, city) if item.key == key), None)
