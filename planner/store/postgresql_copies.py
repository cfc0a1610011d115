"""PostgreSQL's own programs: pg_dump writes an archive, psql takes it in within one transaction."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from planner.errors import FindingsError, finding
from planner.store.copies import CopyWay
from planner.store.tables import METADATA

__all__ = ["POSTGRESQL"]

MAGIC = b"PGDMP"
REVISION = re.compile(r"^COPY public\.alembic_version \(version_num\) FROM stdin;\n(\S+)\n", re.MULTILINE)
DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian keeps the programs of each version."""


def _copy_out(engine: Engine, target: Path) -> None:
    _run("pg_dump", engine, "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def _revision_of(source: Path) -> str:
    with source.open("rb") as file:
        is_archive = file.read(len(MAGIC)) == MAGIC
    found = None
    if is_archive:
        with TemporaryDirectory() as folder:
            found = REVISION.search(_script(source, Path(folder)).read_text("utf-8", errors="replace"))
    if found is None:
        raise FindingsError((finding("store.backup.foreign", value=source, database="PostgreSQL"),))
    return found[1]


def _copy_in(engine: Engine, source: Path) -> None:
    """What was there goes and what was kept comes in one transaction: others see either."""
    with TemporaryDirectory() as folder:
        script, before = _script(source, Path(folder)), Path(folder) / "before.sql"
        before.write_text(_away(), encoding="utf-8")
        options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
        _run("psql", engine, *options, f"--file={before}", f"--file={script}")


def _script(source: Path, folder: Path) -> Path:
    """The archive as SQL; a damaged one is told here, before anything is touched."""
    script = folder / "archive.sql"
    try:
        _told("pg_restore", ["--no-owner", "--no-privileges", f"--file={script}", str(source)], dict(os.environ))
    except FindingsError as error:
        reason = dict(error.findings[0].values).get("reason", "")
        if error.findings[0].code != "store.backup.tool_failed":
            raise
        raise FindingsError((finding("store.backup.damaged", value=source, reason=reason),)) from error
    return script


def _away() -> str:
    tables = ", ".join([*METADATA.tables, "alembic_version"])
    quiet = "SET client_min_messages = warning;"
    return f"{quiet}\nDROP TABLE IF EXISTS {tables};\nDROP FUNCTION IF EXISTS refuse_change();\n"


def _run(program: str, engine: Engine, *arguments: str) -> None:
    """The password goes by the environment: what stands on a command line everybody on the machine can read."""
    url = engine.url.set(drivername="postgresql")
    environment = os.environ | ({"PGPASSWORD": str(url.password)} if url.password else {})
    place = url.set(password=None).render_as_string(hide_password=False)
    _told(program, [*arguments, f"--dbname={place}"], environment)


def _told(program: str, arguments: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(  # noqa: S603 - a fixed program, no shell
        [_found(program), *arguments], env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or [str(done.returncode)]
        raise FindingsError((finding("store.backup.tool_failed", value=program, reason=lines[0]),))


def _found(program: str) -> str:
    """The program on the PATH, else the newest that Debian keeps."""
    kept = sorted(DEBIAN.glob(f"*/bin/{program}"), key=lambda path: int(path.parts[-3]), reverse=True)
    found = shutil.which(program) or next((str(path) for path in kept if os.access(path, os.X_OK)), None)
    if found is None:
        raise FindingsError((finding("store.backup.tool_missing", value=program),))
    return found


POSTGRESQL = CopyWay(copy_out=_copy_out, revision_of=_revision_of, copy_in=_copy_in)
