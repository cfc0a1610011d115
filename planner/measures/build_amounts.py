"""Statements about amounts: at most so much, from one value to another, so many units that stop or stay."""

from collections.abc import Callable

from planner.measures.amounts import amounts_of, bound_of, whole_of_two
from planner.measures.clauses import Clause
from planner.measures.vocabulary import Word

__all__ = ["InTheWayError", "Slots", "absolute", "one_amount"]

Slots = dict[str, object]
_TWO = 2


class InTheWayError(Exception):
    """A builder met a word that it does not know what to do with."""


def one_amount(*words: Word) -> Callable[[Clause, str], Slots]:
    """A builder of statements with one amount, or with two from the first to the second."""

    def build(clause: Clause, text: str) -> Slots:
        del text
        found = clause.of(*words)
        numbers, unit = amounts_of(clause, *words)
        if not found:
            return {}
        if len(numbers) != 1 + clause.has(Word.FROM):
            raise InTheWayError(found[-1].text)
        bound, problem = bound_of(clause, found[-1])
        if problem:
            raise InTheWayError(problem)
        first = numbers[0] if len(numbers) > 1 else None
        return {"from_amount": first, "to_amount": numbers[-1], "unit": unit, "bound": bound}

    return build


def absolute(clause: Clause, text: str) -> Slots:
    """What stays of units or of an amount.

    Raises:
        InTheWayError: where the numbers do not make one amount.
    """
    if clause.has(Word.RUN) and clause.has(Word.HOURS):
        return one_amount(Word.HOURS)(clause, text) | {"unit": "小时/日"}
    words: tuple[Word, ...] = (Word.AMOUNT, Word.HEATS, Word.TRIPS)
    if clause.has(Word.HALT) and len(clause.of(Word.COUNT)) > 1 and clause.has(Word.KEEP, Word.REST):
        return _stopped_and_kept(clause)
    if clause.has(Word.KEEP):
        return _kept(clause)
    if clause.has(Word.RUN) and clause.has(Word.DAYS):
        return {"to_amount": clause.of(Word.DAYS)[0].value, "unit": "天"}
    if clause.has(Word.HALT):
        return _some_of_all(clause)
    if clause.has(Word.FROM) and not clause.has(*words):
        words = (Word.SIZE,) if clause.has(Word.SIZE) else (Word.COUNT,)
    return _with_share(one_amount(*words)(clause, text))


def _with_share(slots: Slots) -> Slots:
    """From 960 to 768 tonnes is a cut of 20 %; from less to more is no cut."""
    first, last = slots.get("from_amount"), slots.get("to_amount")
    if not isinstance(first, float) or not isinstance(last, float):
        return slots
    if not 0.0 <= last < first:
        raise InTheWayError(f"{last:g}")
    return slots | {"share_cut": 1.0 - last / first}


def _kept(clause: Clause) -> Slots:
    """保留1条: so many stay, whatever else there is stops."""
    counts = clause.of(Word.COUNT)
    kept, unit = amounts_of(clause, Word.COUNT)
    if len(counts) == _TWO and counts[0].start < clause.of(Word.KEEP)[0].start < counts[1].start:
        return _of_all(kept[0], kept[0] - kept[1], unit, counts[-1].text)
    if len(counts) > 1:
        raise InTheWayError(counts[-1].text)
    bound, _ = bound_of(clause, counts[0])
    return {
        "bound": bound,
        "to_amount": kept[0],
        "keep_count": int(kept[0]),
        "unit": unit,
        "count_or_capacity": "count",
    }


def _stopped_and_kept(clause: Clause) -> Slots:
    """停产2台, 保留1台: two stop and one stays; how many there are is not said."""
    (stopped, kept), unit = amounts_of(clause, Word.COUNT)
    return {
        "to_amount": kept,
        "unit": unit,
        "stop_count": int(stopped),
        "keep_count": int(kept),
        "count_or_capacity": "count",
    }


def _some_of_all(clause: Clause) -> Slots:
    """7台停产4台: of seven, four stop and three stay."""
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
