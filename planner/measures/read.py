"""A text read: its statements, and every clause that stays unread with what is in the way."""

import re
from functools import lru_cache

from planner.measures.build import build_statement
from planner.measures.clauses import Clause
from planner.measures.frames import frame_of
from planner.measures.names import competing_number, unknown_name, unsorted_name
from planner.measures.normal import NormalText, normal_text
from planner.measures.records import Base, Kind, Reading, Statement, Unread
from planner.measures.sentences import clauses_of, sentences_of
from planner.measures.vocabulary import Word

__all__ = ["read_text"]

_SAME = 1e-6
_PLAIN_HALTS = (Kind.HALT, Kind.PROCESS_HALT, Kind.HOLD_HOT)
_HALTS = re.compile(r"停产|停运|停用|停窑|停炉|限产")
"""An exception that names a measure (除3#窑停产外其余正常) asks for that measure."""
_SILENT = frozenset(
    {Word.NAME, Word.LEVEL, Word.LINE, Word.SIZE, Word.ALL, Word.SOFT, Word.MAY, Word.WIDENING, Word.DATES, Word.WORK}
)


def read_text(text: str) -> Reading:
    """What a filed measure or an order's sentence says.

    A clause that holds a meaningful word which its sentence form does not use stays unread: never a guess.

    >>> [(item.kind.value, item.share_cut) for item in read_text("限产30%").statements]
    [('limit_share', 0.3)]
    """
    normal = normal_text(text)
    plain, places = sentences_of(normal.text)
    read = [item for start, end in places for item in _read_sentence(plain[start:end], normal.part(start, end))]
    found = [_agreeing(item, before) for item, before in zip(read, [None, *read], strict=False)]
    statements = tuple(item for item in found if isinstance(item, Statement))
    unread = tuple(item for item in found if isinstance(item, Unread))
    if not statements and not unread:
        unread = (Unread(phrase=text.strip()),)
    return Reading(text=text, statements=statements, unread=unread)


@lru_cache(maxsize=16_384)
def _read_sentence(plain: str, normal: NormalText) -> tuple[Statement | Unread, ...]:
    """What a sentence says by itself, whichever stand beside it: a list says the same few thousands of times."""
    return tuple([_read(clause, normal) for clause in clauses_of(plain)])


def _agreeing(item: Statement | Unread, before: Statement | Unread | None) -> Statement | Unread:
    """A second share of load that names nothing else restates the first: one that differs stays unread.

    So does one that begins later: which of both a list files is for a person to say.
    """
    if not (isinstance(item, Statement) and isinstance(before, Statement)):
        return item
    later = item.kind is Kind.DURATION_DEPENDENT and before.kind is Kind.LIMIT_SHARE
    if later and item.share_cut is not None and before.share_cut is not None:
        return Unread(phrase=item.phrase, in_the_way=item.phrase)
    of_load = item.kind is before.kind is Kind.LIMIT_SHARE and item.base is before.base is Base.LOAD
    own = item.line_ids or item.levels or item.doubts or item.equipment not in ("", before.equipment)
    if not of_load or own or item.share_cut is None or before.share_cut is None:
        return item
    return (
        item if abs(item.share_cut - before.share_cut) < _SAME else Unread(phrase=item.phrase, in_the_way=item.phrase)
    )


def _read(clause: Clause, normal: NormalText) -> Statement | Unread:
    frame = frame_of(clause)
    hidden = unknown_name(clause)
    if frame and frame.kind in _PLAIN_HALTS:
        hidden = hidden or competing_number(clause) or (unsorted_name(clause) if frame.kind is Kind.HALT else "")
    if hidden:
        return Unread(phrase=normal.phrase(clause.start, clause.end), in_the_way=hidden)
    if (
        frame is not None
        and frame.kind is Kind.OTHER
        and any(_HALTS.search(item.text) for item in clause.of(Word.EXCEPTION))
    ):
        hidden = clause.of(Word.EXCEPTION)[0].text
        return Unread(phrase=normal.phrase(clause.start, clause.end), in_the_way=hidden)
    if frame is not None:
        return build_statement(clause, frame, normal)
    first = next((token.text for token in clause.tokens if token.word not in _SILENT), "")
    return Unread(phrase=normal.phrase(clause.start, clause.end), in_the_way=first)
