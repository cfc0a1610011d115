"""Answers about columns are remembered a city, and a version keeps the workbook that it was read from."""

from planner.store import ListOriginal, Store, StoredAnswer
from tests.store.made import CITY, NOON, new_list


def answer(text: str, city: str = CITY) -> StoredAnswer:
    return StoredAnswer(city=city, template="0123456789abcdef", text=text, recorded_at=NOON)


def test_the_newest_answer_about_a_template_holds(store: Store) -> None:
    for text in ("first", "second"):
        store.add_answer(answer(text))
    assert [item.text for item in store.answers(CITY)] == ["second"]


def test_an_answer_is_of_its_city_alone(store: Store) -> None:
    store.add_answer(answer("here", city="110000"))
    assert store.answers(CITY) == ()


def test_a_version_keeps_the_workbook_that_it_was_read_from(store: Store) -> None:
    original = ListOriginal(content=b"a workbook", answers="[]")
    version = store.add_list_read(new_list(), original)
    assert store.list_original(CITY, version.version) == original
    assert store.list_content(CITY, version.version) == new_list().content


def test_a_list_that_reads_the_same_is_no_new_version(store: Store) -> None:
    versions = [store.add_list_read(new_list(), ListOriginal(content=b"x", answers=text)) for text in ("[]", "[1]")]
    assert [item.version for item in versions] == [1, 1]
    assert store.list_original(CITY, 1) == ListOriginal(content=b"x", answers="[]")


def test_a_plain_list_has_no_other_original(store: Store) -> None:
    assert store.list_original(CITY, store.add_list(new_list()).version) is None
