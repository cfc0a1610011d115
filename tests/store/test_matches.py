"""Words on pairs of firms: each a row, in the order in which they were said, never overwritten."""

from datetime import UTC

from planner.store import Store, StoredMatch
from tests.store.made import CITY, NOON


def word(kind: str = "permits", *, same: bool = True, city: str = CITY) -> StoredMatch:
    return StoredMatch(
        city=city,
        kind=kind,
        listed="C1|甲厂",
        registered="|甲工厂",
        same=same,
        decided_by="王某",
        recorded_at=NOON.astimezone(UTC),
    )


def test_words_come_back_in_their_order(store: Store) -> None:
    store.add_matches((word(), word(same=False)))
    assert store.matches(CITY, "permits") == (word(), word(same=False))


def test_a_word_is_kept_for_its_city_and_its_register(store: Store) -> None:
    store.add_matches((word(), word("meters"), word(city="140500")))
    assert store.matches(CITY, "permits") == (word(),)
