"""What lists and sets of grade moves have in common: packed content, and the row of a version."""

import zlib
from typing import Any

from sqlalchemy import Row

from planner.store.records import ListVersion

__all__ = ["unpacked", "version_of"]


def unpacked(packed: bytes) -> bytes | None:
    """The content as it was read; None where the stored bytes cannot be unpacked."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None


def version_of(row: Row[*tuple[Any, ...]]) -> ListVersion:
    """The version that a row of `list_versions` or `grade_sets` stands for."""
    return ListVersion(
        city=row.city,
        version=row.version,
        sha256=row.sha256,
        file=row.file,
        rows=row.rows,
        imported_at=row.imported_at,
        imported_by=row.imported_by,
    )
