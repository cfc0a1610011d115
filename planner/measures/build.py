"""From a clause and its form to a statement, or to what is in the way."""

from collections.abc import Callable, Mapping

from planner.measures.amounts import amounts_of, basis_of, bound_of, share_of
from planner.measures.bans import vehicles_of
from planner.measures.clauses import Clause
from planner.measures.form import Frame
from planner.measures.frames import in_the_way
from planner.measures.normal import NormalText
from planner.measures.records import Base, Bound, Doubt, Kind, Statement, Unread, Vehicles
from planner.measures.times import plain_hours
from planner.measures.tokens import tokens_of
from planner.measures.vocabulary import Word

__all__ = ["build_statement"]

_BASES = (
    ((Word.CITY,), Base.CITY),
    ((Word.EMISSION, Word.EMISSION_CUT), Base.EMISSIONS),
    ((Word.AIR,), Base.AIR),
)
Slots = dict[str, object]
_LOOK_INTO = {
    Word.SOFT: Doubt.SOFT,
    Word.MAY: Doubt.SOFT,
    Word.REST: Doubt.COMPLEMENT,
    Word.REFERENCE: Doubt.REFERENCE,
    Word.CONDITION: Doubt.CONDITION,
    Word.ABOUT: Doubt.APPROXIMATE,
    Word.MORE: Doubt.EARLIER_ORDER,
    Word.TAIL: Doubt.SOFT,
    Word.PLANTS: Doubt.CONDITION,
}
_UNBOUND = (Word.SOFT, Word.MAY)
_TIME_WORDS = (
    Word.DAILY,
    Word.MONTHLY,
    Word.WINDOW,
    Word.NIGHT,
    Word.DAYS,
    Word.DATES,
    Word.CYCLE,
    Word.AFTER_HOURS,
    Word.HOURS,
)


class _InTheWayError(Exception):
    """A builder met a word that it does not know what to do with."""


def build_statement(clause: Clause, frame: Frame, text: NormalText) -> Statement | Unread:
    """The statement of a clause; what is in the way where a meaningful word is left over."""
    phrase = text.phrase(clause.start, clause.end)
    blocked = in_the_way(clause, frame)
    if blocked:
        return Unread(phrase=phrase, in_the_way=blocked)
    try:
        slots = _BUILDERS.get(frame.kind, _plain)(clause, text.text)
    except _InTheWayError as error:
        return Unread(phrase=phrase, in_the_way=str(error))
    return Statement(kind=frame.kind, phrase=phrase, **_common(clause, slots))  # type: ignore[arg-type]


def _common(clause: Clause, slots: Slots) -> Slots:
    """What every statement holds, beside what its builder found."""
    own = slots.pop("doubts", ())
    doubts = [
        *(doubt for word, doubt in _LOOK_INTO.items() if clause.has(word)),
        *(own if isinstance(own, tuple) else ()),
    ]
    if slots.get("keep_count") is not None:
        doubts = [item for item in doubts if item is not Doubt.COMPLEMENT]
    return {
        "line_ids": tuple(name for token in clause.of(Word.LINE) for name in _lines(token.text)),
        "equipment": "、".join(token.text.strip("、的") for token in clause.of(Word.NAME, Word.PROCESS, Word.WORK)),
        "hours": " ".join(plain_hours(token) for token in clause.of(*_TIME_WORDS)),
        "exceptions": tuple(token.text for token in clause.of(Word.EXCEPTION)),
        "levels": tuple(token.text for token in clause.of(Word.LEVEL)),
        "binding": not clause.has(*_UNBOUND),
        "doubts": tuple(dict.fromkeys(doubts)),
    } | slots


def _lines(text: str) -> tuple[str, ...]:
    """The names that a word holds: 4#-6# are three lines."""
    plain = text.replace("号", "#")
    ends = [part.strip("#") for part in plain.split("-")]
    if len(ends) == 1:
        return (plain.strip("#") + "#",)
    if not all(part.isdigit() for part in ends):
        return (plain,)
    return tuple(f"{number}#" for number in range(int(ends[0]), int(ends[1]) + 1))


def _plain(clause: Clause, text: str) -> Slots:
    del clause, text
    return {}


def _baseline(clause: Clause, text: str) -> Slots:
    basis, _ = basis_of(clause, text)
    before_alert = any("预警前" in token.text for token in clause.of(Word.BASELINE))
    return {"count_or_capacity": basis, "bound": Bound.AT_MOST if before_alert else Bound.NONE}


def _rotation(clause: Clause, text: str) -> Slots:
    del text
    return {"count_or_capacity": "count"} if clause.has(Word.COUNT) else {}


def _share(clause: Clause, text: str) -> Slots:
    if not clause.has(Word.SHARE):
        return {}
    unclear = next((token.text for token in clause.of(Word.SHARE) if token.value is None), "")
    share = share_of(clause, text)
    if unclear or share.problem:
        raise _InTheWayError(unclear or share.problem)
    basis, is_choice = basis_of(clause, text)
    if len(clause.of(Word.BASIS)) > 1:
        raise _InTheWayError(clause.of(Word.BASIS)[-1].text)
    return {
        "share_cut": share.cut,
        "bound": share.bound,
        "base": next((base for words, base in _BASES if clause.has(*words)), Base.LOAD),
        "count_or_capacity": basis,
        "doubts": (Doubt.CHOICE_OF_BASIS,) if is_choice else (),
    }


def _halt(clause: Clause, text: str) -> Slots:
    counts = clause.of(Word.COUNT)
    vehicles = Vehicles(all_of_them=True) if clause.has(Word.HAULAGE_HALT) else None
    if not counts:
        bound = Bound.AT_LEAST if clause.has(Word.AT_LEAST) else Bound.NONE
        basis, _ = basis_of(clause, text) if clause.has(Word.BASIS) else ("", False)
        return {"share_cut": 1.0, "vehicles": vehicles, "bound": bound, "count_or_capacity": basis}
    bound, problem = bound_of(clause, counts[0])
    if problem or (len(counts) > 1 and bound):
        raise _InTheWayError(problem or counts[-1].text)
    stopped = int(sum(token.value or 0 for token in counts))
    return {"stop_count": stopped, "count_or_capacity": "count", "bound": bound, "vehicles": vehicles}


def _times(clause: Clause, text: str) -> Slots:
    del text
    windows = clause.of(Word.WINDOW, Word.NIGHT)
    if len(windows) > 1:
        raise _InTheWayError(windows[-1].text)
    return {}


def _hold(clause: Clause, text: str) -> Slots:
    del text
    counts, _ = amounts_of(clause, Word.COUNT)
    if len(counts) > 1:
        raise _InTheWayError(clause.of(Word.COUNT)[-1].text)
    return {"stop_count": int(counts[0])} if counts else {}


def _amounts(*words: Word) -> Callable[[Clause, str], Slots]:
    """A builder of statements with one amount, or with two from the first to the second."""

    def build(clause: Clause, text: str) -> Slots:
        del text
        found = clause.of(*words)
        numbers, unit = amounts_of(clause, *words)
        if not found:
            return {}
        if len(numbers) != 1 + clause.has(Word.FROM):
            raise _InTheWayError(found[-1].text)
        bound, problem = bound_of(clause, found[-1])
        if problem:
            raise _InTheWayError(problem)
        first = numbers[0] if len(numbers) > 1 else None
        return {"from_amount": first, "to_amount": numbers[-1], "unit": unit, "bound": bound}

    return build


def _coking(clause: Clause, text: str) -> Slots:
    """Several classes of oven with hours of their own are one statement only where their hours agree."""
    slots = _amounts(Word.HOURS, Word.NUMBER)(clause, text)
    said_to = clause.has(Word.TO, Word.FROM, Word.AT_LEAST) or "至" in text[clause.start : clause.end]
    return slots | ({} if said_to else {"doubts": (Doubt.BY_OR_TO,)})


def _absolute(clause: Clause, text: str) -> Slots:
    words: tuple[Word, ...] = (Word.AMOUNT, Word.HEATS, Word.TRIPS)
    if clause.has(Word.KEEP):
        return _kept(clause)
    if clause.has(Word.RUN) and clause.has(Word.DAYS):
        return {"to_amount": clause.of(Word.DAYS)[0].value, "unit": "天"}
    if clause.has(Word.HALT):
        return _some_of_all(clause)
    if clause.has(Word.FROM) and not clause.has(*words):
        words = (Word.SIZE,) if clause.has(Word.SIZE) else (Word.COUNT,)
    return _amounts(*words)(clause, text)


def _kept(clause: Clause) -> Slots:
    """保留1条: so many stay, whatever else there is stops."""
    counts = clause.of(Word.COUNT)
    if len(counts) > 1:
        raise _InTheWayError(counts[-1].text)
    kept, unit = amounts_of(clause, Word.COUNT)
    return {"to_amount": kept[0], "keep_count": int(kept[0]), "unit": unit, "count_or_capacity": "count"}


def _some_of_all(clause: Clause) -> Slots:
    """7台停产4台: of seven, four stop and three stay."""
    (every, stopped), unit = amounts_of(clause, Word.COUNT)
    before = next(iter(clause.of(Word.COUNT))).start < clause.of(Word.HALT)[0].start
    if not before or not 0 < stopped <= every:
        raise _InTheWayError(clause.of(Word.COUNT)[-1].text)
    return {
        "share_cut": stopped / every,
        "from_amount": every,
        "to_amount": every - stopped,
        "unit": unit,
        "stop_count": int(stopped),
        "keep_count": int(every - stopped),
        "count_or_capacity": "count",
    }


def _ban(clause: Clause, text: str) -> Slots:
    del text
    vehicles, is_open, problem = vehicles_of(clause)
    if problem:
        raise _InTheWayError(problem)
    return {"vehicles": vehicles, "doubts": (Doubt.OPEN_BOUND,) if is_open else ()}


def _guarantee(clause: Clause, text: str) -> Slots:
    del text
    if clause.has(Word.GUARANTEE):
        return {}
    exceptions = clause.of(Word.EXCEPTION)
    if any(token.word is Word.GUARANTEE for item in exceptions for token in tokens_of(item.text[1:].rstrip("外"))):
        return {}
    raise _InTheWayError(exceptions[-1].text)


def _other(clause: Clause, text: str) -> Slots:
    if clause.has(Word.ODD_EVEN):
        return _ban(clause, text) | {"share_cut": 0.5}
    if clause.has(Word.PARK):
        share = share_of(clause, text)
        return {"share_cut": share.cut, "bound": share.bound}
    return _amounts(Word.TIMES)(clause, text)


def _monitor(clause: Clause, text: str) -> Slots:
    slots = _amounts(Word.SHARE if clause.has(Word.LIMIT_VALUE) else Word.CONCENTRATION)(clause, text)
    return slots | ({"bound": Bound.AT_MOST} if "bound" in slots and slots["bound"] is Bound.NONE else {})


_BUILDERS: Mapping[Kind, Callable[[Clause, str], Slots]] = {
    Kind.LIMIT_SHARE: _share,
    Kind.DURATION_DEPENDENT: _share,
    Kind.HALT: _halt,
    Kind.HOLD_HOT: _hold,
    Kind.ON_OFF_CYCLE: _times,
    Kind.LENGTHEN_CYCLE: _coking,
    Kind.LIMIT_ABSOLUTE: _absolute,
    Kind.LIMIT_TO_BASELINE: _baseline,
    Kind.ROTATION: _rotation,
    Kind.TRUCK_BAN: _ban,
    Kind.MACHINERY_BAN: _ban,
    Kind.OTHER: _other,
    Kind.GUARANTEE_FLOOR: _guarantee,
    Kind.MONITOR_ONLY: _monitor,
}
