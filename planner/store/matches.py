"""A person's words on pairs of firms: each a row, never changed; the last one on a pair stands."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from planner.store.tables import MATCH_DECISIONS

__all__ = ["StoredMatch", "add_matches", "matches_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMatch:
    """A word on a pair.

    Attributes:
        kind: the register that the pair is of.
        listed, registered: identities of the two parties, as matching spells them.
        same: whether they are one firm.
    """

    city: str
    kind: str
    listed: str
    registered: str
    same: bool
    decided_by: str
    recorded_at: datetime


def add_matches(connection: Connection, added: tuple[StoredMatch, ...]) -> None:
    """Keeps the words behind all earlier ones."""
    for item in added:
        connection.execute(
            insert(MATCH_DECISIONS).values(
                city=item.city,
                kind=item.kind,
                listed=item.listed,
                registered=item.registered,
                same=item.same,
                decided_by=item.decided_by,
                recorded_at=item.recorded_at,
            )
        )


def matches_of(connection: Connection, city: str, kind: str) -> tuple[StoredMatch, ...]:
    """The words of a city on a kind of register, the first one first."""
    columns = MATCH_DECISIONS.c
    chosen = select(MATCH_DECISIONS).where(columns.city == city, columns.kind == kind).order_by(columns.decision_id)
    return tuple(
        StoredMatch(
            city=row.city,
            kind=row.kind,
            listed=row.listed,
            registered=row.registered,
            same=row.same,
            decided_by=row.decided_by,
            recorded_at=row.recorded_at,
        )
        for row in connection.execute(chosen)
    )
