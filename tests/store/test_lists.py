"""List versions: numbered in their city, bytes kept as they were read."""

import zlib
from dataclasses import replace

import pytest
from sqlalchemy import insert

from planner.errors import FindingsError
from planner.store import Store
from planner.store.tables import LIST_CONTENTS, LIST_VERSIONS
from tests.store.made import CITY, NOON, new_list


def test_versions_are_counted_from_1_in_each_city(store: Store) -> None:
    store.add_list(new_list(b"a"))
    store.add_list(new_list(b"b"))
    other = store.add_list(new_list(b"c", city="410500"))
    assert [version.version for version in store.list_versions(CITY)] == [1, 2]
    assert other.version == 1


def test_a_version_tells_what_was_imported_when_and_by_whom(store: Store) -> None:
    version = store.add_list(new_list(b"1\n2\n"))
    assert (version.file, version.rows) == ("enterprises.csv", 2)
    assert (version.imported_at, version.imported_by) == (NOON, "Wang")
    assert store.newest_list(CITY) == version


def test_bytes_come_back_as_they_were_read(store: Store) -> None:
    content = b"\xef\xbb\xbf\xc4\xe3\x00\r\n" * 1000
    store.add_list(new_list(content))
    assert store.list_content(CITY, 1) == content


def test_the_bytes_of_the_newest_version_make_no_new_one(store: Store) -> None:
    first = store.add_list(new_list(b"a"))
    again = store.add_list(replace(new_list(b"a", days=1), file="other.csv"))
    assert again == first
    assert store.list_versions(CITY) == (first,)


def test_going_back_to_old_bytes_makes_a_new_version(store: Store) -> None:
    for content in (b"a", b"b", b"a"):
        store.add_list(new_list(content))
    assert store.newest_list(CITY).version == 3
    assert store.list_content(CITY, 3) == b"a"


def test_two_cities_may_share_their_bytes(store: Store) -> None:
    store.add_list(new_list(b"a"))
    assert store.add_list(new_list(b"a", city="410500")).city == "410500"


def test_a_city_without_a_list_has_no_newest(store: Store) -> None:
    assert store.newest_list(CITY) is None
    assert store.list_versions(CITY) == ()


def test_an_absent_version_is_a_finding(store: Store) -> None:
    with pytest.raises(FindingsError, match=r"store\.list\.absent"):
        store.list_content(CITY, 1)


def test_a_hash_of_other_bytes_is_refused_before_anything_is_kept(store: Store) -> None:
    with pytest.raises(FindingsError, match=r"store\.list\.other_hash"):
        store.add_list(replace(new_list(b"a"), sha256="0" * 64))
    assert store.newest_list(CITY) is None


@pytest.mark.parametrize("packed", [b"no zlib", zlib.compress(b"other bytes")])
def test_bytes_that_changed_on_the_disk_are_not_handed_out(store: Store, packed: bytes) -> None:
    digest = "c" * 64
    row = {"city": CITY, "version": 1, "sha256": digest, "file": "", "rows": 0, "imported_at": NOON, "imported_by": ""}
    with store._engine.begin() as connection:
        connection.execute(insert(LIST_CONTENTS).values(sha256=digest, content_zlib=packed))
        connection.execute(insert(LIST_VERSIONS).values(row))
    with pytest.raises(FindingsError, match=r"store\.list\.damaged"):
        store.list_content(CITY, 1)


def test_a_time_without_a_zone_is_a_mistake_of_the_program(store: Store) -> None:
    with pytest.raises(Exception, match="has no zone"):
        store.add_list(replace(new_list(), imported_at=NOON.replace(tzinfo=None)))
