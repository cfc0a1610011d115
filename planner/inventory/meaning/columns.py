"""Which column of the field dictionary a header names: by aliases, by likeness, by what stands below it."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from planner.inventory.fields_record import FieldDictionary
from planner.inventory.meaning.header_facts import HeaderFacts, bare_words, read_header
from planner.inventory.meaning.spelling import folded
from planner.inventory.meaning.units import Unit, read_unit

__all__ = [
    "INDUSTRY",
    "INDUSTRY_GRADE",
    "KEPT",
    "LIMIT",
    "POSITION",
    "ColumnGuess",
    "HeaderWords",
    "Sureness",
    "guess_column",
    "is_part",
]

KEPT = "-"
"""Stands for a column that is known and no field of the list: its cells are kept and not used."""
INDUSTRY, INDUSTRY_GRADE, POSITION, LIMIT = "?industry", "?industry_grade", "?position", "?limit"
_LEAST_LIKENESS = 70.0
_MARKS = ("{level}", "{pollutant}")
_LONGEST_HEADER = 60
_GROUPS = frozenset(
    {"企业基本信息", "基本信息", "企业信息", "企业基本情况", "基本情况", "污染物排放量", "污染物排放情况", "生产情况"}
    | {"主要污染物排放量", "{level}减排量", "生产线情况", "产能情况", "排放量", "年排放量", "日排放量", "应急减排措施"}
    | {"减排措施", "重污染天气应急减排措施", "预警减排措施", "差异化减排措施", "各级别减排措施", "日均排放量"}
)
_AMOUNTS = frozenset({"mass", "money", "energy", "count", "heat"})


class Sureness(StrEnum):
    """How a column's meaning is known."""

    SURE = "sure"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnGuess:
    """What a column is taken for.

    Attributes:
        header: the header as the file spells it, stacked cells joined by /.
        field: name in the field dictionary, KEPT, or '' where it names nothing known.
        unit: the unit of its numbers with its period, None where the field has none or it is not known.
        unit_text: the unit as spelled.
        sureness: only SURE columns are used.
        confidence: 0..1; 1 for an alias.
        why: code of the doubt, '' where there is none.
    """

    header: str
    field: str
    sureness: Sureness
    confidence: float
    unit: Unit | None = None
    unit_text: str = ""
    why: str = ""


@cache
def _aliases() -> dict[str, str]:
    text = files("planner.inventory.meaning").joinpath("aliases.csv").read_text("utf-8")
    return {folded(row["alias"]): row["field"] for row in csv.DictReader(text.splitlines(), strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderWords:
    """The words by which a header row is told from rows of data."""

    words: frozenset[str]

    @classmethod
    def of(cls, dictionary: FieldDictionary) -> "HeaderWords":
        """The words of a field dictionary and of the aliases."""
        own = {folded(text) for item in dictionary for text in (item.name, item.header_zh)}
        below = {alias.replace("{level}", "").replace("{pollutant}", "") for alias in _aliases()} - {""}
        return cls(words=frozenset({*_aliases(), *own, *_GROUPS, *below}))

    def is_header(self, text: str) -> bool:
        """Whether a cell holds a header or the name of a group of headers."""
        word = folded(text)
        if len(word) > _LONGEST_HEADER:
            return False
        if word in self.words or bare_words(word) in self.words:
            return True
        facts = read_header(text)
        return facts.words in self.words or (facts.is_reduction and bool(facts.level or facts.pollutant))

    def is_unit(self, text: str) -> bool:
        """Whether a cell holds a unit and nothing else."""
        return read_unit(folded(text).strip("()")) is not None


def guess_column(parts: Sequence[str], dictionary: FieldDictionary) -> ColumnGuess:
    """What a column is, from its header alone.

    Args:
        parts: the stacked cells of its header, the uppermost first, no empty one among them.
        dictionary: the columns that a list may have.
    """
    header = "/".join(part.strip() for part in parts)
    exact = _exact_field("".join(parts), dictionary) or (_exact_field(parts[-1], dictionary) if parts else "")
    facts = read_header("".join(parts))
    if exact:  # an English name carries its unit; a Chinese one without a unit is asked like any other
        return ColumnGuess(
            header=header,
            field=exact,
            sureness=Sureness.SURE,
            confidence=1.0,
            unit=_unit_of(facts),
            unit_text=facts.unit_text,
        )
    field, share = _field_by_alias(parts, facts)
    if field:
        return _judged(header, field, facts, share)
    return _by_likeness(header, facts, parts)


def is_part(field: str) -> bool:
    """Whether a guess names no field but a column of two of them, or of a part of one."""
    return field in (INDUSTRY, INDUSTRY_GRADE, POSITION) or field.endswith(LIMIT)


def _unit_of(facts: HeaderFacts) -> Unit | None:
    """The stated unit, its period from the words where it names none itself: 年排放量（吨）."""
    unit = facts.unit
    if unit is None or unit.period or unit.dimension not in _AMOUNTS:
        return unit
    return replace(unit, period=facts.period)


def _exact_field(text: str, dictionary: FieldDictionary) -> str:
    word = folded(text)
    return next((item.name for item in dictionary if word in (item.name, folded(item.header_zh))), "")


def _field_by_alias(parts: Sequence[str], facts: HeaderFacts) -> tuple[str, float]:
    """The alias that the whole header is, or else its lower cells; and how much of it that was, 0..1."""
    if facts.is_reduction:
        return KEPT, 1.0
    aliases = _aliases()
    for start in range(len(parts)):
        lower = read_header("".join(parts[start:]))
        marks = "".join(mark for mark, named in zip(_MARKS, (facts.level, facts.pollutant), strict=True) if named)
        for words in (lower.words, *_without_brackets(parts[start:])):
            bare = words
            for mark in _MARKS:
                bare = bare.replace(mark, "")
            found = aliases.get(marks + bare) or ("" if start == 0 and not marks else aliases.get(words, ""))
            if found:
                return _filled(found, facts), 1.0 if start == 0 else 0.95
    return "", 0.0


def _without_brackets(parts: Sequence[str]) -> tuple[str, ...]:
    """The header's words without what stands in brackets that is no unit, where something does."""
    text = folded("".join(parts))
    at = text.find("(")
    return (read_header(text[:at]).words,) if at > 0 else ()


def _filled(field: str, facts: HeaderFacts) -> str:
    return field.replace("{level}", facts.level).replace("{pollutant}", facts.pollutant)


def _judged(header: str, field: str, facts: HeaderFacts, share: float) -> ColumnGuess:
    """An alias that names one level and one pollutant is sure, one that names several is not."""
    guess = ColumnGuess(
        header=header,
        field=field,
        sureness=Sureness.SURE,
        confidence=share,
        unit=_unit_of(facts),
        unit_text=facts.unit_text,
    )
    if field == KEPT:
        return guess
    if "?" in (facts.level, facts.pollutant):
        return replace(guess, field="", sureness=Sureness.UNSURE, confidence=0.5, why="several")
    if facts.level and facts.pollutant:
        return replace(guess, field=KEPT)
    return guess


def _by_likeness(header: str, facts: HeaderFacts, parts: Sequence[str]) -> ColumnGuess:
    """The likest alias with the same level and pollutant, to be asked; nothing where none is near."""
    marks = facts.words[: len(facts.words) - len(facts.words.replace("{level}", "").replace("{pollutant}", ""))]
    choices = [alias for alias in _aliases() if alias.startswith(marks) and (marks or not alias.startswith("{"))]
    found = None
    for words in dict.fromkeys((facts.words, marks + bare_words(folded(parts[-1] if parts else "")))):
        best = process.extractOne(words, choices, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS) if words else None
        if best and (found is None or best[1] > found[1]):
            found = best
    guess = ColumnGuess(
        header=header,
        field="",
        sureness=Sureness.UNKNOWN,
        confidence=0.0,
        unit=_unit_of(facts),
        unit_text=facts.unit_text,
    )
    if found is None or "?" in (facts.level, facts.pollutant):
        return guess
    field = _filled(_aliases()[found[0]], facts)
    if field == KEPT:
        return guess
    return replace(guess, field=field, sureness=Sureness.UNSURE, confidence=round(found[1] / 100, 2), why="likeness")
