"""Exchange messages in CAP 1.2 (OASIS, July 2010): one an act, with references to those before.

The identifier follows GB/T 35965.1-2018: six digits of the area, eight of the unit that sends, time in Beijing, serial.
"""

from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET

from planner.compare import level_label
from planner.episode import AreaLevel, Round, Terms, response_label
from planner.orders.meta import OrderMeta
from planner.orders.names import Names
from planner.orders.papers.letterhead import Letterhead
from planner.orders.papers.moments import moment_text
from planner.terms import BEIJING, N_, Level, Phrasebook

__all__ = ["CapMessage", "CapWords", "cap_identifier", "cap_xml"]

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
MESSAGE_TYPES = {Round.ISSUE: "Alert", Round.ADJUST: "Update", Round.LIFT: "Cancel"}
SEVERITIES = {Level.YELLOW: "Moderate", Level.ORANGE: "Severe", Level.RED: "Extreme"}
COLOURS = {Level.YELLOW: "YELLOW/III", Level.ORANGE: "ORANGE/II", Level.RED: "RED/I"}
LAST_SERIAL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class CapMessage:
    """One message.

    Attributes:
        sent: moment of the act; a draft's is its start.
        serial: 0..9 among messages of one second.
        before: (identifier, moment) of every earlier message of the warning, the first one first.
        reason: why, in the words of the act.
    """

    round: Round
    terms: Terms
    sent: datetime
    is_signed: bool
    is_exercise: bool
    serial: int = 0
    before: tuple[tuple[str, datetime], ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CapWords:
    """The city's code and names, its letterhead and language."""

    city_code: str
    letterhead: Letterhead
    meta: OrderMeta
    phrasebook: Phrasebook


def cap_identifier(city_code: str, unit_code: str, sent: datetime, serial: int = 0) -> str:
    """`ZZZZZZDDDUUUXX_YYYYMMDDhhmmss_N` (GB/T 35965.1-2018).

    >>> from datetime import UTC
    >>> cap_identifier("140400", "00000000", datetime(2026, 11, 30, 3, 30, tzinfo=UTC))
    '14040000000000_20261130113000_0'
    """
    return f"{city_code}{unit_code}_{sent.astimezone(BEIJING):%Y%m%d%H%M%S}_{min(serial, LAST_SERIAL)}"


def cap_xml(message: CapMessage, words: CapWords) -> bytes:
    """The message as XML, valid against the schema of CAP 1.2; the same message gives the same bytes."""
    letterhead = words.letterhead
    alert = ET.Element("alert", xmlns=NAMESPACE)
    identifier = cap_identifier(words.city_code, letterhead.cap_code, message.sent, message.serial)
    _put(alert, "identifier", identifier)
    _put(alert, "sender", letterhead.cap_sender.replace(" ", "_").replace(",", "_"))
    _put(alert, "sent", _time(message.sent))
    _put(alert, "status", _status(message))
    _put(alert, "msgType", MESSAGE_TYPES[message.round])
    _put(alert, "scope", "Public" if message.is_signed and not message.is_exercise else "Restricted")
    if not message.is_signed or message.is_exercise:
        _put(alert, "restriction", words.phrasebook.say(N_("not for the public: a draft or an exercise")))
    if set(letterhead.cap_code) == {"0"}:
        _put(alert, "note", words.phrasebook.say(N_("The unit code of the sender is still to be confirmed.")))
    if message.before:
        sender = letterhead.cap_sender.replace(" ", "_").replace(",", "_")
        references = " ".join(f"{sender},{name},{_time(at)}" for name, at in message.before)
        _put(alert, "references", references)
    for area in message.terms.areas:
        _inform(alert, message, area, words)
    ET.indent(alert)
    body: bytes = ET.tostring(alert, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _inform(alert: ET.Element, message: CapMessage, area: AreaLevel, words: CapWords) -> None:
    """The block of one area with its level."""
    info, say = ET.SubElement(alert, "info"), words.phrasebook.say
    is_lift, level = message.round is Round.LIFT, level_label(words.phrasebook, area.level)
    response = response_label(words.phrasebook, area.level)
    names = Names(words.meta, words.phrasebook)
    starts = message.sent if is_lift else message.terms.start
    _put(info, "language", "zh-CN")
    _put(info, "category", "Env")
    _put(info, "event", words.letterhead.cap_event)
    _put(info, "responseType", "AllClear" if is_lift else "Execute")
    _put(info, "urgency", "Past" if is_lift else "Immediate" if starts <= message.sent else "Expected")
    _put(info, "severity", SEVERITIES[area.level])
    _put(info, "certainty", "Observed" if is_lift else "Likely")
    _put(info, "effective", _time(message.sent))
    _put(info, "onset", _time(starts))
    if message.terms.end is not None and not is_lift:
        _put(info, "expires", _time(message.terms.end))
    _put(info, "senderName", words.letterhead.office)
    _put(info, "headline", _headline(words, level, is_lift=is_lift))
    _put(info, "description", _description(message, words, (level, response)))
    _put(info, "instruction", say(N_("Carry out the emergency measures of the response level; protect your health.")))
    _parameter(info, "AlertLevel", COLOURS[area.level])
    _parameter(info, "ResponseLevel", response)
    _area(info, area, names, words)


def _headline(words: CapWords, level: str, *, is_lift: bool) -> str:
    names, say = Names(words.meta, words.phrasebook), words.phrasebook.say
    said = N_("{city}: {level} of heavy pollution lifted") if is_lift else N_("{city}: {level} of heavy pollution")
    return say(said, city=names.city, level=level)


def _description(message: CapMessage, words: CapWords, said: tuple[str, str]) -> str:
    book, (level, response) = words.phrasebook, said
    start = moment_text(book, message.terms.start)
    if message.round is Round.LIFT:
        ended = N_("{level} and {response} end at {time}. {reason}")
        return book.say(
            ended, level=level, response=response, time=moment_text(book, message.sent), reason=message.reason
        )
    end = moment_text(book, message.terms.end) or book.say(N_("the lifting will be announced separately"))
    told = N_("{level}, {response}, from {start}; {end}. {reason}")
    return book.say(told, level=level, response=response, start=start, end=end, reason=message.reason)


def _area(info: ET.Element, area: AreaLevel, names: Names, words: CapWords) -> None:
    place = ET.SubElement(info, "area")
    whole = words.phrasebook.say(N_("the whole city"))
    _put(place, "areaDesc", "、".join(names.county(code) for code in area.counties) or f"{names.city}{whole}")
    for code in area.counties or (words.city_code,):
        geocode = ET.SubElement(place, "geocode")
        _put(geocode, "valueName", "GB/T 2260")
        _put(geocode, "value", code)


def _status(message: CapMessage) -> str:
    if message.is_exercise:
        return "Exercise"
    return "Actual" if message.is_signed else "Draft"


def _parameter(info: ET.Element, name: str, value: str) -> None:
    parameter = ET.SubElement(info, "parameter")
    _put(parameter, "valueName", name)
    _put(parameter, "value", value)


def _put(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _time(moment: datetime) -> str:
    """With the offset of Beijing, as the schema's pattern has it."""
    return moment.astimezone(BEIJING).isoformat(timespec="seconds")
