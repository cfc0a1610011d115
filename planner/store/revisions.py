"""A plain look at a database's revision: the scripts' own words against the row that the last one left."""

import re
from pathlib import Path

from sqlalchemy import Engine, inspect, text

from planner.errors import FindingsError, finding
from planner.store.engine import READING

__all__ = ["names_newest", "refuse_unknown"]

_REVISION = re.compile(r'^revision(?:: str)? = "([^"]+)"$', re.MULTILINE)
_BEFORE = re.compile(r'^down_revision(?:: [^=]+)? = "([^"]+)"$', re.MULTILINE)
_TABLE = "alembic_version"


def names_newest(engine: Engine, migrations: Path) -> bool:
    """Whether the database names just the last scripts of `migrations`/versions; False also where it is not clear."""
    written = _last_scripts(migrations)
    with engine.connect().execution_options(**{READING: True}) as connection:
        if not inspect(connection).has_table(_TABLE):
            return False
        named = {str(row[0]) for row in connection.execute(text(f"SELECT version_num FROM {_TABLE}"))}  # nosec B608  # noqa: S608
    return named == written


def refuse_unknown(revision: str, migrations: Path) -> None:
    """Nothing for the revision of one of the scripts. Raises FindingsError for one that a later planner made."""
    if revision not in {name for script in _scripts(migrations) for name in _REVISION.findall(script)}:
        raise FindingsError((finding("store.schema.newer", value=revision),))


def _scripts(migrations: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((migrations / "versions").glob("*.py"))]


def _last_scripts(migrations: Path) -> set[str]:
    """The revisions that no other script comes after."""
    scripts = _scripts(migrations)
    revisions = {name for script in scripts for name in _REVISION.findall(script)}
    return revisions - {name for script in scripts for name in _BEFORE.findall(script)}
