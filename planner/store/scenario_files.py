"""Files of scenarios that were kept: the same text of a city once, each text of a name a version of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from planner.store.sweep_tables import SCENARIO_FILES

__all__ = ["ScenarioFile", "add_scenario_file", "scenario_files_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioFile:
    """A kept file.

    Attributes:
        text_sha256: hash of the text; a link names its beginning.
        name: what people call it; `kept_by` who kept it, '' where nobody was signed in.
    """

    text_sha256: str
    city: str
    name: str
    text: str
    kept_by: str
    kept_at: datetime


def add_scenario_file(connection: Connection, new: ScenarioFile) -> bool:
    """Keeps a file; False where the city has this very text, whose row then stands."""
    columns = SCENARIO_FILES.c
    known = select(columns.city).where(columns.text_sha256 == new.text_sha256, columns.city == new.city)
    if connection.execute(known).one_or_none() is not None:
        return False
    values = {
        "text_sha256": new.text_sha256,
        "city": new.city,
        "name": new.name,
        "text": new.text,
        "kept_by": new.kept_by,
        "kept_at": new.kept_at,
    }
    connection.execute(insert(SCENARIO_FILES).values(values))
    return True


def scenario_files_of(connection: Connection, city: str) -> tuple[ScenarioFile, ...]:
    """The files of a city, the first kept first."""
    columns = SCENARIO_FILES.c
    chosen = select(SCENARIO_FILES).where(columns.city == city).order_by(columns.kept_at, columns.text_sha256)
    return tuple(
        ScenarioFile(
            text_sha256=row.text_sha256,
            city=row.city,
            name=row.name,
            text=row.text,
            kept_by=row.kept_by,
            kept_at=row.kept_at,
        )
        for row in connection.execute(chosen)
    )
