"""The sentence forms of production, as data: halts, loads, hours, turns. Order decides."""

from planner.measures.form import AMOUNTS, BOUNDS, ROAD, STOPS, TIMES, Frame, words
from planner.measures.records import Kind
from planner.measures.vocabulary import Word

__all__ = ["PRODUCTION"]

PRODUCTION: tuple[Frame, ...] = (
    Frame(
        name="treatment stops last",
        kind=Kind.OTHER,
        needs=(words(Word.TREATMENT_LAST),),
    ),
    Frame(
        name="no restart",
        kind=Kind.OTHER,
        needs=(words(Word.NO_RESTART),),
        takes=words(Word.HALT, Word.NIGHT, Word.DAILY, Word.WINDOW),
    ),
    Frame(
        name="relaxed after some hours",
        kind=Kind.DURATION_DEPENDENT,
        needs=(words(Word.AFTER_HOURS), words(Word.CUT, Word.HALT), words(Word.SHARE)),
        takes=BOUNDS | words(Word.BASIS, Word.TO),
    ),
    Frame(
        name="sum of periods",
        kind=Kind.DURATION_DEPENDENT,
        needs=(words(Word.TOTAL), words(Word.DAYS)),
        takes=words(Word.HALT, Word.OFF_PEAK),
        bars=words(Word.SHARE),
    ),
    Frame(
        name="in turn",
        kind=Kind.ROTATION,
        needs=(words(Word.ROTATE),),
        takes=TIMES
        | words(Word.HALT, Word.CUT, Word.COUNT, Word.GUARANTEE, Word.MEANS, Word.RAISE, Word.SOME_RUN, Word.HOLD),
        bars=words(Word.SHARE, Word.EMISSION_CUT),
    ),
    Frame(
        name="cycle", kind=Kind.ON_OFF_CYCLE, needs=(words(Word.CYCLE),), takes=words(Word.HALT, Word.DAILY, Word.CUT)
    ),
    Frame(
        name="hours of the day for work of vehicles",
        kind=Kind.ON_OFF_CYCLE,
        needs=(words(Word.STOP), words(Word.WINDOW, Word.NIGHT), words(Word.PROCESS), words(Word.VEHICLE)),
        takes=words(Word.DAILY),
        bars=words(Word.PASSAGE, Word.HAULAGE, Word.STANDARD, Word.MACHINERY, Word.SHARE, Word.COUNT),
    ),
    Frame(
        name="hours of the day",
        kind=Kind.ON_OFF_CYCLE,
        needs=(
            words(Word.HALT, Word.HOLD, Word.WORK, Word.PROCESS),
            STOPS | words(Word.HOLD),
            words(Word.WINDOW, Word.NIGHT),
        ),
        takes=words(Word.GUARANTEE, Word.DAILY, Word.ALL_WORK, Word.DAYS, Word.HOURS),
        bars=ROAD | words(Word.MACHINERY, Word.SHARE),
    ),
    Frame(
        name="hours of each day",
        kind=Kind.ON_OFF_CYCLE,
        needs=(words(Word.HALT), words(Word.DAILY), words(Word.HOURS)),
        takes=words(Word.AT_LEAST),
        bars=words(Word.SHARE, Word.COUNT, Word.CUT, Word.RUN),
    ),
    Frame(
        name="days of each month",
        kind=Kind.ON_OFF_CYCLE,
        needs=(words(Word.HALT, Word.OFF_PEAK), words(Word.MONTHLY), words(Word.DAYS)),
        takes=words(Word.AT_LEAST),
    ),
    Frame(
        name="hold hot",
        kind=Kind.HOLD_HOT,
        needs=(words(Word.HOLD, Word.NO_FEED),),
        takes=words(Word.HALT, Word.COUNT, Word.HOURS, Word.DAYS, Word.AT_LEAST, Word.BARE_BOUND),
        bars=words(Word.NOT, Word.SHARE),
    ),
    Frame(
        name="share of a limit value",
        kind=Kind.MONITOR_ONLY,
        needs=(words(Word.LIMIT_VALUE), words(Word.SHARE)),
        takes=BOUNDS | words(Word.EMISSION, Word.TO, Word.CUT, Word.TREATMENT),
        bars=words(Word.HALT, Word.STOP),
    ),
    Frame(
        name="share of emissions",
        kind=Kind.LIMIT_SHARE,
        needs=(words(Word.EMISSION_CUT), words(Word.SHARE)),
        takes=BOUNDS
        | words(Word.EMISSION, Word.TREATMENT, Word.RAISE, Word.CITY, Word.CUT, Word.MORE, Word.GUARANTEE)
        | words(Word.ROTATE, Word.MEANS, Word.HALT, Word.BASIS),
        bars=words(Word.COUNT),
    ),
    Frame(
        name="share that stays",
        kind=Kind.LIMIT_SHARE,
        needs=(words(Word.KEEP), words(Word.SHARE)),
        takes=words(Word.CUT, Word.HALT, Word.REST, Word.THAT_IS, Word.RUN, Word.NORMAL, Word.BASIS),
        bars=words(Word.COUNT, Word.STOP, Word.NOT, Word.EMISSION, Word.EMISSION_CUT) | ROAD,
    ),
    Frame(
        name="share of load",
        kind=Kind.LIMIT_SHARE,
        needs=(words(Word.CUT, Word.HALT), words(Word.SHARE)),
        takes=BOUNDS
        | words(Word.BASIS, Word.CITY, Word.TO, Word.THAT_IS, Word.RUN, Word.DAILY, Word.GUARANTEE)
        | words(Word.RAISE, Word.AIR, Word.PLANTS, Word.DAYS, Word.MORE),
        bars=words(Word.EMISSION, Word.AFTER_HOURS, Word.NOT, Word.COUNT, Word.TIMES, Word.MACHINERY),
    ),
    Frame(
        name="share of units that stop",
        kind=Kind.LIMIT_SHARE,
        needs=(words(Word.STOP), words(Word.SHARE)),
        takes=BOUNDS | words(Word.BASIS),
        bars=ROAD | words(Word.EMISSION, Word.NOT, Word.COUNT, Word.TIMES, Word.MACHINERY, Word.DUTY),
    ),
    Frame(
        name="share of emissions by a cut",
        kind=Kind.LIMIT_SHARE,
        needs=(words(Word.CUT), words(Word.SHARE), words(Word.EMISSION)),
        takes=BOUNDS | words(Word.BASIS),
    ),
    Frame(
        name="amount from and to",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(words(Word.FROM), words(Word.CUT, Word.TO), AMOUNTS | words(Word.SIZE, Word.COUNT)),
        takes=BOUNDS | words(Word.TO, Word.CUT, Word.DAILY, Word.VEHICLE, Word.PASSAGE, Word.RUN),
        bars=words(Word.HALT, Word.STOP, Word.COKING, Word.SHARE),
    ),
    Frame(
        name="amount at most",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(AMOUNTS, words(Word.AT_MOST, Word.CUT, Word.BARE_BOUND)),
        takes=words(Word.DAILY, Word.CUT, Word.TO, Word.AT_MOST, Word.BARE_BOUND, Word.VEHICLE, Word.PASSAGE),
        bars=words(Word.STOP, Word.HALT, Word.SHARE, Word.FROM),
    ),
    Frame(
        name="volume at most",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(words(Word.SIZE), words(Word.CUT, Word.DAILY), words(Word.AT_MOST, Word.BARE_BOUND)),
        takes=words(Word.DAILY, Word.CUT, Word.TO),
        bars=words(Word.STOP, Word.HALT, Word.SHARE, Word.FROM, Word.COUNT, Word.TREATMENT, Word.HOURS),
    ),
    Frame(
        name="hours that it may run",
        kind=Kind.LIMIT_ABSOLUTE,
        needs=(words(Word.DAILY), words(Word.RUN), words(Word.HOURS)),
        takes=words(Word.AT_MOST, Word.FROM, Word.TO, Word.CUT),
        bars=words(Word.STOP, Word.HALT, Word.SHARE, Word.COKING),
    ),
    Frame(
        name="longer coking",
        kind=Kind.LENGTHEN_CYCLE,
        needs=(words(Word.COKING), words(Word.EXTEND, Word.TO, Word.CUT), words(Word.HOURS, Word.DAYS)),
        takes=BOUNDS | words(Word.TO, Word.FROM, Word.NUMBER),
    ),
    Frame(
        name="coking not shorter than",
        kind=Kind.LENGTHEN_CYCLE,
        needs=(words(Word.COKING), words(Word.AT_LEAST, Word.BARE_BOUND), words(Word.HOURS)),
    ),
    Frame(
        name="by need",
        kind=Kind.GUARANTEE_FLOOR,
        needs=(words(Word.BY_NEED), words(Word.BASELINE)),
        takes=words(Word.CUT, Word.RUN, Word.GUARANTEE),
        bars=words(Word.STOP, Word.HALT, Word.EMISSION),
    ),
    Frame(
        name="to a baseline",
        kind=Kind.LIMIT_TO_BASELINE,
        needs=(words(Word.BASELINE),),
        takes=words(Word.CUT, Word.RUN, Word.TO, Word.DAILY, Word.AT_MOST, Word.BASIS, Word.EMISSION, Word.OFF_PEAK)
        | words(Word.GUARANTEE),
        bars=words(Word.STOP, Word.HALT),
    ),
)
