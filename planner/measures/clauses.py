"""Clauses of a normal text; brackets and opening conditions become words of the clause that they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from planner.measures.tokens import Token, tokens_of
from planner.measures.vocabulary import Word

__all__ = ["ACTIONS", "Clause", "clause_of", "conditioned", "cut"]

ACTIONS = frozenset(
    {
        Word.CUT,
        Word.EMISSION_CUT,
        Word.HALT,
        Word.STOP,
        Word.HOLD,
        Word.NO_FEED,
        Word.EXTEND,
        Word.KEEP,
        Word.MORE,
        Word.OWN,
        Word.NO_MEASURE,
        Word.ROTATE,
        Word.BASELINE,
        Word.REFERENCE,
        Word.MUST_USE,
        Word.DUTY,
        Word.TREATMENT,
        Word.ODD_EVEN,
        Word.ONLY_AT,
        Word.CYCLE,
        Word.CONCENTRATION,
        Word.HEATS,
        Word.FEWER,
        Word.NO_SUBSTITUTE,
        Word.TREATMENT_LAST,
        Word.OFF_PEAK,
        Word.PARK,
        Word.NORMAL,
        Word.NO_RESTART,
        Word.EXEMPT,
        Word.COAL,
        Word.TOTAL,
        Word.CARE,
        Word.SOME_RUN,
        Word.BY_NEED,
    }
)
"""Words that ask for something; a clause without any belongs to its neighbour."""

_MARKS = re.compile("[(),:;]")
_EXEMPT = re.compile(r"^[^,;]{1,60}(?:除外|例外)$")
_BRACKET = re.compile(r"\((?!不?含\))([^()]*)\)?")
_EXCEPTION = re.compile(r"除外|例外|允许|可正常|可继续|不含|不包括|以外|不受|之外")
_WIDENING = re.compile(r"^(?:含|包括|包含)")
_CONDITION_WORDS = (
    "超标|满足|已(?:安装|完成|建成|配套|采用|改用)|不承担|不具备|不属于|不在|达到|达不到|未(?!来)|没有|不能|无法|列入|"
    "纳入|低于|高于|超过|不足|不到位|不合格|不达标|不完善|不健全|属于|具有|确需|大于|小于|经批准|符合"
)
_CONDITION = re.compile(rf"^.*?(?:{_CONDITION_WORDS})")
_WHOLE = re.compile(r"已|采用|使用|改用|完成|通过|安装|具备|承担|有")
_TAIL = re.compile(r"适时|酌情|视情|适当|根据")
_BRACKETS = ((Word.EXCEPTION, _EXCEPTION), (Word.WIDENING, _WIDENING), (Word.TAIL, _TAIL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Words that ask for one thing together.

    Attributes:
        tokens: its words in order.
        start, end: where it stands in the normal text.
        words: the kinds of its words.
    """

    tokens: tuple[Token, ...]
    start: int
    end: int
    words: frozenset[Word] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Kinds are asked for dozens of times a clause: they are gathered once."""
        object.__setattr__(self, "words", frozenset([token.word for token in self.tokens]))

    def of(self, *words: Word) -> tuple[Token, ...]:
        """Its words of these kinds."""
        if self.words.isdisjoint(words):
            return ()
        return tuple([token for token in self.tokens if token.word in words])

    def has(self, *words: Word) -> bool:
        """Whether it has a word of these kinds."""
        return not self.words.isdisjoint(words)


def cut(text: str, marks: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Pieces between marks that stand outside brackets; a colon between digits is a clock's."""
    stop = len(text) if end is None else end
    if all(text.find(mark, start, stop) < 0 for mark in marks):
        yield start, stop
        return
    depth, begin = 0, start
    for found in _MARKS.finditer(text, start, stop):
        at, sign = found.start(), found.group()
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        clock = sign == ":" and text[max(at - 1, 0)].isdigit() and text[at + 1 : at + 2].isdigit()
        if sign in marks and not depth and not clock:
            yield begin, at
            begin = at + 1
    yield begin, stop


def clause_of(text: str, start: int, end: int) -> Clause:
    """The clause that stands at a place of a normal text."""
    found: list[Token] = []
    at = start
    for match in _BRACKET.finditer(text, start, end):
        found += tokens_of(text[at : match.start()], at)
        found += _bracket(match)
        at = match.end()
    return Clause(tokens=(*found, *tokens_of(text[at:end], at)), start=start, end=end)


def _bracket(match: re.Match[str]) -> tuple[Token, ...]:
    """An exception or a widening is one word; anything else in brackets counts as said in the clause."""
    words = match.group(1)
    kind = next((word for word, pattern in _BRACKETS if pattern.search(words)), None)
    if kind is None:
        return tokens_of(words, match.start(1), inside=True)
    return (Token(word=kind, text=words, start=match.start(), end=match.end(), inside=True),)


def conditioned(clauses: list[Clause], text: str) -> list[Clause]:
    """Clauses whose opening condition (达不到…的, 列入…的) is one word, its numbers and verbs no measures."""
    last = len(clauses) - 1
    return [_exempting(_with_condition(item, text, last=at == last), text) for at, item in enumerate(clauses)]


def _exempting(clause: Clause, text: str) -> Clause:
    """A clause that says who is left out (水性漆喷涂除外) is one word."""
    words = text[clause.start : clause.end]
    if not _EXEMPT.match(words):
        return clause
    return replace(clause, tokens=(Token(word=Word.EXCEPTION, text=words, start=clause.start, end=clause.end),))


def _with_condition(clause: Clause, text: str, *, last: bool) -> Clause:
    edge = _edge_of_condition(clause, text) or _whole_condition(clause, text, last=last)
    if edge is None:
        return clause
    after = tuple(token for token in clause.tokens if token.end > edge)
    if last and not any(token.word in ACTIONS for token in after):
        return clause
    condition = Token(word=Word.CONDITION, text=text[clause.start : edge], start=clause.start, end=edge)
    return replace(clause, tokens=(condition, *after))


def _whole_condition(clause: Clause, text: str, *, last: bool) -> int | None:
    """A clause that ends in 的 and asks for nothing (所有工序已改用天然气的) says whom the next one means."""
    is_condition = not last and text[clause.end - 1] == "的" and not clause.has(*ACTIONS, Word.COUNT)
    return clause.end if is_condition and _WHOLE.search(text[clause.start : clause.end]) else None


def _edge_of_condition(clause: Clause, text: str) -> int | None:
    """Behind the last 的 of an opening condition that asks for nothing itself; its first 的 may hide a verb."""
    if text.find("的", clause.start, clause.end) < 0:
        return None
    found = _CONDITION.match(text[clause.start : clause.end])
    if found is None or clause.has(Word.AFTER_HOURS):
        return None
    begin = clause.start + found.end()
    asked = [token.start for token in clause.tokens if token.word in ACTIONS]
    if any(start < clause.start + found.end() - 1 for start in asked):
        return None
    marks = [at + 1 for at in range(begin, clause.end) if text[at] == "的"]
    plain = [mark for mark in marks if not any(begin <= start < mark for start in asked)]
    return plain[-1] if plain else next(iter(marks), None)
