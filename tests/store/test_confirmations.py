"""A city's words on values of law: each a row, in the order in which they were recorded, never overwritten."""

from datetime import UTC

import pytest

from planner.errors import FindingsError
from planner.store import Store, open_store
from tests.store.made import CITY, MIGRATIONS, NOON, new_confirmation


def test_a_word_comes_back_as_it_was_given(store: Store) -> None:
    store.add_confirmation(new_confirmation(note="复核"))
    assert store.confirmations(CITY) == (new_confirmation(note="复核"),)


def test_a_withdrawal_is_a_row_of_its_own_behind_the_word(store: Store) -> None:
    store.add_confirmation(new_confirmation())
    store.add_confirmation(new_confirmation(withdrawn=True))
    assert [word.withdrawn for word in store.confirmations(CITY)] == [False, True]


def test_the_same_word_again_is_kept_too(store: Store) -> None:
    for _ in range(2):
        store.add_confirmation(new_confirmation())
    assert len(store.confirmations(CITY)) == 2


def test_a_city_sees_its_own_words_alone(store: Store) -> None:
    store.add_confirmation(new_confirmation(city="140500"))
    assert store.confirmations(CITY) == ()


def test_words_outlive_the_store_that_took_them(sqlite_address: str) -> None:
    first = open_store(sqlite_address, MIGRATIONS)
    first.add_confirmation(new_confirmation())
    first.close()
    second = open_store(sqlite_address, MIGRATIONS)
    assert second.confirmations(CITY)[0].recorded_at == NOON.astimezone(UTC)
    second.close()


def test_a_digest_cut_short_is_refused_by_the_database(store: Store) -> None:
    with pytest.raises(FindingsError, match=r"store\.write\.refused"):
        store.add_confirmation(new_confirmation(value_sha256="short"))
