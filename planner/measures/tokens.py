"""A normal text as meaningful words with their numbers, and names of things between them."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from planner.measures.first_signs import first_signs
from planner.measures.numerals import number_of
from planner.measures.patterns import PATTERNS
from planner.measures.vocabulary import Word

__all__ = ["Token", "tokens_of"]

_BY_SIGN: dict[str, list[tuple[Word, re.Pattern[str]]]] = {}
"""The patterns that may begin with a sign, in their order: to try all of them at each place took most of the time."""

_ANY: list[tuple[Word, re.Pattern[str]]] = []


def _sort_by_sign() -> None:
    compiled = [(word, re.compile(pattern), first_signs(pattern)) for word, pattern in PATTERNS]
    every = frozenset().union(*(signs for _, _, signs in compiled if signs))
    for word, pattern, signs in compiled:
        for sign in every if signs is None else signs:
            _BY_SIGN.setdefault(sign, []).append((word, pattern))
        if signs is None:
            _ANY.append((word, pattern))


_sort_by_sign()
_NUMERAL = re.compile(r"\d+(?:\.\d+)?|[一二两三四五六七八九十百]+")
_PARTS = {
    "一半": 0.5,
    "半数": 0.5,
    "减半": 0.5,
    "砍半": 0.5,
    "腰斩": 0.5,
    "半": 0.5,
    "二分之一": 0.5,
    "三分之一": 1 / 3,
    "三分之二": 2 / 3,
    "四分之一": 0.25,
    "四分之三": 0.75,
}
_THINGS = frozenset(
    {Word.NAME, Word.SIZE, Word.LINE, Word.CONDITION, Word.WORK, Word.VEHICLE, Word.MACHINERY, Word.ALL}
)
_NUMBERS = frozenset(
    {Word.HOURS, Word.AFTER_HOURS, Word.DAYS, Word.COUNT, Word.CONCENTRATION, Word.TIMES, Word.HEATS, Word.TRIPS}
) | {Word.AMOUNT, Word.NUMBER, Word.SIZE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word with its place in the normal text.

    Attributes:
        value: the number of a word that has one: a share as 0..1, everything else in its own unit; None else.
        inside: whether it stands inside brackets.
    """

    word: Word
    text: str
    start: int
    end: int
    value: float | None = None
    inside: bool = False


@lru_cache(maxsize=16_384)
def tokens_of(text: str, offset: int = 0, *, inside: bool = False) -> tuple[Token, ...]:
    """The words of a text in normal spelling; names of things are those that no pattern fits.

    Args:
        text: normal text without brackets and clause marks.
        offset: where it begins in the whole text.
        inside: whether it stands inside brackets.
    """
    words = _words(text, inside=inside)
    return tuple(_moved(token, offset) for token in words) if offset else words


@lru_cache(maxsize=16_384)
def _words(text: str, *, inside: bool) -> tuple[Token, ...]:
    """The words of a text at place 0; a list says the same few clauses thousands of times."""
    found: list[Token] = []
    at = named = 0
    while at < len(text):
        word, end = _fitting(text, at)
        if word is not None:
            found += _name(text, named, at, inside=inside)
            found.append(_token(word, text[at:end], at, inside=inside))
            named = end
        at = end
    return _without_list_or((*found, *_name(text, named, len(text), inside=inside)))


def _fitting(text: str, at: int) -> tuple[Word | None, int]:
    """The word that stands at a place and where it ends; None and the next place where no pattern fits."""
    for word, pattern in _BY_SIGN.get(text[at], _ANY):
        match = pattern.match(text, at)
        if match is not None and match.end() > at:
            return word, match.end()
    return None, at + 1


def _moved(token: Token, offset: int) -> Token:
    return Token(
        word=token.word,
        text=token.text,
        start=token.start + offset,
        end=token.end + offset,
        value=token.value,
        inside=token.inside,
    )


def _without_list_or(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Between two names 或 lists things; beside a number or a verb it offers a choice."""
    last = len(found) - 1
    return tuple(
        replace(token, word=Word.NAME)
        if token.word is Word.OR and 0 < at < last and found[at - 1].word in _THINGS and found[at + 1].word in _THINGS
        else token
        for at, token in enumerate(found)
    )


def _name(text: str, start: int, end: int, *, inside: bool) -> tuple[Token, ...]:
    words = text[start:end]
    if not words.strip("、:的,;()"):
        return ()
    return (Token(word=Word.NAME, text=words, start=start, end=end, inside=inside),)


def _token(word: Word, text: str, start: int, *, inside: bool) -> Token:
    return Token(word=word, text=text, start=start, end=start + len(text), value=_value(word, text), inside=inside)


def _value(word: Word, text: str) -> float | None:
    """The number of a word; None where it has none, or none that can be read."""
    try:
        return _number(word, text)
    except ValueError:
        return None


def _number(word: Word, text: str) -> float | None:
    if word is Word.SHARE:
        return _share(text)
    numeral = _NUMERAL.search(text) if word in _NUMBERS else None
    return number_of(numeral.group()) if numeral else None


def _share(text: str) -> float:
    if text in _PARTS:
        return _PARTS[text]
    if "/" in text:
        part, whole = text.split("/")
        return int(part) / int(whole)
    if text.endswith(("成", "成半")):
        return number_of(text[0]) / 10 + 0.05 * text.endswith("半")
    if text.startswith(("五分之", "十分之")):
        return number_of(text[3:]) / number_of(text[0])
    return round(number_of(text.removeprefix("百分之").removesuffix("%")) / 100, 6)
