"""Rule versions: the text of all rules that were ever in force for a plan, by its hash."""

from datetime import datetime

from sqlalchemy import Connection, insert, select

from planner.store.tables import RULE_VERSIONS

__all__ = ["add_version", "text_of"]


def add_version(connection: Connection, sha256: str, text: str, recorded_at: datetime) -> None:
    """Keeps the text under its hash; a hash that is known already keeps its first text and time."""
    if text_of(connection, sha256) is None:
        values = {"sha256": sha256, "text": text, "recorded_at": recorded_at}
        connection.execute(insert(RULE_VERSIONS).values(values))


def text_of(connection: Connection, sha256: str) -> str | None:
    """The text under a hash, None where the store does not hold it."""
    return connection.execute(select(RULE_VERSIONS.c.text).where(RULE_VERSIONS.c.sha256 == sha256)).scalar_one_or_none()
