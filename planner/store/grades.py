"""Sets of grade moves: the bytes of each file, numbered in its city, never changed."""

import zlib
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from planner.errors import FindingsError, finding
from planner.store.contents import unpacked, version_of
from planner.store.records import ListVersion, NewList
from planner.store.tables import GRADE_SETS

__all__ = ["add_set", "content_of_set", "newest_set", "sets_of"]

ENTRY = [column for column in GRADE_SETS.c if column.name != "content_zlib"]
BY_CITY = select(*ENTRY).order_by(GRADE_SETS.c.version)


def add_set(connection: Connection, new: NewList) -> ListVersion:
    """The next set of the city's moves, or its newest where that one has the same bytes."""
    newest = newest_set(connection, new.city)
    if newest is not None and newest.sha256 == new.sha256:
        return newest
    values = {
        "city": new.city,
        "version": newest.version + 1 if newest else 1,
        "sha256": new.sha256,
        "file": new.file,
        "rows": new.rows,
        "imported_at": new.imported_at,
        "imported_by": new.imported_by,
        "content_zlib": zlib.compress(new.content),
    }
    return version_of(connection.execute(insert(GRADE_SETS).values(values).returning(*ENTRY)).one())


def sets_of(connection: Connection, city: str) -> tuple[ListVersion, ...]:
    """All sets, the first one first."""
    return tuple(version_of(row) for row in connection.execute(BY_CITY.where(GRADE_SETS.c.city == city)))


def newest_set(connection: Connection, city: str) -> ListVersion | None:
    """The set with the highest number, None in a city whose grades never moved."""
    query = select(*ENTRY).where(GRADE_SETS.c.city == city).order_by(GRADE_SETS.c.version.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else version_of(row)


def content_of_set(connection: Connection, city: str, version: int) -> bytes:
    """The bytes of a set as they were read. Raises FindingsError where it is absent or its bytes have changed."""
    query = select(GRADE_SETS.c.sha256, GRADE_SETS.c.content_zlib)
    row = connection.execute(query.where(GRADE_SETS.c.city == city, GRADE_SETS.c.version == version)).one_or_none()
    if row is None:
        raise FindingsError((finding("store.grades.absent", value=version, city=city),))
    digest, packed = row
    content = unpacked(packed)
    if content is None or sha256(content).hexdigest() != digest:
        raise FindingsError((finding("store.grades.damaged", value=version, city=city),))
    return content
