"""The sentences of a normal text: its clauses, those that ask for nothing joined to the one that they belong to."""

import re
from collections.abc import Iterator

from planner.measures.clauses import ACTIONS, Clause, clause_of, conditioned, cut
from planner.measures.tokens import Token
from planner.measures.vocabulary import Word

__all__ = ["clauses_of", "sentences_of"]

_OWN_THINGS = (Word.LINE, Word.COUNT, Word.VEHICLE, Word.HAULAGE, Word.MACHINERY)
"""A clause that names such a thing speaks of it, even where no verb of the grammar says what."""

_NAMES = frozenset({Word.NAME, Word.PROCESS, Word.SIZE, Word.LINE})
_NUMBERED = (Word.COUNT, Word.AMOUNT, Word.HEATS, Word.TRIPS, Word.NUMBER)
_STRONG = frozenset({Word.HALT, Word.STOP, Word.CUT, Word.KEEP, Word.CYCLE, Word.EXTEND, Word.HOLD, Word.EMISSION_CUT})
_LISTED = frozenset({Word.NAME, Word.PROCESS, Word.VEHICLE, Word.MACHINERY, Word.LINE, Word.STANDARD, Word.STOP})
_ASKING_PAIRS = tuple(map(frozenset, ((Word.COKING, Word.HOURS), (Word.RUN, Word.HOURS), (Word.TRIPS, Word.AT_MOST))))
_OTHER_ACTIONS = ACTIONS - {Word.CUT}
_MEANS = re.compile(r"采[取用]|列入|通过|等(?:方式|措施|办法|手段)")
_FILLER = re.compile(r"(?:可|正常|继续|生产|运行|维持|进行|以|供|用|的)+")
_CYCLE = re.compile(r"停(?:产|机|烧|运)?\d+(?:小时|天|h),(?:再)?(?:开|生产|运行|恢复生产)\d+(?:小时|天|h)")
_BOTH = re.compile(r"(?<=停产|限产|生产|停工|\d%)(?:并且|同时|并|且|[、+])(?=停止|禁止|不得|暂停|做好|加强)")
_RESTATED = re.compile(
    r"\(([^()]*[由从]\d[^()]*|限产\d[^()]*|[^()]*\d[^()]{0,6}[降减](?:低|少)?[至到为]\d[^()]*"
    r"|(?<=[%成半]\()[^()]{0,10}停(?:产|用|机|运)?(?:\d+|[一二两三四五])[条台座套][^()]*)\)"
)
_AHEAD = re.compile(r"(?:的|时|期间|前提下|基础上|条件下|后|中|情况下|之后|为\d+条)$|^(?:在|对|有|当|自|从|按照?)")


def sentences_of(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A normal text with its restatements made clauses, as long as before, and where its sentences stand in it."""
    text = _RESTATED.sub(r",\1,", text)
    text = _BOTH.sub(lambda found: "," * len(found.group()), text)
    text = _CYCLE.sub(lambda found: found.group().replace(",", "、"), text)
    return text, tuple(cut(text, ";"))


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a sentence, those that ask for nothing joined to the one they belong to."""
    clauses = [part for place in cut(text, ",:") for part in _parted(text, *place)]
    asked = conditioned([item for item in clauses if item.tokens], text)
    return _joined(asked, text) if asked else ()


def _joined(clauses: list[Clause], text: str) -> tuple[Clause, ...]:
    """A clause that asks for nothing joins the next where it opens, else the one before it."""
    done: list[Clause] = []
    ahead: list[Clause] = []
    for at, item in enumerate(clauses):
        if _opens(item, clauses[at + 1 :]) or (not _asks(item) and (not done or _points_ahead(item, text))):
            ahead.append(item)
        elif (_asks(item) or item.has(*_OWN_THINGS)) and not (done and not ahead and _prolongs(item, done[-1])):
            done.append(_merged([*ahead, item]))
            ahead = []
        else:
            done[-1] = _merged([done[-1], *ahead, item])
            ahead = []
    if ahead:
        done = [*done[:-1], _merged([*done[-1:], *ahead])]
    return tuple(done)


def _asks(clause: Clause) -> bool:
    """Whether a clause asks for something; 结焦时间不低于40小时 does so without a verb."""
    asked = not clause.words.isdisjoint(ACTIONS)
    return asked or _heats(clause) or any(pair <= clause.words for pair in _ASKING_PAIRS)


def _heats(clause: Clause) -> bool:
    """Whether a clause says that something heats people and no more: 2#锅炉保障供暖."""
    last = clause.tokens[-1]
    if last.word is not Word.GUARANTEE or not last.text.startswith("保"):
        return False
    return all(token.word in _NAMES for token in clause.tokens[:-1])


def _names_another(clause: Clause, before: Clause) -> bool:
    """Whether a clause names a thing of its own: 停2台压机, 保留1台锅炉 are two measures."""
    named = [token.text.strip("、的") for token in clause.of(Word.NAME, Word.PROCESS)]
    known = "".join(token.text for token in before.tokens)
    return any(name and name not in known and not _FILLER.fullmatch(name) for name in named)


def _points_ahead(clause: Clause, text: str) -> bool:
    return bool(_AHEAD.search(text[clause.start : clause.end]))


def _prolongs(clause: Clause, before: Clause) -> bool:
    """Whether a clause tells more of the one before it.

    限产5个月 behind 限产70% says how long, not how much; 剩余2台正常运行 behind 停3台 says what stays; 即… restates.
    """
    if clause.tokens[0].word is Word.THAT_IS:
        return before.has(Word.SHARE) and clause.has(Word.SHARE)
    if clause.has(Word.REST, Word.KEEP) and clause.has(Word.COUNT) and not clause.has(Word.HALT, Word.CUT, Word.STOP):
        halted = before.has(Word.HALT) and len(before.of(Word.COUNT)) == 1
        return halted and not before.has(Word.KEEP) and not _names_another(clause, before)
    if before.has(Word.BY_NEED) and clause.has(Word.CUT):
        return not clause.has(*_OTHER_ACTIONS, Word.SHARE, *_NUMBERED)
    bare = clause.has(Word.CUT) and clause.has(Word.DAYS) and not clause.has(*_OTHER_ACTIONS, Word.SHARE)
    return bare and before.has(Word.CUT) and before.has(Word.SHARE)


def _opens(clause: Clause, following: list[Clause]) -> bool:
    """A cut without a number (有序实施限产措施) announces the share of the next clause."""
    if clause.has(Word.KEEP):
        return bool(following and following[0].has(Word.REST) and following[0].has(Word.HALT))
    if not _asks(clause) and len(clause.of(Word.COUNT)) == 1:
        return bool(following) and _counts_on(following[0])
    longer = clause.has(Word.COKING) and clause.has(Word.EXTEND) and not clause.has(*_NUMBERED, Word.HOURS)
    if longer and following and following[0].has(Word.FROM) and following[0].has(Word.HOURS):
        return not following[0].has(Word.COKING)
    announces = clause.has(Word.CUT) and not clause.has(*_OTHER_ACTIONS, Word.SHARE, *_NUMBERED)
    if announces and following and following[0].has(Word.FROM) and not following[0].has(Word.COKING):
        return following[0].has(Word.TO) and not following[0].has(Word.LINE, Word.HALT, Word.STOP)
    if not announces or not following or not following[0].has(Word.SHARE):
        return False
    unnamed = not following[0].has(Word.NAME, Word.PROCESS, Word.LINE, Word.LEVEL, Word.CONDITION, *_OWN_THINGS)
    return following[0].has(Word.EMISSION_CUT) or (following[0].has(Word.CUT) and unnamed)


def _counts_on(clause: Clause) -> bool:
    """Whether a clause says how many of those stop that the one before it counts (共5台, 停2台)."""
    named = clause.has(Word.NAME, Word.PROCESS, Word.CONDITION, Word.REST, Word.LINE)
    return clause.has(Word.COUNT) and clause.has(Word.HALT) and not named


def _parted(text: str, start: int, end: int) -> Iterator[Clause]:
    """The clauses of a piece in which 、 stands between two complete measures (2台压机停产、只运行3台锅炉)."""
    whole = clause_of(text, start, end)
    if text.find("、", start, end) < 0:
        yield whole
        return
    begin = start
    for mark in () if _MEANS.search(text, start, end) else _marks_between(whole, text):
        yield clause_of(text, begin, mark)
        begin = mark + 1
    yield clause_of(text, begin, end) if begin > start else whole


def _marks_between(clause: Clause, text: str) -> Iterator[int]:
    """Where 、 ends one measure and another follows: each side has a verb, and no list of things goes on across it."""
    begin = clause.start
    for at in (at for at in range(clause.start, clause.end) if text[at] == "、"):
        left = [token for token in clause.tokens if begin <= token.start < at]
        right = [token for token in clause.tokens if token.end > at + 1 and token.start >= at]
        is_inside = any(token.start < at < token.end for token in clause.tokens)
        if not is_inside and _verbs(left) and _verbs(right) and _ends_a_measure(left, right, at):
            yield at
            begin = at + 1


def _verbs(tokens: list[Token]) -> bool:
    return any(token.word in _STRONG and not token.inside for token in tokens)


def _ends_a_measure(left: list[Token], right: list[Token], at: int) -> bool:
    """Whether what stands before the mark is complete: a verb behind it begins anew, a name before it may be listed."""
    follows = next((token for token in right if token.start >= at + 1), None)
    if follows is not None and follows.start == at + 1 and follows.word is Word.HALT:
        return False
    if follows is not None and follows.start == at + 1 and follows.word in _STRONG:
        return True
    return left[-1].word not in _LISTED


def _merged(clauses: list[Clause]) -> Clause:
    tokens = tuple(token for item in clauses for token in item.tokens)
    return Clause(tokens=tokens, start=clauses[0].start, end=clauses[-1].end)
