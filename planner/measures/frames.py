"""Which sentence form a clause is, and the first word that the form does not know what to do with.

A clause takes the first form whose needs it meets. A meaningful word that the form neither needs nor takes is in the
way, and the clause stays unread.
"""

from itertools import pairwise

from planner.measures.clauses import Clause
from planner.measures.form import Frame
from planner.measures.forms_conduct import CONDUCT
from planner.measures.forms_production import PRODUCTION
from planner.measures.vocabulary import Word

__all__ = ["FRAMES", "frame_of", "in_the_way"]

FRAMES: tuple[Frame, ...] = (*PRODUCTION, *CONDUCT)
_TWO = 2
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
    }
)


def frame_of(clause: Clause) -> Frame | None:
    """The first form whose needs the clause meets."""
    words = {token.word for token in clause.tokens}
    if _some_of_all(clause):
        words.add(Word.TWO_COUNTS)
    if _process_halted(clause):
        words.add(Word.PROCESS_HALTED)
    for frame in FRAMES:
        if all(words & need for need in frame.needs) and not words & frame.bars:
            return frame
    return None


def _some_of_all(clause: Clause) -> bool:
    """One count before the halt and one behind it (7台印刷机停产4台)."""
    halts, counts = clause.of(Word.HALT), clause.of(Word.COUNT)
    if not halts or len(counts) != _TWO:
        return False
    return counts[0].start < halts[0].start < counts[1].start


def _process_halted(clause: Clause) -> bool:
    """A process that stops itself (喷涂工序停产), not a firm that has such a process."""
    plain = [token for token in clause.tokens if token.word not in (Word.ALL, Word.EXCEPTION, Word.WIDENING)]
    return any(left.word is Word.WORK and right.word is Word.HALT for left, right in pairwise(plain))


def in_the_way(clause: Clause, frame: Frame) -> str:
    """The first meaningful word that the form does not know what to do with, '' where there is none."""
    known = _ALWAYS | frame.takes | frozenset().union(*frame.needs)
    return next((token.text for token in clause.tokens if token.word not in known), "")
