"""A reading against a labelled meaning: right, unread or wrong. Unread is permitted, wrong is not.

Right: every clause was read, and one statement agrees with the label in every key that it holds. Compared are kind,
share_cut, from, to and stop_n (exactly), unit (output or emissions, hours, counts), count_or_capacity, the bound of
rounding, the emission stage of vehicles, and the hours. `object` and `notes` are the labeller's own words and are not
compared; nor is a number that the phrase itself does not hold. A number of ours that the label lacks contradicts it.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.measures.meaning import Meaning, meaning_of
from planner.measures.normal import normal_text
from planner.measures.numerals import number_of, stage_of
from planner.measures.read import read_text
from planner.measures.records import Kind, Reading
from planner.measures.times import clock_times
from planner.measures.tokens import Token, tokens_of
from planner.measures.vocabulary import Word

__all__ = ["Comparison", "LabelledPhrase", "Verdict", "compare_phrase"]

_TINY = 5e-5
_TEN_THOUSAND = 10_000
_CARRIES_NO_SHARE = (Kind.ROTATION,)
_EMISSIONS = re.compile(r"排放|减排")
_UNIT_WORDS = {"小时": "h", "h": "h", "次/日": "times", "mg/m3": "mg/m3", "炉/日": "heats"}
_STAGE = re.compile(r"(below |<)?[国第](VI|IV|V|III|II|I|[1-6]|[一二三四五六])")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


class Verdict(StrEnum):
    """How a reading stands to its label."""

    RIGHT = "right"
    UNREAD = "unread"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPhrase:
    """A phrase with what a person says it means.

    Attributes:
        meanings: all that it means; mostly one.
        row: line of the file, counted from 1.
        ambiguous: whether that person sees a second reading.
    """

    phrase: str
    meanings: tuple[Meaning, ...]
    row: int = 0
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A phrase, its reading, and the keys in which the nearest statement differs from the label."""

    labelled: LabelledPhrase
    reading: Reading
    verdict: Verdict
    differences: tuple[str, ...] = ()


def compare_phrase(labelled: LabelledPhrase) -> Comparison:
    """The verdict on one labelled phrase."""
    reading = read_text(labelled.phrase)
    if not reading.is_read:
        return Comparison(labelled=labelled, reading=reading, verdict=Verdict.UNREAD)
    ours = [meaning_of(item) for item in reading.statements]
    nearest = (
        min((_differences(item, meaning, labelled.phrase, ours) for item in ours), key=len)
        for meaning in labelled.meanings
    )
    differences = tuple(dict.fromkeys(name for names in nearest for name in names))
    verdict = Verdict.WRONG if differences else Verdict.RIGHT
    return Comparison(labelled=labelled, reading=reading, verdict=verdict, differences=differences)


def _differences(ours: Meaning, label: Meaning, phrase: str, all_of_ours: list[Meaning]) -> tuple[str, ...]:
    if ours.kind != label.kind:
        return ("kind", "share_cut", "from", "to", "stop_n", "count_or_capacity", "rounding", "unit")
    said = _numbers_said(phrase)
    ours = _jointly(ours, all_of_ours)
    checks = (
        ("share_cut", _same_share(ours, label, said)),
        ("from", _same_amount(ours.from_amount, label.from_amount, ours.unit, said)),
        ("to", _same_amount(ours.to_amount, label.to_amount, ours.unit, said)),
        ("stop_n", _all_stop(ours, label) or _same_number(ours.stop_n, label.stop_n, said)),
        ("count_or_capacity", label.count_or_capacity in (None, ours.count_or_capacity)),
        ("rounding", _bound(label.rounding) in ("", _bound(ours.rounding))),
        ("unit", _unit(label.unit) in ("", _unit(ours.unit))),
        ("vehicles", _same_vehicles(label.vehicles, [item.vehicles for item in all_of_ours], phrase)),
        ("hours", _same_hours(label.hours, all_of_ours, phrase)),
    )
    return tuple(name for name, agrees in checks if not agrees)


def _jointly(ours: Meaning, all_of_ours: list[Meaning]) -> Meaning:
    """A label joins what we read as two statements: what this one leaves open another may hold."""
    others = [item for item in all_of_ours if item is not ours and item.kind != ours.kind]
    if ours.share_cut is not None or ours.kind not in _CARRIES_NO_SHARE:
        return ours
    with_share = next((item for item in others if item.share_cut not in (None, 1.0)), None)
    if with_share is None:
        return ours
    return replace(ours, share_cut=with_share.share_cut, unit=with_share.unit, rounding=with_share.rounding)


def _same_share(ours: Meaning, label: Meaning, said: frozenset[float]) -> bool:
    """A halt of all is a cut of 1 whether the label writes it or not."""
    if label.kind == Kind.HALT and ours.share_cut == 1.0 and label.share_cut is None:
        return label.stop_n in (None, ours.stop_n)
    return _same_number(ours.share_cut, label.share_cut, said)


def _all_stop(ours: Meaning, label: Meaning) -> bool:
    """3条窑全部停产: that all stop and that three stop is the same halt."""
    return label.kind == Kind.HALT and ours.share_cut == label.share_cut == 1.0 and label.stop_n is None


def _same_number(ours: float | None, label: float | None, said: frozenset[float]) -> bool:
    if label is None:
        return ours is None
    if ours is None:
        return label not in said and label != 1.0
    return abs(ours - label) < _TINY


def _same_amount(ours: float | None, label: float | None, unit: str, said: frozenset[float]) -> bool:
    """1.2万立方米 are 12000 whether the label writes the ten thousands out or not."""
    written_out = ours is not None and unit.startswith("万") and _same_number(ours * _TEN_THOUSAND, label, said)
    return written_out or _same_number(ours, label, said)


def _numbers_said(phrase: str) -> frozenset[float]:
    """The numbers that a phrase holds, as they stand and as shares."""
    spoken = {token.value for token in _tokens(phrase) if token.value is not None}
    digits = {float(number) for number in _DIGITS.findall(normal_text(phrase).text)}
    return frozenset(spoken | digits | {round(1.0 - value, 6) for value in spoken})


def _tokens(phrase: str) -> tuple[Token, ...]:
    return tokens_of(normal_text(phrase).text)


def _bound(rounding: str) -> str:
    if rounding.startswith("at least"):
        return "at least"
    if rounding.startswith("<") or rounding == "at most":
        return "at most"
    return "about" if rounding == "about" else ""


def _unit(unit: str) -> str:
    return "emissions" if _EMISSIONS.search(unit) else _UNIT_WORDS.get(unit, "")


def _same_vehicles(label: str, ours: list[str], phrase: str) -> bool:
    """The banned stages agree, where the phrase names any; a ban of all is a ban of all."""
    if not label:
        return True
    joined = " ".join(ours)
    if not _STAGE.search(normal_text(phrase).text):
        return bool(joined) and not _stages(joined)
    return bool(joined) and _stages(label) == _stages(joined)


def _stages(words: str) -> frozenset[int]:
    """The stages named; all from the first on (国一、国二) are the last of them and below."""
    found = frozenset(stage_of(name) - bool(below) for below, name in _STAGE.findall(words.split("(国", maxsplit=1)[0]))
    return frozenset({max(found)}) if len(found) > 1 and found == frozenset(range(1, len(found) + 1)) else found


def _same_hours(label: str, ours: list[Meaning], phrase: str) -> bool:
    """The window agrees; of durations, the first number of the label, where the phrase holds it."""
    if not label:
        return True
    hours = " ".join(item.hours for item in ours)
    window = clock_times(label.replace("..", "至").split(" ")[0]) if ":" in label else ""
    if window:
        return window in hours or not any(token.word in (Word.WINDOW, Word.NIGHT) for token in _tokens(phrase))
    numbers = _DIGITS.findall(label)
    if not numbers:
        return label.split(" ", maxsplit=1)[0] in hours
    first = float(numbers[0])
    if first not in _numbers_said(phrase):
        return True
    amounts = {item.to_amount for item in ours} | {number_of(number) for number in _DIGITS.findall(hours)}
    return first in amounts
