"""Which signs a pattern may begin with, so that at each place of a text only the patterns that can fit are tried.

The standard library's own parser of patterns tells it; what this file does not know may begin with any sign.
"""

from collections.abc import Iterable, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]

__all__ = ["first_signs"]

_Signs = frozenset[str] | None
"""Signs, or None for any."""

_ZERO_WIDTH = (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT)
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


def first_signs(pattern: str) -> frozenset[str] | None:
    """The signs that a match of a pattern may begin with, None where it may be any.

    >>> sorted(first_signs("(?<!不)停(?:产|机)|限?产") or ())
    ['产', '停', '限']
    """
    signs, may_be_empty = _of_items(tuple(_parser.parse(pattern)))
    return None if may_be_empty else signs


def _of_items(items: Sequence[tuple[object, object]]) -> tuple[_Signs, bool]:
    """The first signs of a row of items, and whether the row may match nothing."""
    signs: frozenset[str] = frozenset()
    for item in items:
        found, may_be_empty = _of_item(item)
        if found is None:
            return None, False
        signs |= found
        if not may_be_empty:
            return signs, False
    return signs, True


def _of_item(item: tuple[object, object]) -> tuple[_Signs, bool]:
    kind, what = item
    if kind in _ZERO_WIDTH:
        return frozenset(), True
    if kind is _constants.LITERAL and isinstance(what, int):
        return frozenset(chr(what)), False
    if kind is _constants.IN:
        return _of_class(what), False  # type: ignore[arg-type]
    return _of_group(kind, what)


def _of_group(kind: object, what: object) -> tuple[_Signs, bool]:
    if not isinstance(what, tuple):
        return None, False
    if kind is _constants.BRANCH:
        return _of_branches(what[1])
    if kind is _constants.SUBPATTERN:
        return _of_items(tuple(what[-1]))
    if kind in _REPEATS:
        signs, may_be_empty = _of_items(tuple(what[2]))
        return signs, may_be_empty or what[0] == 0
    return None, False


def _of_branches(branches: Iterable[Sequence[tuple[object, object]]]) -> tuple[_Signs, bool]:
    found = [_of_items(tuple(branch)) for branch in branches]
    if any(signs is None for signs, _ in found):
        return None, False
    return frozenset().union(*(signs for signs, _ in found if signs)), any(empty for _, empty in found)


def _of_class(parts: Sequence[tuple[object, object]]) -> _Signs:
    """The signs of a class; one that excludes signs or names a category may begin with any."""
    signs: set[str] = set()
    for kind, what in parts:
        if kind is _constants.LITERAL and isinstance(what, int):
            signs.add(chr(what))
        elif kind is _constants.RANGE and isinstance(what, tuple):
            signs.update(chr(code) for code in range(what[0], what[1] + 1))
        elif kind is _constants.CATEGORY and what is _constants.CATEGORY_DIGIT:
            signs.update("0123456789")
        else:
            return None
    return frozenset(signs)
