"""The sentence forms, as data: which words make one, which may stand with it, and what it then asks for.

A clause takes the first form whose needs it meets. A meaningful word that the form neither needs nor takes is in the
way, and the clause stays unread.
"""

from dataclasses import dataclass
from itertools import pairwise

from planner.measures.clauses import Clause
from planner.measures.records import Kind
from planner.measures.vocabulary import Word

__all__ = ["FRAMES", "Frame", "frame_of", "in_the_way"]

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
_BOUNDS = frozenset({Word.AT_LEAST, Word.AT_MOST, Word.BARE_BOUND, Word.ABOUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One sentence form.

    Attributes:
        name: what it is called in the documentation.
        kind: what it asks for.
        needs: sets of words, of each of which one at least must stand in the clause.
        takes: words that may stand with them; those that carry numbers are read by the builder.
        bars: words with which the clause is no such form.
    """

    name: str
    kind: Kind
    needs: tuple[frozenset[Word], ...]
    takes: frozenset[Word] = frozenset()
    bars: frozenset[Word] = frozenset()


def _set(*words: Word) -> frozenset[Word]:
    return frozenset(words)


_STOPS = _set(Word.STOP, Word.HALT)
_ROAD = _set(Word.VEHICLE, Word.HAULAGE)
_TRAFFIC = _set(Word.VEHICLE, Word.HAULAGE, Word.PASSAGE, Word.STANDARD, Word.TREATMENT, Word.RUN, Word.TRIPS, Word.OR)
_TWO = 2
_AMOUNTS = _set(Word.AMOUNT, Word.HEATS, Word.TRIPS)
_TIMES = _set(Word.DAILY, Word.WINDOW, Word.NIGHT, Word.DAYS, Word.MONTHLY)

FRAMES: tuple[Frame, ...] = (
    Frame(
        name="treatment stops last",
        kind=Kind.OTHER,
        needs=(_set(Word.TREATMENT_LAST),),
    ),
    Frame(name="no restart", kind=Kind.OTHER, needs=(_set(Word.NO_RESTART),), takes=_set(Word.HALT)),
    Frame(
        name="relaxed after some hours",
        kind=Kind.DURATION_DEPENDENT,
        needs=(_set(Word.AFTER_HOURS), _set(Word.CUT, Word.HALT), _set(Word.SHARE)),
        takes=_BOUNDS | _set(Word.BASIS),
    ),
    Frame(
        name="sum of periods",
        kind=Kind.DURATION_DEPENDENT,
        needs=(_set(Word.TOTAL), _set(Word.DAYS)),
        takes=_set(Word.HALT, Word.OFF_PEAK),
        bars=_set(Word.SHARE),
    ),
    Frame(
        name="in turn",
        kind=Kind.ROTATION,
        needs=(_set(Word.ROTATE),),
        takes=_TIMES | _set(Word.HALT, Word.CUT, Word.COUNT, Word.GUARANTEE, Word.MEANS, Word.RAISE),
        bars=_set(Word.SHARE, Word.EMISSION_CUT),
    ),
    Frame(name="cycle", kind=Kind.ON_OFF_CYCLE, needs=(_set(Word.CYCLE),), takes=_set(Word.HALT, Word.DAILY, Word.CUT)),
    Frame(
        name="hours of the day",
        kind=Kind.ON_OFF_CYCLE,
        needs=(_STOPS | _set(Word.HOLD), _set(Word.WINDOW, Word.NIGHT)),
        takes=_set(Word.GUARANTEE, Word.DAILY, Word.ALL_WORK, Word.DAYS, Word.HOURS),
        bars=_ROAD | _set(Word.MACHINERY, Word.SHARE),
    ),
    Frame(
        name="days of each month",
        kind=Kind.ON_OFF_CYCLE,
        needs=(_set(Word.HALT, Word.OFF_PEAK), _set(Word.MONTHLY), _set(Word.DAYS)),
        takes=_set(Word.AT_LEAST),
    ),
    Frame(
        name="hold hot",
        kind=Kind.HOLD_HOT,
        needs=(_set(Word.HOLD, Word.NO_FEED),),
        takes=_set(Word.HALT, Word.COUNT, Word.HOURS, Word.DAYS),
        bars=_set(Word.NOT, Word.SHARE),
    ),
    Frame(
        name="share of a limit value",
        kind=Kind.MONITOR_ONLY,
        needs=(_set(Word.LIMIT_VALUE), _set(Word.SHARE)),
        takes=_BOUNDS | _set(Word.EMISSION, Word.TO, Word.CUT, Word.TREATMENT),
        bars=_set(Word.HALT, Word.STOP),
    ),
    Frame(
        name="share of emissions",
        kind=Kind.LIMIT_SHARE,
        needs=(_set(Word.EMISSION_CUT), _set(Word.SHARE)),
        takes=_BOUNDS
        | _set(Word.EMISSION, Word.TREATMENT, Word.RAISE, Word.CITY, Word.CUT, Word.MORE, Word.GUARANTEE)
        | _set(Word.ROTATE, Word.MEANS, Word.HALT),
        bars=_set(Word.COUNT),
    ),
    Frame(
        name="share of load",
        kind=Kind.LIMIT_SHARE,
        needs=(_set(Word.CUT, Word.HALT), _set(Word.SHARE)),
        takes=_BOUNDS
        | _set(Word.BASIS, Word.CITY, Word.TO, Word.THAT_IS, Word.RUN, Word.DAILY, Word.GUARANTEE)
        | _set(Word.RAISE, Word.AIR, Word.PLANTS, Word.DAYS),
        bars=_set(Word.EMISSION, Word.AFTER_HOURS, Word.NOT, Word.COUNT, Word.TIMES, Word.MACHINERY),
    ),
    Frame(
        name="share of units that stop",
        kind=Kind.LIMIT_SHARE,
        needs=(_set(Word.STOP), _set(Word.SHARE)),
        takes=_BOUNDS,
        bars=_ROAD | _set(Word.EMISSION, Word.NOT, Word.COUNT, Word.TIMES, Word.MACHINERY, Word.DUTY),
    ),
    Frame(
        name="share of emissions by a cut",
        kind=Kind.LIMIT_SHARE,
        needs=(_set(Word.CUT), _set(Word.SHARE), _set(Word.EMISSION)),
        takes=_BOUNDS,
    ),
    Frame(
        name="amount from and to",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(_set(Word.FROM), _set(Word.CUT, Word.TO), _AMOUNTS | _set(Word.SIZE, Word.COUNT)),
        takes=_BOUNDS | _set(Word.TO, Word.CUT, Word.DAILY),
        bars=_set(Word.HALT, Word.STOP, Word.COKING, Word.SHARE),
    ),
    Frame(
        name="amount at most",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(_AMOUNTS, _set(Word.AT_MOST, Word.CUT, Word.BARE_BOUND)),
        takes=_set(Word.DAILY, Word.CUT, Word.TO, Word.AT_MOST, Word.BARE_BOUND, Word.VEHICLE, Word.PASSAGE),
        bars=_set(Word.STOP, Word.HALT, Word.SHARE, Word.FROM),
    ),
    Frame(
        name="longer coking",
        kind=Kind.LENGTHEN_CYCLE,
        needs=(_set(Word.COKING), _set(Word.EXTEND, Word.TO, Word.CUT), _set(Word.HOURS)),
        takes=_BOUNDS | _set(Word.TO, Word.FROM, Word.NUMBER),
    ),
    Frame(
        name="coking not shorter than",
        kind=Kind.LENGTHEN_CYCLE,
        needs=(_set(Word.COKING), _set(Word.AT_LEAST), _set(Word.HOURS)),
    ),
    Frame(
        name="to a baseline",
        kind=Kind.LIMIT_TO_BASELINE,
        needs=(_set(Word.BASELINE),),
        takes=_set(Word.CUT, Word.RUN, Word.TO, Word.DAILY, Word.AT_MOST, Word.BASIS, Word.EMISSION, Word.OFF_PEAK),
        bars=_set(Word.STOP, Word.HALT),
    ),
    Frame(
        name="trucks of old standards",
        kind=Kind.TRUCK_BAN,
        needs=(_set(Word.STOP, Word.HALT, Word.HAULAGE_HALT), _ROAD),
        takes=_TRAFFIC | _set(Word.DAILY, Word.WINDOW, Word.NIGHT, Word.AT_LEAST, Word.GUARANTEE),
        bars=_set(Word.MACHINERY, Word.WORK, Word.PROCESS),
    ),
    Frame(
        name="new vehicles only",
        kind=Kind.TRUCK_BAN,
        needs=(_set(Word.MUST_USE), _set(Word.STANDARD), _ROAD),
        takes=_TRAFFIC,
        bars=_set(Word.MACHINERY),
    ),
    Frame(
        name="machinery of old standards",
        kind=Kind.MACHINERY_BAN,
        needs=(_STOPS, _set(Word.MACHINERY)),
        takes=_set(Word.STANDARD, Word.TREATMENT, Word.RUN),
        bars=_ROAD,
    ),
    Frame(
        name="new machinery only",
        kind=Kind.MACHINERY_BAN,
        needs=(_set(Word.MUST_USE), _set(Word.STANDARD), _set(Word.MACHINERY)),
        takes=_set(Word.TREATMENT),
        bars=_ROAD,
    ),
    Frame(
        name="no more sprinkling",
        kind=Kind.OTHER,
        needs=(_set(Word.STOP), _set(Word.DUTY)),
    ),
    Frame(
        name="stop of lines by name or number",
        kind=Kind.HALT,
        needs=(_set(Word.STOP), _set(Word.LINE, Word.COUNT)),
        bars=_set(Word.DUTY, Word.CUT, Word.HALT, Word.WORK, Word.NOT),
    ),
    Frame(
        name="halt of a process",
        kind=Kind.PROCESS_HALT,
        needs=(_set(Word.HALT), _set(Word.PROCESS_HALTED)),
        takes=_set(Word.EMISSION),
        bars=_set(Word.CUT, Word.REFERENCE, Word.STOP, Word.NOT, Word.ALL_WORK, Word.COUNT, Word.MORE),
    ),
    Frame(
        name="stop of all work",
        kind=Kind.HALT,
        needs=(_set(Word.STOP), _set(Word.ALL_WORK)),
        takes=_set(Word.PASSAGE),
        bars=_set(Word.NOT, Word.VEHICLE, Word.HAULAGE),
    ),
    Frame(
        name="units that stay",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(_set(Word.KEEP), _set(Word.COUNT)),
        takes=_set(Word.HALT, Word.AT_MOST, Word.RUN),
        bars=_set(Word.SHARE, Word.CUT, Word.STOP),
    ),
    Frame(
        name="some units of all",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(_set(Word.HALT), _set(Word.TWO_COUNTS)),
        takes=_set(Word.COUNT),
    ),
    Frame(
        name="halt",
        kind=Kind.HALT,
        needs=(_set(Word.HALT, Word.MORE),),
        takes=_set(Word.COUNT, Word.ALL_WORK, Word.HAULAGE_HALT, Word.DAYS, Word.AT_LEAST, Word.OFF_PEAK)
        | _set(Word.BASIS, Word.EMISSION),
        bars=_set(Word.CUT, Word.REFERENCE, Word.STOP, Word.NOT, Word.NO_MEASURE),
    ),
    Frame(
        name="stop of work with its haulage",
        kind=Kind.PROCESS_HALT,
        needs=(_set(Word.STOP), _set(Word.WORK), _set(Word.PASSAGE)),
        bars=_set(Word.VEHICLE, Word.HAULAGE, Word.CUT, Word.HALT, Word.NOT, Word.COUNT, Word.DUTY),
    ),
    Frame(
        name="stop of a process",
        kind=Kind.PROCESS_HALT,
        needs=(_set(Word.STOP), _set(Word.WORK, Word.PROCESS)),
        takes=_set(Word.EMISSION),
        bars=_set(Word.CUT, Word.HALT, Word.NOT, Word.COUNT, Word.DUTY),
    ),
    Frame(
        name="on its own",
        kind=Kind.SELF_DETERMINED,
        needs=(_set(Word.OWN, Word.NO_MEASURE),),
        takes=_set(Word.OWN, Word.NO_MEASURE, Word.RUN, Word.COKING),
    ),
    Frame(
        name="odd and even",
        kind=Kind.OTHER,
        needs=(_set(Word.ODD_EVEN),),
        takes=_TRAFFIC | _set(Word.DAILY, Word.WINDOW),
    ),
    Frame(
        name="times a day",
        kind=Kind.OTHER,
        needs=(_set(Word.TIMES), _set(Word.DUTY)),
        takes=_BOUNDS | _set(Word.DAILY, Word.RAISE),
    ),
    Frame(
        name="hours in which it is allowed",
        kind=Kind.OTHER,
        needs=(_set(Word.ONLY_AT), _set(Word.WINDOW, Word.NIGHT)),
    ),
    Frame(
        name="concentration",
        kind=Kind.MONITOR_ONLY,
        needs=(_set(Word.CONCENTRATION),),
        takes=_BOUNDS | _set(Word.TO, Word.EMISSION, Word.TREATMENT, Word.CUT, Word.RAISE, Word.DAILY),
    ),
    Frame(
        name="heat first",
        kind=Kind.GUARANTEE_FLOOR,
        needs=(_set(Word.GUARANTEE),),
        takes=_set(Word.CUT, Word.RUN, Word.TREATMENT),
        bars=_set(Word.HALT, Word.STOP),
    ),
    Frame(
        name="treatment",
        kind=Kind.MONITOR_ONLY,
        needs=(_set(Word.TREATMENT),),
        takes=_set(Word.EMISSION, Word.RAISE, Word.RUN, Word.NORMAL),
        bars=_set(Word.STOP, Word.HALT, Word.CUT, Word.NOT),
    ),
    Frame(
        name="dust duties",
        kind=Kind.OTHER,
        needs=(_set(Word.DUTY),),
        takes=_set(Word.RAISE, Word.DAILY),
    ),
    Frame(
        name="official cars",
        kind=Kind.OTHER,
        needs=(_set(Word.PARK), _set(Word.SHARE)),
        takes=_BOUNDS,
        bars=_set(Word.CUT, Word.HALT),
    ),
    Frame(
        name="a line that goes on",
        kind=Kind.OTHER,
        needs=(_set(Word.NORMAL), _set(Word.LINE)),
        bars=_set(Word.HALT, Word.CUT, Word.STOP),
    ),
    Frame(
        name="fewer vehicles",
        kind=Kind.OTHER,
        needs=(_set(Word.FEWER), _ROAD),
        takes=_set(Word.PASSAGE),
    ),
    Frame(name="what does not count", kind=Kind.OTHER, needs=(_set(Word.NO_SUBSTITUTE),)),
    Frame(
        name="days that it may run",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(_set(Word.RUN), _set(Word.DAYS)),
        bars=_set(Word.HALT, Word.CUT, Word.STOP),
    ),
    Frame(
        name="off-peak days",
        kind=Kind.HALT,
        needs=(_set(Word.OFF_PEAK), _set(Word.DAYS)),
        takes=_set(Word.AT_LEAST),
        bars=_set(Word.SHARE, Word.CUT),
    ),
    Frame(
        name="off-peak, no number",
        kind=Kind.OTHER,
        needs=(_set(Word.OFF_PEAK),),
        bars=_set(Word.REFERENCE),
    ),
    Frame(
        name="by reference",
        kind=Kind.OTHER,
        needs=(_set(Word.REFERENCE),),
        takes=_set(Word.EMISSION, Word.CUT, Word.HALT, Word.OFF_PEAK, Word.PASSAGE, Word.EMISSION_CUT),
    ),
    Frame(
        name="who is left out, alone",
        kind=Kind.GUARANTEE_FLOOR,
        needs=(_set(Word.EXCEPTION),),
    ),
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
