"""Sets of grade moves are numbered in their city, kept with their bytes, and never changed."""

import zlib
from dataclasses import replace

import pytest
from sqlalchemy import insert

from planner.errors import FindingsError
from planner.store import Store
from planner.store.tables import GRADE_SETS
from tests.store.made import CITY, NOON, new_list


def test_sets_are_numbered_in_their_city(store: Store) -> None:
    for content in (b"a", b"b"):
        store.add_grades(new_list(content))
    other = store.add_grades(new_list(b"c", city="410500"))
    assert [version.version for version in store.grade_versions(CITY)] == [1, 2]
    assert (other.version, store.newest_grades(CITY).version) == (1, 2)


def test_moves_are_no_list(store: Store) -> None:
    store.add_grades(new_list())
    assert store.newest_list(CITY) is None


def test_bytes_come_back_as_they_were_read(store: Store) -> None:
    content = b"\xef\xbb\xbf\xc4\xe3\x00\r\n" * 1000
    store.add_grades(new_list(content))
    assert store.grade_content(CITY, 1) == content


def test_the_bytes_of_the_newest_set_make_no_new_one(store: Store) -> None:
    first = store.add_grades(new_list(b"a"))
    assert store.add_grades(replace(new_list(b"a", days=1), file="other.csv")) == first
    assert store.grade_versions(CITY) == (first,)


def test_a_city_whose_grades_never_moved_has_none(store: Store) -> None:
    assert (store.newest_grades(CITY), store.grade_versions(CITY)) == (None, ())
    with pytest.raises(FindingsError, match=r"store\.grades\.absent"):
        store.grade_content(CITY, 1)


@pytest.mark.parametrize("packed", [b"no zlib", zlib.compress(b"other bytes")])
def test_bytes_that_changed_on_the_disk_are_not_handed_out(store: Store, packed: bytes) -> None:
    row = {"city": CITY, "version": 1, "sha256": "c" * 64, "file": "", "rows": 0, "imported_at": NOON}
    with store._engine.begin() as connection:
        connection.execute(insert(GRADE_SETS).values(**row, imported_by="", content_zlib=packed))
    with pytest.raises(FindingsError, match=r"store\.grades\.damaged"):
        store.grade_content(CITY, 1)
