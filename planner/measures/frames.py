"""Which sentence form a clause is, and the first word that the form does not know what to do with.

A clause takes the first form whose needs it meets. A meaningful word that the form neither needs nor takes is in the
way, and the clause stays unread.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from planner.measures.amounts import whole_of_two
from planner.measures.build_amounts import falls
from planner.measures.clauses import Clause
from planner.measures.form import Frame
from planner.measures.forms_conduct import CONDUCT
from planner.measures.forms_production import PRODUCTION
from planner.measures.subjects import names_work
from planner.measures.tokens import Token
from planner.measures.vocabulary import Word

__all__ = ["FRAMES", "frame_of", "in_the_way"]

FRAMES: tuple[Frame, ...] = (*PRODUCTION, *CONDUCT)
_TWO = 2
_WORK_SHAPES = ([Word.STOP, Word.NAME], [Word.NAME, Word.STOP], [Word.NAME, Word.STOP, Word.NAME])
_BETWEEN = (Word.ALL, Word.EXCEPTION, Word.WIDENING, Word.LEVEL, Word.DATES, Word.SOFT, Word.MAY)
_FILLER = re.compile(r"(?:必须|应当?|要|需|须|将|也|实施|采取|执行|立即|暂时|临时|在|于|期间|预警|响应|进行|的?措施)+")
_ALWAYS = frozenset(
    {
        Word.NAME,
        Word.LEVEL,
        Word.LINE,
        Word.SIZE,
        Word.ALL,
        Word.EXCEPTION,
        Word.WIDENING,
        Word.CONDITION,
        Word.SOFT,
        Word.MAY,
        Word.DATES,
        Word.WORK,
        Word.PLACE,
        Word.TAIL,
        Word.PREMISE,
        Word.SUBSTANCE,
        Word.PROCESS,
        Word.REST,
        Word.THAT_IS,
    }
)


def frame_of(clause: Clause) -> Frame | None:
    """The first form whose needs the clause meets."""
    derived = [word for word, holds in _may_be_said(clause.words) if holds(clause)]
    return _first_form(clause.words.union(derived))


@lru_cache(maxsize=16_384)
def _may_be_said(words: frozenset[Word]) -> tuple[tuple[Word, Callable[[Clause], bool]], ...]:
    """The derived words that words of these kinds may say together."""
    return tuple((word, holds) for word, needs, holds in _DERIVED if any(need <= words for need in needs))


@lru_cache(maxsize=16_384)
def _first_form(words: frozenset[Word]) -> Frame | None:
    met = (item for item in FRAMES if all(words & need for need in item.needs) and not words & item.bars)
    return next(met, None)


def _some_of_all(clause: Clause) -> bool:
    """One count before the halt and one behind it (7台印刷机停产4台), or both behind it (停6条中的3条)."""
    halts, counts = clause.of(Word.HALT), clause.of(Word.COUNT)
    if not halts or len(counts) != _TWO:
        return False
    return counts[0].start < halts[0].start < counts[1].start or whole_of_two(clause) is not None


def _stop_and_stay(clause: Clause) -> bool:
    """One count behind the halt, and behind it one of those that stay (停产2台, 保留1台)."""
    counted = clause.of(Word.HALT, Word.COUNT, Word.REST, Word.KEEP)
    order = [Word.KEEP if token.word is Word.REST else token.word for token in counted]
    told = [Word.HALT, Word.COUNT, Word.KEEP, Word.COUNT]
    return order in (told, [Word.COUNT, *told])


def _process_halted(clause: Clause) -> bool:
    """A process that stops itself (喷涂工序停产, 停产喷涂工序), not a firm that has one (…工序的企业停产)."""
    plain = [token for token in clause.tokens if token.word not in _BETWEEN and not _is_filler(token)]
    before = any(left.word is Word.WORK and right.word is Word.HALT for left, right in pairwise(plain))
    return before or (len(plain) > 1 and plain[0].word is Word.HALT and plain[-1].word is Word.WORK)


def _work_named(clause: Clause) -> bool:
    """A verb of stopping at one end and nothing but names of works beside it: 停止脱脂清洗, 沥青摊铺停止."""
    plain = [token for token in clause.tokens if token.word not in _BETWEEN and not token.inside]
    if [token.word for token in plain] not in _WORK_SHAPES:
        return False
    return names_work(next(token.text for token in reversed(plain) if token.word is Word.NAME))


def _is_filler(token: Token) -> bool:
    return token.word is Word.NAME and bool(_FILLER.fullmatch(token.text))


def _is_by_need(clause: Clause) -> bool:
    return any("供" in token.text for token in clause.of(Word.GUARANTEE, Word.CONDITION))


def _spares_vehicles(clause: Clause) -> bool:
    return clause.has(Word.PASSAGE) and any("车" in token.text for token in clause.of(Word.EXCEPTION))


def _runs_hours(clause: Clause) -> bool:
    return any("时间" in token.text or "时长" in token.text for token in clause.of(Word.RUN))


_DERIVED: tuple[tuple[Word, tuple[frozenset[Word], ...], Callable[[Clause], bool]], ...] = (
    (Word.TWO_COUNTS, (frozenset({Word.HALT, Word.COUNT}),), _some_of_all),
    (Word.STOP_AND_STAY, (frozenset({Word.HALT, Word.COUNT}),), _stop_and_stay),
    (Word.PROCESS_HALTED, (frozenset({Word.HALT, Word.WORK}),), _process_halted),
    (Word.WORK_NAMED, (frozenset({Word.STOP, Word.NAME}),), _work_named),
    (Word.BY_NEED, (frozenset({Word.GUARANTEE}), frozenset({Word.CONDITION})), _is_by_need),
    (Word.VEHICLE, (frozenset({Word.PASSAGE, Word.EXCEPTION}),), _spares_vehicles),
    (Word.DAILY, (frozenset({Word.RUN}),), _runs_hours),
    (Word.FROM, (frozenset({Word.FROM}), frozenset({Word.TO})), falls),
)
"""Words that no single place of a clause says, the kinds one set of which must stand there, and when it says them."""


def in_the_way(clause: Clause, frame: Frame) -> str:
    """The first meaningful word that the form does not know what to do with, '' where there is none."""
    known = _ALWAYS | frame.takes | frozenset().union(*frame.needs)
    return next((token.text for token in clause.tokens if token.word not in known), "")
