"""From a clause and its form to a statement, or to what is in the way."""

import re
from collections.abc import Callable, Mapping

from planner.measures.amounts import amounts_of, basis_of, share_of
from planner.measures.bans import vehicles_of
from planner.measures.build_amounts import InTheWayError, Slots, absolute, one_amount
from planner.measures.build_halts import halt
from planner.measures.clauses import Clause
from planner.measures.form import Frame
from planner.measures.frames import in_the_way
from planner.measures.normal import NormalText
from planner.measures.numerals import number_of
from planner.measures.records import Base, Bound, Doubt, Kind, Statement, Unread
from planner.measures.times import cycle_parts, plain_hours
from planner.measures.tokens import tokens_of
from planner.measures.vocabulary import Word

__all__ = ["build_statement"]

_BASES = (
    ((Word.EMISSION, Word.EMISSION_CUT), Base.EMISSIONS),
    ((Word.CITY,), Base.CITY),
    ((Word.AIR,), Base.AIR),
)
_UNIT_STOPPED = re.compile(r"锅炉|生产线|线(?=$|[、,;)]|生产|运行)|烧结机|竖炉")
_NOT_OUTPUT = re.compile(
    r"浓度|漆|油墨|胶粘|效率|用量|含量|消耗|(?<![燃装])煤|气量|水量|(?<!发)电量|成本|频次|涂料|原料|溶剂|燃料|SO2|NO[xX2]|PM|VOC"
)
_OUTPUT = re.compile(r"产|负荷|出力")
_UNIT_OF_PROCESS = re.compile(r"[炉机窑]")
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
_RUNS_THEN = re.compile(r"[^,;停禁不熄焖]{0,6}(?:生产|运行|开机|开炉|允许)")
_MEASURE_OF_CUT = re.compile(r"幅|比例|力度|比重")
_OTHER_HOURS = re.compile(r"其[余他]时[间段]")
_UNBOUND = (Word.SOFT, Word.MAY)
_NUMERAL = re.compile("[一二三四五六七八九十]+")
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


def build_statement(clause: Clause, frame: Frame, text: NormalText) -> Statement | Unread:
    """The statement of a clause; what is in the way where a meaningful word is left over."""
    phrase = text.phrase(clause.start, clause.end)
    blocked = in_the_way(clause, frame)
    if blocked:
        return Unread(phrase=phrase, in_the_way=blocked)
    try:
        slots = _BUILDERS.get(frame.kind, _plain)(clause, text.text)
    except InTheWayError as error:
        return Unread(phrase=phrase, in_the_way=str(error))
    return Statement(kind=frame.kind, phrase=phrase, **_common(clause, slots))  # type: ignore[arg-type]


def _common(clause: Clause, slots: Slots) -> Slots:
    """What every statement holds, beside what its builder found."""
    own = slots.pop("doubts", ())
    doubts = [
        *([doubt for word, doubt in _LOOK_INTO.items() if word in clause.words] if clause.has(*_LOOK_INTO) else ()),
        *(own if isinstance(own, tuple) else ()),
    ]
    if slots.get("keep_count") is not None:
        doubts = [item for item in doubts if item is not Doubt.COMPLEMENT]
    return {
        "line_ids": tuple(name for token in clause.of(Word.LINE) for name in _lines(token.text)),
        "equipment": "、".join([token.text.strip("、的") for token in clause.of(Word.NAME, Word.PROCESS, Word.WORK)]),
        "hours": " ".join([plain_hours(token) for token in clause.of(*_TIME_WORDS)]),
        "exceptions": tuple(token.text for token in clause.of(Word.EXCEPTION)),
        "levels": tuple(token.text for token in clause.of(Word.LEVEL)),
        "binding": not clause.has(*_UNBOUND),
        "doubts": tuple(dict.fromkeys(doubts)),
    } | slots


def _lines(text: str) -> tuple[str, ...]:
    """The names that a word holds: 4#-6# are three lines."""
    plain = re.sub("[至到]", "-", text.replace("号", "#"))
    plain = _NUMERAL.sub(lambda found: f"{number_of(found.group()):g}", plain)
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
    unclear = next((token.text for token in clause.of(Word.SHARE) if not 0 < (token.value or 0) <= 1), "")
    share = share_of(clause, text)
    if unclear or share.problem:
        raise InTheWayError(unclear or share.problem)
    cuts = clause.of(Word.CUT)
    if len(cuts) > 1 and _MEASURE_OF_CUT.search(cuts[0].text) and not clause.has(Word.TO):
        raise InTheWayError(cuts[1].text)
    foreign = _NOT_OUTPUT.search("".join(token.text for token in clause.of(Word.NAME, Word.SUBSTANCE)))
    foreign = foreign or re.search(r"(?:漆|墨|胶|溶剂)量", text[clause.start : clause.end])
    if foreign and foreign.group() == "浓度":
        raise InTheWayError(foreign.group())
    of_output = clause.has(Word.HALT, Word.STOP, Word.EMISSION, Word.EMISSION_CUT)
    if foreign and not of_output and not any(_OUTPUT.search(token.text) for token in clause.of(Word.CUT)):
        raise InTheWayError(foreign.group())
    basis, is_choice = basis_of(clause, text)
    if len(clause.of(Word.BASIS)) > 1:
        raise InTheWayError(clause.of(Word.BASIS)[-1].text)
    return {
        "share_cut": share.cut,
        "bound": share.bound,
        "base": next((base for words, base in _BASES if clause.has(*words)), Base.LOAD),
        "count_or_capacity": basis,
        "doubts": (Doubt.CHOICE_OF_BASIS,) if is_choice else (),
    }


def _process(clause: Clause, text: str) -> Slots:
    """停用锅炉, 停止涂装线: the unit stops, not a process; which of both the words mean is left to a person."""
    verbs = clause.of(Word.STOP)
    if not verbs or clause.has(Word.WORK):
        return {}
    unit = _UNIT_STOPPED.search(text[verbs[0].end : clause.end])
    if verbs[-1] is clause.tokens[-1] and len(clause.tokens) > 1:
        unit = unit or _UNIT_OF_PROCESS.search(clause.tokens[-2].text)
    if unit or verbs[0].text == "停用":
        raise InTheWayError(unit.group() if unit else verbs[0].text)
    return {}


def _times(clause: Clause, text: str) -> Slots:
    """Hours of the day in which it stops; hours in which it runs are their complement, and in the way."""
    windows = clause.of(Word.WINDOW) or clause.of(Word.NIGHT)
    deadline = any(token.text.endswith("前") for token in windows) and not clause.has(Word.DAILY)
    if len(windows) > 1 or deadline or any(plain_hours(token) == "24h" for token in windows):
        raise InTheWayError(windows[-1].text)
    if any(_RUNS_THEN.match(text, token.end) for token in windows):
        raise InTheWayError(windows[0].text)
    cycle = next(iter(clause.of(Word.CYCLE)), None)
    if cycle is None:
        return {"bound": Bound.AT_LEAST} if clause.has(Word.AT_LEAST) else {}
    off, on = cycle_parts(cycle.text)
    return {"share_cut": off / (off + on)}


def _hold(clause: Clause, text: str) -> Slots:
    del text
    counts, _ = amounts_of(clause, Word.COUNT)
    if len(counts) > 1:
        raise InTheWayError(clause.of(Word.COUNT)[-1].text)
    return {"stop_count": int(counts[0])} if counts else {}


def _coking(clause: Clause, text: str) -> Slots:
    """Several classes of oven with hours of their own are one statement only where their hours agree."""
    slots = one_amount(Word.HOURS, Word.DAYS, Word.NUMBER)(clause, text)
    shorter = [token.text for token in clause.of(Word.CUT) if not clause.has(Word.EXTEND)]
    first, last = slots.get("from_amount"), slots.get("to_amount")
    rises = isinstance(first, float) and isinstance(last, float) and first < last
    if shorter and not rises and not shorter[0].startswith(("控", "保", "维", "限", "稳")):
        raise InTheWayError(shorter[0])
    said_to = clause.has(Word.TO, Word.FROM, Word.AT_LEAST) or "至" in text[clause.start : clause.end]
    return slots | ({} if said_to else {"doubts": (Doubt.BY_OR_TO,)})


def _ban(clause: Clause, text: str) -> Slots:
    halts = [token.text for token in clause.of(Word.HALT) if re.search(r"产|工|窑|炉", token.text)]
    some = [] if clause.has(Word.AT_LEAST, Word.BARE_BOUND) else [token.text for token in clause.of(Word.TRIPS)]
    if clause.has(Word.WINDOW) and _OTHER_HOURS.search(text, clause.start, clause.end):
        raise InTheWayError(clause.of(Word.WINDOW)[0].text)
    if halts or some:
        raise InTheWayError((halts or some)[0])
    vehicles, is_open, problem = vehicles_of(clause)
    if problem:
        raise InTheWayError(problem)
    return {"vehicles": vehicles, "doubts": (Doubt.OPEN_BOUND,) if is_open else ()}


def _guarantee(clause: Clause, text: str) -> Slots:
    del text
    if clause.has(Word.GUARANTEE, Word.BY_NEED, Word.BASELINE):
        return {}
    exceptions = clause.of(Word.EXCEPTION)
    if any(
        token.word in (Word.GUARANTEE, Word.BY_NEED)
        for item in exceptions
        for token in tokens_of(item.text[1:].rstrip("外"))
    ):
        return {}
    raise InTheWayError(exceptions[-1].text)


def _other(clause: Clause, text: str) -> Slots:
    if clause.has(Word.ODD_EVEN):
        return _ban(clause, text) | {"share_cut": 0.5}
    if clause.has(Word.PARK):
        share = share_of(clause, text)
        return {"share_cut": share.cut, "bound": share.bound}
    return one_amount(Word.TIMES)(clause, text)


def _monitor(clause: Clause, text: str) -> Slots:
    slots = one_amount(Word.SHARE if clause.has(Word.LIMIT_VALUE) else Word.CONCENTRATION)(clause, text)
    return slots | ({"bound": Bound.AT_MOST} if "bound" in slots and slots["bound"] is Bound.NONE else {})


_BUILDERS: Mapping[Kind, Callable[[Clause, str], Slots]] = {
    Kind.LIMIT_SHARE: _share,
    Kind.DURATION_DEPENDENT: _share,
    Kind.HALT: halt,
    Kind.PROCESS_HALT: _process,
    Kind.HOLD_HOT: _hold,
    Kind.ON_OFF_CYCLE: _times,
    Kind.LENGTHEN_CYCLE: _coking,
    Kind.LIMIT_ABSOLUTE: absolute,
    Kind.LIMIT_TO_BASELINE: _baseline,
    Kind.ROTATION: _rotation,
    Kind.TRUCK_BAN: _ban,
    Kind.MACHINERY_BAN: _ban,
    Kind.OTHER: _other,
    Kind.GUARANTEE_FLOOR: _guarantee,
    Kind.MONITOR_ONLY: _monitor,
}
