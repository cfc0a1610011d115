"""How an order will be checked: by meter, CEMS, gate, road or on site; and how it is carried out safely."""

from collections.abc import Iterable

from planner.orders.meta import CheckPoint
from planner.terms import LOAD_MEASURES, N_, Measure, Phrasebook, SourceKind, split_tag

__all__ = ["check_sentence", "safety_sentence"]

_STOPS = frozenset({Measure.HALT, Measure.HOLD_HOT, Measure.HALT_LINES})
_HAULAGE = frozenset(
    {
        Measure.TRUCK_BAN_CN3,
        Measure.TRUCK_BAN_CN4,
        Measure.TRUCK_BAN_CN5_GAS,
        Measure.TRUCK_ENTRIES_CUT,
        Measure.ROAD_HAULAGE_STOP,
    }
)
_OTHERS: dict[str, str] = {
    Measure.ODD_EVEN: N_("traffic cameras and road checks"),
    Measure.MACHINERY_BAN_CN2: N_("checks of machinery on site"),
    Measure.MACHINERY_BAN_CN3: N_("checks of machinery on site"),
    Measure.CONCENTRATION_CAP: N_("CEMS readings and on-site measurement of the waste gas"),
    Measure.COAL_QUALITY: N_("analysis of the coal and records of the reserve"),
    Measure.EARTHWORK_STOP: N_("site video and dust monitors, on-site checks"),
    Measure.YARD_STOP: N_("site video and dust monitors, on-site checks"),
    Measure.ROAD_CLEANING: N_("records and positions of the sweeping vehicles"),
}


def check_sentence(phrasebook: Phrasebook, kind: str, measures: Iterable[str], point: CheckPoint | None) -> str:
    """The ways in which the measures of one source are checked.

    Args:
        kind: SourceKind value: the trucks of a fleet are checked on the road, those of a firm at its gate.
        point: the source's meter and CEMS; None where the list is not at hand.
    """
    held = tuple(split_tag(tag)[0] for tag in measures)
    parts = [_load_check(phrasebook, point)] if LOAD_MEASURES.intersection(held) else []
    if _HAULAGE.intersection(held):
        on_road = N_("traffic cameras and road checks")
        at_gate = N_("gate control and gate video")
        parts.append(phrasebook.say(on_road if kind == SourceKind.FLEET else at_gate))
    parts += [phrasebook.say(_OTHERS[item]) for item in held if item in _OTHERS]
    return _joined(phrasebook, *dict.fromkeys(parts)) or phrasebook.say(N_("on-site check"))


def safety_sentence(phrasebook: Phrasebook, measures: Iterable[str], safe_stop_hours: float) -> str:
    """The sentence that no order goes without, with the hours that a safe stop or load change takes."""
    held, hours = {split_tag(tag)[0] for tag in measures}, f"{safe_stop_hours:g}"
    safe = phrasebook.say(N_("Ensure safe production"))
    if _STOPS & held:
        told = Measure.TREATMENT_LAST in held
        after = "" if told else phrasebook.say(N_("waste-gas treatment stops after production does"))
        stop = phrasebook.say(N_("a safe stop takes {hours} h"), hours=hours) if safe_stop_hours > 0.0 else ""
        return _joined(phrasebook, safe, stop, after)
    is_limited = bool(LOAD_MEASURES & held) and safe_stop_hours > 0.0
    change = phrasebook.say(N_("a safe change of load takes {hours} h"), hours=hours) if is_limited else ""
    return _joined(phrasebook, safe, change)


def _load_check(phrasebook: Phrasebook, point: CheckPoint | None) -> str:
    if point is None:
        return phrasebook.say(N_("electricity meter, CEMS where installed, production records"))
    if not point.meter_id and not point.monitored:
        return phrasebook.say(N_("no meter and no CEMS on record: on-site check of production and energy records"))
    meter = phrasebook.say(N_("electricity meter {meter}"), meter=point.meter_id) if point.meter_id else ""
    cems = phrasebook.say(N_("CEMS")) if point.monitored else ""
    return _joined(phrasebook, meter, cems)


def _joined(phrasebook: Phrasebook, *parts: str) -> str:
    return phrasebook.say(N_("; ")).join(part for part in parts if part)
