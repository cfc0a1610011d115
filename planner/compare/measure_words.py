"""A measure in the words of an order. 停产 (halt) is not 限产100 %: a halt is never worded as a limit."""

from collections.abc import Iterable

from planner.compare.wording import percent_text
from planner.terms import N_, Measure, Phrasebook, split_tag

__all__ = ["lowest_load_sentence", "measure_sentence"]

_DUTIES: dict[str, str] = {
    Measure.TRUCK_BAN_CN3: N_("no heavy trucks of China III and below"),
    Measure.TRUCK_BAN_CN4: N_("no heavy trucks of China IV and below (gas-fuelled included)"),
    Measure.TRUCK_BAN_CN5_GAS: N_(
        "no heavy diesel trucks of China IV and below, no gas-fuelled ones of China V and below"
    ),
    Measure.ROAD_HAULAGE_STOP: N_("no haulage by road"),
    Measure.ODD_EVEN: N_("odd-and-even number plates"),
    Measure.MACHINERY_BAN_CN2: N_("no non-road machinery of China II and below"),
    Measure.MACHINERY_BAN_CN3: N_("no non-road machinery of China III and below"),
    Measure.EARTHWORK_STOP: N_("earthworks, demolition and spraying stop"),
    Measure.YARD_STOP: N_("storage yards stop loading and moving bulk materials"),
    Measure.ROAD_CLEANING: N_("more sprinkling and wet sweeping of roads (not while roads ice)"),
    Measure.COAL_QUALITY: N_("burn low-sulphur, low-ash coal from the reserve"),
    Measure.TREATMENT_LAST: N_("waste-gas treatment stops after production does"),
    Measure.LOWEST_DAY: N_("run at last year's lowest daily load"),
    Measure.SELF: N_("reduces on its own"),
    Measure.NO_MEASURE: N_("no measure"),
}
_WITH_DETAILS: dict[str, str] = {
    Measure.COKING_TIME: N_("coking time at least {first} h"),
    Measure.HEATS_PER_DAY: N_("at most {first} heats a furnace a day"),
    Measure.CYCLE: N_("{first} h halted and {second} h running in turn"),
    Measure.CHAMBERS_STOP: N_("at least {first} % of the coking chambers are not charged"),
    Measure.TRUCK_ENTRIES_CUT: N_("{first} % fewer trucks in and out a day"),
    Measure.CONCENTRATION_CAP: N_("{first} in the waste gas at most {second} mg/m³"),
    Measure.RELAXED_AFTER: N_("after {first} h at least {second} % stays halted, counted by the firm's lines"),
}
_WITHOUT_DETAILS: dict[str, str] = {
    Measure.COKING_TIME: N_("longer coking time"),
    Measure.HEATS_PER_DAY: N_("fewer heats a furnace a day"),
    Measure.CYCLE: N_("halted and running in turn"),
    Measure.CHAMBERS_STOP: N_("coking chambers are not charged"),
    Measure.TRUCK_ENTRIES_CUT: N_("fewer trucks in and out a day"),
    Measure.CONCENTRATION_CAP: N_("waste gas below a stricter limit"),
    Measure.RELAXED_AFTER: N_("relaxed after some time"),
}
_SHARES = frozenset({Measure.CHAMBERS_STOP, Measure.TRUCK_ENTRIES_CUT})
_POLLUTANT_NAMES = {"so2": "SO₂", "nox": "NOx", "pm": N_("PM"), "vocs": "VOCs"}
_ORDER = tuple(str(item) for item in Measure)


def measure_sentence(phrasebook: Phrasebook, measures: Iterable[str], kept_share: float, line_id: str = "") -> str:
    """What a source is told to do, load first, then duties, joined by semicolons.

    Args:
        measures: measure tags; one without words is shown as it is.
        kept_share: permitted share of normal activity, 0..1; says the limit of `limit`.
        line_id: the firm's own name of the line (`1#`), '' where there is none.

    >>> measure_sentence(Phrasebook(), ("truck_ban_cn4", "limit"), 0.7, "1#")
    'limit by 30 %, load at most 70 % (line 1#); no heavy trucks of China IV and below (gas-fuelled included)'
    """
    ranked = sorted(measures, key=_rank)
    return phrasebook.say(N_("; ")).join(_words(phrasebook, str(item), kept_share, line_id) for item in ranked)


def lowest_load_sentence(phrasebook: Phrasebook) -> str:
    """What a source is told that cannot stop and has no minimum load on record: never to stop."""
    return phrasebook.say(N_("lower the load to the lowest safe load, without stopping"))


def _rank(tag: str) -> int:
    measure, _ = split_tag(tag)
    return _ORDER.index(measure) if measure in _ORDER else len(_ORDER)


def _words(phrasebook: Phrasebook, tag: str, kept_share: float, line_id: str) -> str:
    measure, details = split_tag(tag)
    if measure in _DUTIES:
        return phrasebook.say(_DUTIES[measure])
    if measure in _WITH_DETAILS:
        return _with_details(phrasebook, measure, details)
    return _about_line(phrasebook, _load_words(phrasebook, measure, kept_share), line_id)


def _with_details(phrasebook: Phrasebook, measure: str, details: tuple[str, ...]) -> str:
    if not details:
        return phrasebook.say(_WITHOUT_DETAILS[measure])
    shown = [percent_text(float(item)) if measure in _SHARES else item for item in details]
    if measure == Measure.RELAXED_AFTER:
        shown[-1] = percent_text(float(details[-1]))
    if measure == Measure.CONCENTRATION_CAP:
        shown[0] = phrasebook.say(_POLLUTANT_NAMES.get(details[0], details[0]))
    first, second = (*shown, "")[:2]
    return phrasebook.say(_WITH_DETAILS[measure], first=first, second=second)


def _load_words(phrasebook: Phrasebook, measure: str, kept_share: float) -> str:
    cut, kept = percent_text(1.0 - kept_share), percent_text(kept_share)
    if measure == Measure.LIMIT and kept_share <= 0.0:
        return lowest_load_sentence(phrasebook)
    if measure == Measure.LIMIT:
        return phrasebook.say(N_("limit by {cut} %, load at most {kept} %"), cut=cut, kept=kept)
    if measure in (Measure.HALT, Measure.HALT_LINES):
        return phrasebook.say(N_("halt"))
    if measure == Measure.HOLD_HOT:
        return phrasebook.say(N_("halt and hold hot"))
    return measure


def _about_line(phrasebook: Phrasebook, words: str, line_id: str) -> str:
    if not line_id:
        return words
    if line_id[-1] in "#＃号" or line_id[-1].isdigit():
        return phrasebook.say(N_("{words} (line {line})"), words=words, line=line_id)
    return phrasebook.say(N_("{words} ({line})"), words=words, line=line_id)
