"""Statements about halts: of all, or of so many units; what may be work as well as a unit is in the way."""

import re
from itertools import pairwise

from planner.measures.amounts import basis_of, bound_of
from planner.measures.build_amounts import InTheWayError, Slots
from planner.measures.clauses import Clause
from planner.measures.records import Bound, Vehicles
from planner.measures.tokens import Token
from planner.measures.vocabulary import Word

__all__ = ["halt"]

_COUNTED = re.compile(r"(?:\d+|[一二两三四五六])[条台座套]")
_OF_VEHICLES = re.compile(r"国(?:VI|IV|V|III|II|I|[1-6]|[一二三四五六])|车|运输")
_UNIT_OF_PROCESS = re.compile(r"[炉机窑]")


def halt(clause: Clause, text: str) -> Slots:
    """What halts: all (a cut of 1) or so many units.

    Raises:
        InTheWayError: where the words may mean work as well as a unit, or the counts are no sum.
    """
    counts = clause.of(Word.COUNT)
    _check_what_halts(clause, text)
    exempt = next((item.text for item in clause.of(Word.EXCEPTION) if _OF_VEHICLES.search(item.text)), "")
    counted = next((item.text for item in clause.of(Word.EXCEPTION) if _COUNTED.search(item.text)), "")
    exempt = exempt or counted
    if exempt or (text[clause.start : clause.end] == "停运"):
        raise InTheWayError(exempt or "停运")
    vehicles = Vehicles(all_of_them=True) if clause.has(Word.HAULAGE_HALT) else None
    if not counts:
        bound = _bound_of_days(clause)
        basis, _ = basis_of(clause, text) if clause.has(Word.BASIS) else ("", False)
        return {"share_cut": 1.0, "vehicles": vehicles, "bound": bound, "count_or_capacity": basis}
    named = re.search(r"[线炉窑机釜房塔罐槽]中", text[counts[0].end : clause.end])
    if named and len(counts) == 1:
        raise InTheWayError(counts[0].text)
    bound, problem = bound_of(clause, counts[0])
    if problem or (len(counts) > 1 and (bound or not _is_list(counts, text))):
        raise InTheWayError(problem or counts[-1].text)
    stopped = int(sum(token.value or 0 for token in counts))
    share = 1.0 if _all_of_them(clause) else None
    return {
        "stop_count": stopped,
        "count_or_capacity": "count",
        "bound": bound,
        "vehicles": vehicles,
        "share_cut": share,
    }


def _bound_of_days(clause: Clause) -> Bound:
    """停产3天以上, 停产不少于3天; a bare bound beside anything else is in the way."""
    bare = clause.of(Word.BARE_BOUND)
    days = {token.end for token in clause.of(Word.DAYS, Word.HOURS)}
    if any(token.text != "以上" or token.start not in days for token in bare):
        raise InTheWayError(bare[0].text)
    return Bound.AT_LEAST if bare or clause.has(Word.AT_LEAST) else Bound.NONE


def _is_list(counts: tuple[Token, ...], text: str) -> bool:
    """Whether a mark stands between each two counts (1条轧线和2台加热炉): 三台中的一台 is no sum."""
    pairs = pairwise(counts)
    return all(re.search(r"[、和及与]", text[left.end : right.start]) for left, right in pairs)


def _all_of_them(clause: Clause) -> bool:
    """Whether all that are counted stop: 3条窑全部停产."""
    pairs = pairwise(clause.tokens)
    return any(left.word is Word.ALL and right.word in (Word.HALT, Word.COUNT) for left, right in pairs)


def _check_what_halts(clause: Clause, text: str) -> None:
    """土石方工程停工 is work as much as a firm; 开一条, 其余停产 counts what does not halt."""
    plain = [token for token in clause.tokens if token.word not in (Word.ALL, Word.EXCEPTION, Word.WIDENING)]
    for before, work, halt in zip([None, *plain], plain, plain[1:], strict=False):
        named = before if before and work.text in ("工程", "工作", "等") else work
        if halt.word is Word.HALT and named.word is Word.PROCESS and not _UNIT_OF_PROCESS.search(named.text):
            raise InTheWayError(named.text)
    for verb, behind in pairwise(clause.tokens):
        if verb.word is Word.HALT and behind.inside and behind.word in (Word.NAME, Word.PROCESS, Word.WORK):
            raise InTheWayError(behind.text)
    steps = [token for token in clause.of(Word.WORK) if token.text in ("工序", "环节")]
    if steps and not re.match(r"的|\(", text[steps[-1].end : steps[-1].end + 1]):
        raise InTheWayError(steps[-1].text)
    rest = clause.of(Word.REST)
    if rest and any(token.start < rest[0].start for token in clause.of(Word.COUNT)):
        raise InTheWayError(rest[0].text)
