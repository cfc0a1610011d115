"""How one kind of database is copied out and in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

__all__ = ["CopyWay"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWay:
    """The three steps of a kind of database; each raises FindingsError with codes `store.…`.

    Attributes:
        copy_out: writes the database into a file that is there and empty, as it stands at one moment.
        revision_of: the schema's revision in a copy, which is whole and of this kind.
        copy_in: puts a copy in the place of the tables that the database has, all or nothing.
    """

    copy_out: Callable[[Engine, Path], None]
    revision_of: Callable[[Path], str]
    copy_in: Callable[[Engine, Path], None]
