"""Whether the names of a clause are plain names: one with a word that nobody knows may hide a verb.

A name is plain where it is made of known words (`plain_words.py`), or of an unknown word of at most four signs
directly before what names a unit, a site or a work (皂化釜, 除鳞线, 酯化作业).
"""

import re
from functools import lru_cache
from itertools import pairwise

from planner.measures.clauses import Clause
from planner.measures.plain_words import (
    HEADS,
    LONGEST_WORD,
    MATERIALS,
    NOT_IN_NAMES,
    NOT_PRODUCTION,
    NOUNS_OF_HALTS,
    NUMBERLESS_VERBS,
    PLAIN_WORDS,
    UNSORTED_ENDS,
    WORKS_OF_TRADES,
)
from planner.measures.risky_signs import RISKY_SIGNS
from planner.measures.subjects import ends_in_unit, is_known, is_subject
from planner.measures.tokens import Token
from planner.measures.vocabulary import Word

__all__ = ["competing_number", "is_plain", "unknown_name", "unsorted_name"]

_UNKNOWN_LONGEST = 4
_MARKS = re.compile(r"[、,:;()\[\]/+\-A-Z.\d\s]")
_WORK = "作业"
_LISTING = "、和及与等"
_WHOM = re.compile(r"[、,]?([^的、,]{2,24})的(?:[^的、,]{0,8}(?:企业|单位|行业|机组|设施|锅炉|堆场|站))[、,]?")
_DAILY_AMOUNT = re.compile(r"[、,]?(?:每?日)均?[^的、,减降增缩]{1,4}量为?")
_NOT_IN_UNKNOWN = NOT_IN_NAMES | (RISKY_SIGNS - frozenset("一二三四五六"))
"""一, 二, … may count plants by name: 二电厂, 一线."""
_IN_RELATIVE = frozenset("未不限开如应改")
_NUMBERS = (Word.SHARE, Word.COUNT, Word.AMOUNT, Word.HOURS, Word.TRIPS, Word.TIMES, Word.HEATS, Word.DAYS, Word.NUMBER)
_INSTALLATIONS = ("设备", "设施", "装置", "机", "器")
_PERIODS = (Word.DAYS, Word.HOURS)
_WORDS_WITHOUT_NUMBERS = PLAIN_WORDS | NUMBERLESS_VERBS
_STRIPPED = "、,:;()的等"


def unknown_name(clause: Clause) -> str:
    """The first name of a clause that is not plain, '' where all are."""
    following = (*clause.tokens[1:], None)
    named = ((token, after) for token, after in zip(clause.tokens, following, strict=True) if token.word is Word.NAME)
    words = PLAIN_WORDS if clause.has(*_NUMBERS, Word.HALT) else _WORDS_WITHOUT_NUMBERS
    hidden = (token for token, after in named if not is_plain(_with_work(token, after), words))
    return next((token.text for token in hidden if not _is_told(clause, token)), "")


def _is_told(clause: Clause, name: Token) -> bool:
    """Whether an unknown name says whom or what a clause is about, and no more."""
    return _is_whom(name.text) or _is_daily_amount(name.text, clause) or is_subject(clause, name)


def unsorted_name(clause: Clause) -> str:
    """The name beside a halt that says neither a unit nor a process, or makes a noun of it (停产情况); '' for none."""
    tokens = [token for token in clause.tokens if token.word is not Word.ALL]
    before = [name.text for name, halt in pairwise(tokens) if name.word is Word.NAME and halt.word is Word.HALT]
    behind = [name.text for halt, name in pairwise(tokens) if name.word is Word.NAME and halt.word is Word.HALT]
    unsorted = [text for text in before if _is_unsorted(text.strip(_STRIPPED), counted=clause.has(Word.COUNT))]
    unsorted += [
        name.text
        for name, halt in pairwise(tokens)
        if halt.word is Word.HALT and "用" in halt.text and name.text.strip(_STRIPPED).endswith(MATERIALS)
    ]
    nouns = [
        text for text in behind if text.startswith(NOUNS_OF_HALTS) or not (text.startswith("的") or is_known(text))
    ]
    return next(iter((*unsorted, *nouns)), "")


def _is_unsorted(name: str, *, counted: bool) -> bool:
    """Whether a name may be a unit as well as a process, or is an installation that makes nothing."""
    if name in WORKS_OF_TRADES:
        return True
    if not counted and not is_plain(name) and not ends_in_unit(name):
        return True
    makes_nothing = name.endswith(_INSTALLATIONS) and any(word in name for word in NOT_PRODUCTION)
    return makes_nothing or name.endswith(UNSORTED_ENDS)


def competing_number(clause: Clause) -> str:
    """The second of two numbers of a kind that no thing of its own stands with (停2台3台), '' where there is none."""
    tokens = [token for token in clause.tokens if token.text.strip(_STRIPPED)]
    beside = [right.text for left, right in pairwise(tokens) if left.word is right.word is Word.COUNT]
    periods = (clause.of(word) for word in _PERIODS)
    twice = [found[-1].text for found in periods if len({token.value for token in found}) > 1]
    return next(iter((*beside, *twice)), "")


@lru_cache(maxsize=16_384)
def is_plain(name: str, words: frozenset[str] = PLAIN_WORDS) -> bool:
    """Whether a name can be cut into known words and unknown ones that stand before a head.

    In a list whose last item names a unit or a work (绷帮、刷胶工序) the items before it may be unknown too.

    Args:
        name: the text of a name.
        words: the known words.
    """
    reached = {0}
    lists = any(name.endswith(head) for head in HEADS)
    for at in range(len(name)):
        if at in reached:
            reached |= _ends(name, at, words)
            reached |= _listed(name, at) if lists else set()
    return len(name) in reached


def _with_work(name: Token, after: Token | None) -> str:
    """A name that stands directly before 作业 or 工序 is the work's."""
    if after is None or after.start != name.end:
        return name.text
    lists_works = after.word is Word.PROCESS and name.text.endswith(tuple(_LISTING))
    return name.text + _WORK if after.word is Word.WORK or lists_works else name.text


def _is_whom(name: str) -> bool:
    """Whether a name says by a clause of its own whom is meant (完成深度治理的企业)."""
    found = _WHOM.fullmatch(name) if "的" in name else None
    return found is not None and not set(found.group(1)) & NOT_IN_NAMES - _IN_RELATIVE


def _is_daily_amount(name: str, clause: Clause) -> bool:
    """Whether a name says what an amount is of (日用漆量); a share of such a thing need not be one of load."""
    found = _DAILY_AMOUNT.fullmatch(name)
    return found is not None and clause.has(Word.AMOUNT, Word.SIZE) and not clause.has(Word.SHARE)


def _ends(name: str, at: int, words: frozenset[str]) -> set[int]:
    """Where a known word, a mark or an unknown word with its head ends that begins here."""
    known = _known(name, at, words) | _known(name, at, HEADS)
    return known | ({at + 1} if _MARKS.match(name, at) else _unknown(name, at))


def _known(name: str, at: int, words: frozenset[str]) -> set[int]:
    last = min(len(name), at + LONGEST_WORD)
    return {end for end in range(at + 1, last + 1) if name[at:end] in words}


def _listed(name: str, at: int) -> set[int]:
    """Where an unknown item of a list ends that begins here."""
    if at and name[at - 1] not in _LISTING:
        return set()
    last = next((end for end in range(at, len(name)) if name[end] in _LISTING), len(name))
    item = name[at:last]
    is_short = 1 < len(item) <= _UNKNOWN_LONGEST and last < len(name)
    return {last} if is_short and not set(item) & NOT_IN_NAMES else set()


def _unknown(name: str, at: int) -> set[int]:
    """An unknown word holds no known one of two signs: the verb in 巡视烧结机 is no part of the name."""
    ends: set[int] = set()
    for begin in range(at, min(len(name), at + _UNKNOWN_LONGEST)):
        opens_known = any(end - begin > 1 for end in _known(name, begin, PLAIN_WORDS))
        if opens_known or name[begin] in _NOT_IN_UNKNOWN or _MARKS.match(name, begin):
            break
        heads = _known(name, begin + 1, HEADS)
        ends |= heads if heads and max(heads) >= max(_known(name, begin + 1, PLAIN_WORDS), default=0) else set()
    return ends
