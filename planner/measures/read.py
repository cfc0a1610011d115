"""A text read: its statements, and every clause that stays unread with what is in the way."""

from planner.measures.build import build_statement
from planner.measures.clauses import Clause, sentences_of
from planner.measures.frames import frame_of
from planner.measures.normal import NormalText, normal_text
from planner.measures.records import Reading, Statement, Unread
from planner.measures.vocabulary import Word

__all__ = ["read_text"]

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
    found = [_read(clause, normal) for sentence in sentences_of(normal.text) for clause in sentence]
    statements = tuple(item for item in found if isinstance(item, Statement))
    unread = tuple(item for item in found if isinstance(item, Unread))
    if not statements and not unread:
        unread = (Unread(phrase=text.strip()),)
    return Reading(text=text, statements=statements, unread=unread)


def _read(clause: Clause, normal: NormalText) -> Statement | Unread:
    frame = frame_of(clause)
    if frame is not None:
        return build_statement(clause, frame, normal)
    first = next((token.text for token in clause.tokens if token.word not in _SILENT), "")
    return Unread(phrase=normal.phrase(clause.start, clause.end), in_the_way=first)
