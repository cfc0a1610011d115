"""Backups of the store as the command line makes them and puts them back."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.store import StoreFacts, restore_backup, write_backup
from planner.terms import BEIJING

__all__ = ["Restored", "Written", "back_up", "restore"]

STAMP = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A backup that was written: its size in bytes and its hash, by which it is known again elsewhere."""

    file: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A backup that was put back.

    Attributes:
        facts: of the store after it.
        kept: the backup of what the store held before, None where it held nothing.
    """

    file: Path
    facts: StoreFacts
    kept: Path | None


def back_up(address: str, file: Path) -> Written:
    """Writes a backup of the store at an address.

    Raises:
        FindingsError: where there is such a file, or nothing to copy, or it cannot be written.
    """
    write_backup(address, file)
    with file.open("rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()
    return Written(file=file, size=file.stat().st_size, sha256=digest)


def restore(address: str, file: Path, migrations: Path, *, replace: bool) -> Restored:
    """Puts a backup in the place of what the store holds.

    Args:
        replace: also where it holds something, which is then kept in a backup beside `file`.

    Raises:
        FindingsError: where the backup is not sound, or the store holds something and is not to be replaced.
    """
    kept = file.with_name(f"{file.name}.before-{datetime.now(BEIJING):{STAMP}}") if replace else None
    facts = restore_backup(address, file, migrations, kept)
    return Restored(file=file, facts=facts, kept=kept if kept is not None and kept.exists() else None)
