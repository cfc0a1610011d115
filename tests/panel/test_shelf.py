"""The shelf of answers."""

from planner.panel import Shelf


def test_what_was_answered_comes_back_at_once() -> None:
    shelf: Shelf[str, list[int]] = Shelf(2)
    first = shelf.keep("a", lambda: [1])
    assert shelf.keep("a", lambda: [2]) is first


def test_the_least_used_is_thrown_away() -> None:
    shelf: Shelf[str, int] = Shelf(2)
    for key in ("a", "b", "a", "c"):
        shelf.keep(key, lambda: 1)
    assert shelf.find("b") is None
    assert shelf.find("a") == 1
