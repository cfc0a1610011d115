"""The sentence forms of transport, work, halts of processes and conduct, as data. Order decides."""

from planner.measures.form import BOUNDS, ROAD, STOPS, TRAFFIC, Frame, words
from planner.measures.records import Kind
from planner.measures.vocabulary import Word

__all__ = ["CONDUCT"]

CONDUCT: tuple[Frame, ...] = (
    Frame(
        name="trucks of old standards",
        kind=Kind.TRUCK_BAN,
        needs=(words(Word.STOP, Word.HALT, Word.HAULAGE_HALT), ROAD),
        takes=TRAFFIC | words(Word.DAILY, Word.WINDOW, Word.NIGHT, Word.AT_LEAST, Word.GUARANTEE),
        bars=words(Word.MACHINERY, Word.WORK, Word.PROCESS),
    ),
    Frame(
        name="new vehicles only",
        kind=Kind.TRUCK_BAN,
        needs=(words(Word.MUST_USE), words(Word.STANDARD), ROAD),
        takes=TRAFFIC,
        bars=words(Word.MACHINERY),
    ),
    Frame(
        name="machinery of old standards",
        kind=Kind.MACHINERY_BAN,
        needs=(STOPS, words(Word.MACHINERY)),
        takes=words(Word.STANDARD, Word.TREATMENT, Word.RUN),
        bars=ROAD,
    ),
    Frame(
        name="new machinery only",
        kind=Kind.MACHINERY_BAN,
        needs=(words(Word.MUST_USE), words(Word.STANDARD), words(Word.MACHINERY)),
        takes=words(Word.TREATMENT),
        bars=ROAD,
    ),
    Frame(
        name="no more sprinkling",
        kind=Kind.OTHER,
        needs=(words(Word.STOP), words(Word.DUTY)),
    ),
    Frame(
        name="stop of lines by name or number",
        kind=Kind.HALT,
        needs=(words(Word.STOP), words(Word.LINE, Word.COUNT)),
        bars=words(Word.DUTY, Word.CUT, Word.HALT, Word.WORK, Word.NOT),
    ),
    Frame(
        name="halt of a process",
        kind=Kind.PROCESS_HALT,
        needs=(words(Word.HALT), words(Word.PROCESS_HALTED)),
        takes=words(Word.EMISSION),
        bars=words(Word.CUT, Word.REFERENCE, Word.STOP, Word.NOT, Word.ALL_WORK, Word.COUNT, Word.MORE),
    ),
    Frame(
        name="stop of all work",
        kind=Kind.HALT,
        needs=(words(Word.STOP), words(Word.ALL_WORK)),
        takes=words(Word.PASSAGE),
        bars=words(Word.NOT, Word.VEHICLE, Word.HAULAGE),
    ),
    Frame(
        name="units that stay",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(words(Word.KEEP), words(Word.COUNT)),
        takes=words(Word.HALT, Word.AT_MOST, Word.RUN),
        bars=words(Word.SHARE, Word.CUT, Word.STOP),
    ),
    Frame(
        name="some units of all",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(words(Word.HALT), words(Word.TWO_COUNTS)),
        takes=words(Word.COUNT),
    ),
    Frame(
        name="halt",
        kind=Kind.HALT,
        needs=(words(Word.HALT, Word.MORE),),
        takes=words(Word.COUNT, Word.ALL_WORK, Word.HAULAGE_HALT, Word.DAYS, Word.AT_LEAST, Word.OFF_PEAK)
        | words(Word.BASIS, Word.EMISSION, Word.HOURS),
        bars=words(Word.CUT, Word.REFERENCE, Word.STOP, Word.NOT, Word.NO_MEASURE),
    ),
    Frame(
        name="stop of work with its haulage",
        kind=Kind.PROCESS_HALT,
        needs=(words(Word.STOP), words(Word.WORK), words(Word.PASSAGE)),
        bars=words(Word.VEHICLE, Word.HAULAGE, Word.CUT, Word.HALT, Word.NOT, Word.COUNT, Word.DUTY),
    ),
    Frame(
        name="stop of a process",
        kind=Kind.PROCESS_HALT,
        needs=(words(Word.STOP), words(Word.WORK, Word.PROCESS)),
        takes=words(Word.EMISSION),
        bars=words(Word.CUT, Word.HALT, Word.NOT, Word.COUNT, Word.DUTY),
    ),
    Frame(
        name="on its own",
        kind=Kind.SELF_DETERMINED,
        needs=(words(Word.OWN, Word.NO_MEASURE),),
        takes=words(Word.OWN, Word.NO_MEASURE, Word.RUN, Word.COKING),
    ),
    Frame(
        name="odd and even",
        kind=Kind.OTHER,
        needs=(words(Word.ODD_EVEN),),
        takes=TRAFFIC | words(Word.DAILY, Word.WINDOW),
    ),
    Frame(
        name="times a day",
        kind=Kind.OTHER,
        needs=(words(Word.TIMES), words(Word.DUTY)),
        takes=BOUNDS | words(Word.DAILY, Word.RAISE),
    ),
    Frame(
        name="hours in which it is allowed",
        kind=Kind.OTHER,
        needs=(words(Word.ONLY_AT), words(Word.WINDOW, Word.NIGHT)),
    ),
    Frame(
        name="concentration",
        kind=Kind.MONITOR_ONLY,
        needs=(words(Word.CONCENTRATION),),
        takes=BOUNDS | words(Word.TO, Word.EMISSION, Word.TREATMENT, Word.CUT, Word.RAISE, Word.DAILY),
    ),
    Frame(
        name="heat first",
        kind=Kind.GUARANTEE_FLOOR,
        needs=(words(Word.GUARANTEE),),
        takes=words(Word.CUT, Word.RUN, Word.TREATMENT),
        bars=words(Word.HALT, Word.STOP),
    ),
    Frame(
        name="treatment",
        kind=Kind.MONITOR_ONLY,
        needs=(words(Word.TREATMENT),),
        takes=words(Word.EMISSION, Word.RAISE, Word.RUN, Word.NORMAL),
        bars=words(Word.STOP, Word.HALT, Word.CUT, Word.NOT),
    ),
    Frame(
        name="dust duties",
        kind=Kind.OTHER,
        needs=(words(Word.DUTY),),
        takes=words(Word.RAISE, Word.DAILY),
    ),
    Frame(
        name="official cars",
        kind=Kind.OTHER,
        needs=(words(Word.PARK), words(Word.SHARE)),
        takes=BOUNDS,
        bars=words(Word.CUT, Word.HALT),
    ),
    Frame(
        name="a line that goes on",
        kind=Kind.OTHER,
        needs=(words(Word.NORMAL), words(Word.LINE)),
        bars=words(Word.HALT, Word.CUT, Word.STOP),
    ),
    Frame(
        name="fewer vehicles",
        kind=Kind.OTHER,
        needs=(words(Word.FEWER), ROAD),
        takes=words(Word.PASSAGE),
    ),
    Frame(name="what does not count", kind=Kind.OTHER, needs=(words(Word.NO_SUBSTITUTE),)),
    Frame(
        name="days that it may run",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(words(Word.RUN), words(Word.DAYS)),
        bars=words(Word.HALT, Word.CUT, Word.STOP),
    ),
    Frame(
        name="off-peak days",
        kind=Kind.HALT,
        needs=(words(Word.OFF_PEAK), words(Word.DAYS)),
        takes=words(Word.AT_LEAST),
        bars=words(Word.SHARE, Word.CUT),
    ),
    Frame(
        name="off-peak, no number",
        kind=Kind.OTHER,
        needs=(words(Word.OFF_PEAK),),
        bars=words(Word.REFERENCE),
    ),
    Frame(
        name="by reference",
        kind=Kind.OTHER,
        needs=(words(Word.REFERENCE),),
        takes=words(Word.EMISSION, Word.CUT, Word.HALT, Word.OFF_PEAK, Word.PASSAGE, Word.EMISSION_CUT),
    ),
    Frame(
        name="who is left out, alone",
        kind=Kind.GUARANTEE_FLOOR,
        needs=(words(Word.EXCEPTION),),
    ),
)
