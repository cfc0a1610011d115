"""Statements about amounts: at most so much, from one value to another, so many units that stop or stay."""

import re
from collections.abc import Callable

from planner.measures.amounts import amounts_of, bound_of, whole_of_two
from planner.measures.clauses import Clause
from planner.measures.numerals import number_of
from planner.measures.records import Bound
from planner.measures.vocabulary import Word

__all__ = ["InTheWayError", "Slots", "absolute", "falls", "one_amount"]

Slots = dict[str, object]
_TWO = 2
_TEN_THOUSAND = 10_000
_NOT_UNIT = re.compile(r"[\d.万一二两三四五六七八九十百()含]|/[日天]|[及和或不]|以[上下]")
_NUMERALS = re.compile(r"\d+|[一二两三四五]")


class InTheWayError(Exception):
    """A builder met a word that it does not know what to do with."""


def falls(clause: Clause) -> bool:
    """Whether an amount falls from one value to another: 由1000吨降至800吨, 1000吨降至800吨."""
    amounts = clause.of(Word.AMOUNT, Word.HEATS) or clause.of(Word.HOURS) or clause.of(Word.COUNT)
    cuts = clause.of(Word.CUT, Word.EXTEND)
    pair = len(amounts) == _TWO and any(amounts[0].start < cut.start < amounts[1].start for cut in cuts)
    return clause.has(Word.FROM) or (pair and clause.has(Word.TO))


def one_amount(*words: Word) -> Callable[[Clause, str], Slots]:
    """A builder of statements with one amount, or with two from the first to the second."""

    def build(clause: Clause, text: str) -> Slots:
        del text
        found = clause.of(*words)
        numbers, unit = amounts_of(clause, *words)
        if not found:
            return {}
        if len(numbers) != 1 + falls(clause):
            raise InTheWayError(found[-1].text)
        bound, problem = bound_of(clause, found[-1])
        if problem:
            raise InTheWayError(problem)
        if len({_NOT_UNIT.sub("", token.text) for token in found}) > 1:
            raise InTheWayError(found[-1].text)
        first = _in_unit_of(found[0].text, numbers[0], unit) if len(numbers) > 1 else None
        return {"from_amount": first, "to_amount": numbers[-1], "unit": unit, "bound": bound}

    return build


def _in_unit_of(words: str, number: float, unit: str) -> float:
    """The first of two amounts in the unit of the second: 由1万吨降至9000吨 begins at 10000."""
    return number * _TEN_THOUSAND if "万" in words and "万" not in unit else number


def absolute(clause: Clause, text: str) -> Slots:
    """What stays of units or of an amount.

    Raises:
        InTheWayError: where the numbers do not make one amount.
    """
    chosen = next((build for fits, build in _UNITS_OR_HOURS if fits(clause)), None)
    return chosen(clause, text) if chosen else _amount(clause, text)


def _amount(clause: Clause, text: str) -> Slots:
    """由1000吨降至800吨, 不超过400吨; 压减200吨 says not what stays."""
    words: tuple[Word, ...] = (Word.AMOUNT, Word.HEATS, Word.TRIPS)
    if not clause.has(*words):
        words = (Word.SIZE,) if clause.has(Word.SIZE) else (Word.COUNT,)
    says_what_stays = clause.has(Word.FROM, Word.TO, Word.AT_MOST, Word.BARE_BOUND) or falls(clause)
    if clause.has(Word.CUT) and not says_what_stays:
        raise InTheWayError(clause.of(Word.CUT)[0].text)
    return _with_share(one_amount(*words)(clause, text))


def _run_hours(clause: Clause, text: str) -> Slots:
    slots = _with_share(one_amount(Word.HOURS)(clause, text))
    only = any(token.text.startswith(("仅", "只")) for token in clause.of(Word.RUN))
    bound = Bound.AT_MOST if only and not slots["bound"] else slots["bound"]
    return slots | {"unit": "小时/日", "bound": bound}


def _run_days(clause: Clause, text: str) -> Slots:
    del text
    return {"to_amount": clause.of(Word.DAYS)[0].value, "unit": "天"}


def _with_share(slots: Slots) -> Slots:
    """From 960 to 768 tonnes is a cut of 20 %; from less to more is no cut."""
    first, last = slots.get("from_amount"), slots.get("to_amount")
    if not isinstance(first, float) or not isinstance(last, float):
        return slots
    if not 0.0 <= last < first:
        raise InTheWayError(f"{last:g}")
    return slots | {"share_cut": 1.0 - last / first}


def _kept(clause: Clause, text: str) -> Slots:
    """保留1条: so many stay, whatever else there is stops."""
    del text
    counts = clause.of(Word.COUNT)
    kept, unit = amounts_of(clause, Word.COUNT)
    if len(counts) == _TWO and counts[0].start < clause.of(Word.KEEP)[0].start < counts[1].start:
        return _of_all(kept[0], kept[0] - kept[1], unit, counts[-1].text)
    halted_first = any(halt.end == counts[0].start for halt in clause.of(Word.HALT))
    if len(counts) > 1 or halted_first:
        raise InTheWayError(counts[-1].text)
    bound, _ = bound_of(clause, counts[0])
    return {
        "bound": bound,
        "to_amount": kept[0],
        "keep_count": int(kept[0]),
        "unit": unit,
        "count_or_capacity": "count",
    }


def _stopped_and_kept(clause: Clause, text: str) -> Slots:
    """停产2台, 保留1台: two stop and one stays; how many there are is not said."""
    del text
    counts, unit = amounts_of(clause, Word.COUNT)
    if len(counts) > _TWO:
        return _all_told(counts, unit, clause.of(Word.COUNT)[-1].text)
    stays_first = clause.of(Word.HALT)[0].start > clause.of(Word.COUNT)[-1].start
    kept, stopped = counts if stays_first else counts[::-1]
    return {
        "to_amount": kept,
        "unit": unit,
        "stop_count": int(stopped),
        "keep_count": int(kept),
        "count_or_capacity": "count",
    }


def _all_told(counts: tuple[float, ...], unit: str, words: str) -> Slots:
    """5条线停3条留2条: what stops and what stays make up what there is."""
    every, stopped, *kept = counts
    if kept != [every - stopped]:
        raise InTheWayError(words)
    return _of_all(every, stopped, unit, words)


def _some_run(clause: Clause, text: str) -> Slots:
    """2台, 停1开1: read where both numbers make up what there is, and left to a person where they do not."""
    del text
    pair = clause.of(Word.SOME_RUN)[0].text
    (every, *more), unit = amounts_of(clause, Word.COUNT)
    first, second = (number_of(found) for found in _NUMERALS.findall(pair))
    stopped = first if pair.startswith("停") else second
    if more or first + second != every:
        raise InTheWayError(pair)
    return _of_all(every, stopped, unit, pair)


def _some_of_all(clause: Clause, text: str) -> Slots:
    """7台停产4台: of seven, four stop and three stay."""
    del text
    (every, stopped), unit = amounts_of(clause, Word.COUNT)
    whole = whole_of_two(clause)
    if whole is not None and whole is not clause.of(Word.COUNT)[0]:
        every, stopped = stopped, every
    before = whole is not None or next(iter(clause.of(Word.COUNT))).start < clause.of(Word.HALT)[0].start
    if not before:
        raise InTheWayError(clause.of(Word.COUNT)[-1].text)
    return _of_all(every, stopped, unit, clause.of(Word.COUNT)[-1].text)


def _of_all(every: float, stopped: float, unit: str, words: str) -> Slots:
    """Of so many units so many stop; none or more than there are is no sense."""
    if not 0 < stopped <= every:
        raise InTheWayError(words)
    return {
        "share_cut": stopped / every,
        "from_amount": every,
        "to_amount": every - stopped,
        "unit": unit,
        "stop_count": int(stopped),
        "keep_count": int(every - stopped),
        "count_or_capacity": "count",
    }


def _keeps(clause: Clause) -> bool:
    return clause.has(Word.KEEP) or (clause.has(Word.RUN) and clause.has(Word.REST))


def _stops_and_keeps(clause: Clause) -> bool:
    return clause.has(Word.HALT) and len(clause.of(Word.COUNT)) > 1 and clause.has(Word.KEEP, Word.REST)


_UNITS_OR_HOURS: tuple[tuple[Callable[[Clause], bool], Callable[[Clause, str], Slots]], ...] = (
    (lambda clause: clause.has(Word.RUN) and clause.has(Word.HOURS), _run_hours),
    (lambda clause: clause.has(Word.SOME_RUN), _some_run),
    (_stops_and_keeps, _stopped_and_kept),
    (_keeps, _kept),
    (lambda clause: clause.has(Word.RUN) and clause.has(Word.DAYS), _run_days),
    (lambda clause: clause.has(Word.HALT), _some_of_all),
)
"""What a clause without an amount counts, and how it is built; the first that fits decides."""
