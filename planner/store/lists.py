"""List versions: the bytes of each list, numbered in its city, never changed."""

import zlib
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from planner.errors import FindingsError, finding
from planner.store.contents import unpacked, version_of
from planner.store.records import ListVersion, NewList
from planner.store.tables import LIST_CONTENTS, LIST_VERSIONS

__all__ = ["add_content", "add_version", "content_of", "newest_version", "refuse_other_bytes", "versions_of"]

BY_CITY = select(LIST_VERSIONS).order_by(LIST_VERSIONS.c.version)


def refuse_other_bytes(new: NewList) -> None:
    """Nothing where the digest is that of the bytes, else FindingsError."""
    if sha256(new.content).hexdigest() != new.sha256:
        raise FindingsError((finding("store.list.other_hash", value=new.sha256, name=new.file),))


def add_version(connection: Connection, new: NewList) -> ListVersion:
    """The next version of the city's list, or its newest where that one has the same bytes."""
    newest = newest_version(connection, new.city)
    if newest is not None and newest.sha256 == new.sha256:
        return newest
    add_content(connection, new.content, new.sha256)
    values = {
        "city": new.city,
        "version": newest.version + 1 if newest else 1,
        "sha256": new.sha256,
        "file": new.file,
        "rows": new.rows,
        "imported_at": new.imported_at,
        "imported_by": new.imported_by,
    }
    return version_of(connection.execute(insert(LIST_VERSIONS).values(values).returning(LIST_VERSIONS)).one())


def versions_of(connection: Connection, city: str) -> tuple[ListVersion, ...]:
    """All versions, the first one first."""
    rows = connection.execute(BY_CITY.where(LIST_VERSIONS.c.city == city))
    return tuple(version_of(row) for row in rows)


def newest_version(connection: Connection, city: str) -> ListVersion | None:
    """The version with the highest number, None in a city without a list."""
    query = select(LIST_VERSIONS).where(LIST_VERSIONS.c.city == city).order_by(LIST_VERSIONS.c.version.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else version_of(row)


def content_of(connection: Connection, city: str, version: int) -> bytes:
    """The bytes of a version as they were read. Raises FindingsError where it is absent or its bytes have changed."""
    query = select(LIST_CONTENTS.c.sha256, LIST_CONTENTS.c.content_zlib).join(LIST_VERSIONS)
    row = connection.execute(
        query.where(LIST_VERSIONS.c.city == city, LIST_VERSIONS.c.version == version)
    ).one_or_none()
    if row is None:
        raise FindingsError((finding("store.list.absent", value=version, city=city),))
    digest, packed = row
    content = unpacked(packed)
    if content is None or sha256(content).hexdigest() != digest:
        raise FindingsError((finding("store.list.damaged", value=version, city=city),))
    return content


def add_content(connection: Connection, content: bytes, digest: str) -> None:
    """Keeps bytes under their digest, once."""
    known = select(LIST_CONTENTS.c.sha256).where(LIST_CONTENTS.c.sha256 == digest)
    if connection.execute(known).one_or_none() is None:
        packed = zlib.compress(content)
        connection.execute(insert(LIST_CONTENTS).values(sha256=digest, content_zlib=packed))
