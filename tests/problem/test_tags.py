"""Sets of tags held once and numbered."""

import numpy as np

from planner.problem.tags import TagSets

EVERYONE, FIRST = np.array([True, True]), np.array([True, False])
NOTHING = np.zeros(2, dtype=np.int64)


def sets(tags: TagSets, numbers: np.ndarray) -> list[tuple[str, ...]]:
    positions, found = tags.used(numbers)
    return [found[position] for position in positions]


def test_tags_join_in_the_order_they_came() -> None:
    tags = TagSets()
    assert sets(tags, tags.add(tags.add(NOTHING, EVERYONE, "b"), FIRST, "a")) == [("b", "a"), ("b",)]


def test_a_tag_joins_once() -> None:
    tags = TagSets()
    numbers = tags.add(NOTHING, EVERYONE, "a")
    assert np.array_equal(tags.add(numbers, EVERYONE, "a"), numbers)


def test_a_tag_leaves_only_where_the_other_is() -> None:
    tags = TagSets()
    numbers = tags.add(tags.add(NOTHING, EVERYONE, "ban"), FIRST, "stop")
    assert sets(tags, tags.drop(numbers, "ban", where="stop")) == [("stop",), ("ban",)]


def test_what_was_added_before_leaves_no_trace_in_the_sets_in_use() -> None:
    tags, fresh = TagSets(), TagSets()
    tags.add(NOTHING, EVERYONE, "gone")
    (one, found), (two, expected) = (item.used(item.add(NOTHING, FIRST, "a")) for item in (tags, fresh))
    assert (one.tolist(), found) == (two.tolist(), expected) == ([1, 0], ((), ("a",)))


def test_adding_does_not_change_the_numbers_given() -> None:
    TagSets().add(NOTHING, EVERYONE, "a")
    assert NOTHING.tolist() == [0, 0]
