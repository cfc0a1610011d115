"""A value of law in words: 20 %, 36 hours, up to China IV, 48 h off and 12 h on."""

from collections.abc import Mapping

from planner.compare.criterion_words import procedure_word
from planner.compare.wording import percent_text
from planner.rules import DatedValue, Rule
from planner.terms import N_, Answer, Measure, Phrasebook

__all__ = ["amount_text", "answer_label", "rule_title", "rule_value_text"]

NUMERALS = "〇一二三四五六"
"""Stages of the emission standard as Chinese orders write them."""

_UNITS: Mapping[str, str] = {
    "days": N_("{value} days"),
    "days_per_year": N_("{value} days a year"),
    "emission_standard": N_("up to China {value}"),
    "heats_per_day": N_("{value} heats a day"),
    "hours": N_("{value} h"),
    "kg_per_year": N_("{value} kg a year"),
    "lines": N_("{value} lines"),
    "mg_per_m3": N_("{value} mg/m³"),
    "t_per_day": N_("{value} t a day"),
    "ug_per_m3": N_("{value} µg/m³"),
    "vehicles_per_day": N_("{value} vehicles a day"),
}
_ANSWERS: Mapping[str, str] = {
    Answer.SOURCED: N_("Sourced"),
    Answer.SELF_DETERMINED: N_("Self-determined"),
    Answer.NONE: N_("No measure asked"),
    Answer.MISSING: N_("Missing"),
}


def answer_label(phrasebook: Phrasebook, answer: str) -> str:
    """How a cell of the guide is answered."""
    return phrasebook.say(_ANSWERS[answer]) if answer in _ANSWERS else answer


def rule_title(phrasebook: Phrasebook, rule: Rule) -> str:
    """What a rule says, in the reader's language."""
    return rule.title_zh if phrasebook.language.startswith("zh") else rule.title


def rule_value_text(phrasebook: Phrasebook, rule: Rule, dated: DatedValue) -> str:
    """The value of a rule with its unit, and what stands instead of it after some hours."""
    if rule.measure is Measure.SELF:
        return phrasebook.say(N_("On its own"))
    text = amount_text(phrasebook, dated.value, dated.unit)
    if dated.hours_on is not None:
        on, off = f"{dated.hours_on:g}", f"{dated.value:g}"
        text = phrasebook.say(N_("{off} h off, {on} h on"), off=off, on=on)
    if dated.after_hours is None:
        return text
    later = amount_text(phrasebook, dated.after_value, dated.unit)
    return phrasebook.say(
        N_("{value}; after {hours} h {later}"), value=text, hours=f"{dated.after_hours:g}", later=later
    )


def amount_text(phrasebook: Phrasebook, value: float | str | bool | None, unit: str) -> str:  # noqa: FBT001
    """A value in a unit of the rules, `ended` where there is none."""
    if value is None:
        return phrasebook.say(N_("ended"))
    if isinstance(value, bool):
        return phrasebook.say(N_("yes") if value else N_("no"))
    if unit == "share" and not isinstance(value, str):
        return f"{percent_text(float(value))}%"
    if isinstance(value, str):
        return procedure_word(phrasebook, value)
    told: float | str = value
    if unit == "emission_standard" and phrasebook.language.startswith("zh"):
        told = NUMERALS[int(value)]
    return phrasebook.say(_UNITS[unit], value=told) if unit in _UNITS else str(told)
