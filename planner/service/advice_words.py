"""Advice in words for a terminal."""

from collections.abc import Iterator
from datetime import datetime

from planner.alert import Advice, DayOfAir, Margin
from planner.compare import clause_text, condition_sentence, criterion_sentence, level_label, procedure_word
from planner.rules import CriteriaSet
from planner.service.advising import AdviceOutcome
from planner.terms import N_, Phrasebook

__all__ = ["advice_lines"]

CAUSES = {
    "pm25": N_("fine particles (PM2.5)"),
    "o3": N_("ozone"),
    "dust": N_("dust"),
    "fire": N_("wildfire"),
    "transport": N_("transport across the border"),
    "other": N_("SO2, NO2 or CO"),
}
ACTIONS = {
    "none": N_("No warning is due."),
    "early_control": N_("No warning is due; control below yellow is."),
    "issue": N_("A warning is to be issued."),
    "upgrade": N_("The warning in force is to be upgraded."),
    "keep": N_("The warning in force is to be kept."),
    "downgrade": N_("The warning in force is to be downgraded."),
    "lift": N_("The warning in force can be lifted."),
}
POLLUTANTS = {"pm25": "PM2.5", "pm10": "PM10", "so2": "SO2", "no2": "NO2", "o3": "O3", "co": "CO"}
STAGES = {"blue": N_("blue warning"), "early": N_("early control")}


def advice_lines(outcome: AdviceOutcome, phrasebook: Phrasebook) -> Iterator[str]:
    """The level, its span and reason; the means used; the stages; how near the next level is; who signs by when."""
    advice = outcome.advice
    place = advice.law.city.name_zh if phrasebook.language.startswith("zh") else advice.law.city.name_en
    yield phrasebook.say(
        N_("{city}, rules of {on}: {level}"), city=place, on=outcome.on, level=_level(advice, phrasebook)
    )
    yield phrasebook.say(ACTIONS[advice.action])
    yield from _span(advice, phrasebook)
    yield from _reason(advice, phrasebook)
    yield from _days(advice, phrasebook)
    yield from _stages(advice, phrasebook)
    yield from _chances(advice, phrasebook)
    yield from _next_level(advice, phrasebook)
    yield from _procedure(advice, phrasebook)


def _level(advice: Advice, phrasebook: Phrasebook) -> str:
    return level_label(phrasebook, advice.level) if advice.level else phrasebook.say(N_("no warning"))


def _span(advice: Advice, phrasebook: Phrasebook) -> Iterator[str]:
    if advice.start is None:
        return
    end = _moment(advice.end) if advice.end else phrasebook.say(N_("until further notice"))
    words = N_("From {start} to {end}; {lead} hours after the first row.")
    yield phrasebook.say(words, start=_moment(advice.start), end=end, lead=f"{advice.lead_hours or 0:g}")


def _reason(advice: Advice, phrasebook: Phrasebook) -> Iterator[str]:
    if advice.is_regional:
        yield phrasebook.say(N_("By the notice of the region; it is lifted on the notice of the region."))
    elif advice.criterion is not None and advice.source is not None:
        yield phrasebook.say(N_("Met: {criterion}"), criterion=criterion_sentence(advice.criterion, phrasebook))
        yield phrasebook.say(N_("Basis: {source}"), source=_source(advice, advice.source, phrasebook))
    if advice.below is not None:
        words = N_("Below yellow: {stage} from {start} to {end}: {criterion} ({source})")
        below = advice.below
        yield phrasebook.say(
            words,
            stage=phrasebook.say(STAGES[below.stage]),
            start=_moment(below.start),
            end=_moment(below.end),
            criterion=criterion_sentence(below.criterion, phrasebook),
            source=_source(advice, below.source, phrasebook),
        )
    if advice.response is not None:
        words = N_("Cause: {cause}; this calls for {response}.")
        cause = phrasebook.say(CAUSES[advice.cause]) if advice.cause else "-"
        yield phrasebook.say(words, cause=cause, response=procedure_word(phrasebook, str(advice.response)))


def _source(advice: Advice, source: CriteriaSet, phrasebook: Phrasebook) -> str:
    found = advice.law.instrument(source.source.instrument)
    return (
        f"{found.title} {found.number} | {clause_text(phrasebook, source.source.clause)} | {advice.law.standard.name}"
    )


def _days(advice: Advice, phrasebook: Phrasebook) -> Iterator[str]:
    yield phrasebook.say(N_("24-hour means (* used):"))
    yield from (_day(item, phrasebook) for item in advice.days)


def _day(day: DayOfAir, phrasebook: Phrasebook) -> str:
    mark = "*" if day.is_used else " "
    if day.aqi is None or day.category is None:
        missing = phrasebook.say(N_("cannot be computed, {hours} hours missing"), hours=day.missing_hours)
        return f"  {mark} {_moment(day.start)}  {missing}"
    name = day.category.name_zh if phrasebook.language.startswith("zh") else day.category.name_en
    primary = " ".join(POLLUTANTS[item] for item in day.primary)
    return f"  {mark} {_moment(day.start)}  AQI {day.aqi}  {name}  {primary}".rstrip()


def _stages(advice: Advice, phrasebook: Phrasebook) -> Iterator[str]:
    if len(advice.stages) > 1:
        yield phrasebook.say(N_("Levels over the forecast:"))
        for item in advice.stages:
            end = _moment(item.end) if item.end else phrasebook.say(N_("until further notice"))
            yield f"    {level_label(phrasebook, item.level)}  {_moment(item.start)} - {end}"
    if advice.lift is not None:
        yield phrasebook.say(N_("Can be lifted at {moment}."), moment=_moment(advice.lift))


def _chances(advice: Advice, phrasebook: Phrasebook) -> Iterator[str]:
    if advice.probabilities:
        parts = (
            f"{level_label(phrasebook, item.level) if item.level else phrasebook.say(N_('no warning'))} "
            f"{item.share:.0%}"
            for item in advice.probabilities
        )
        yield phrasebook.say(N_("Share of members: {shares}"), shares="  ".join(parts))


def _next_level(advice: Advice, phrasebook: Phrasebook) -> Iterator[str]:
    if not advice.margins:
        return
    level = level_label(phrasebook, advice.margins[0].level)
    yield phrasebook.say(N_("To the next level ({level}):"), level=level)
    yield from (f"    {_margin(item, phrasebook)}" for item in advice.margins)


def _margin(margin: Margin, phrasebook: Phrasebook) -> str:
    wanted = condition_sentence(margin.condition, phrasebook)
    if margin.is_met:
        return phrasebook.say(N_("{wanted}: holds by itself"), wanted=wanted)
    if margin.highest is None:
        return phrasebook.say(N_("{wanted}: the forecast cannot tell"), wanted=wanted)
    words = N_("{wanted}: highest {highest}, short by {short}; held for {hours} hours")
    return phrasebook.say(
        words,
        wanted=wanted,
        highest=f"{margin.highest:g}",
        short=f"{margin.short_by or 0:g}",
        hours=margin.hours_held,
    )


def _procedure(advice: Advice, phrasebook: Phrasebook) -> Iterator[str]:
    if advice.level is None:
        return
    law = advice.law
    if advice.is_immediate and advice.lead_hours == 0:
        words = N_("Heavy for the first {hours} hours without improvement: start at once.")
        yield phrasebook.say(words, hours=f"{law.number('immediate.hours'):g}")
    elif advice.issue_by is not None:
        words = N_("Issue by {moment} ({hours} hours ahead).")
        yield phrasebook.say(words, moment=_moment(advice.issue_by), hours=f"{law.number('lead.hours'):g}")
    signer = law.word(f"signer.{advice.level}")
    words = N_("Signed by {signer}; form within {form} hours, distribution within {distribution} hours.")
    yield phrasebook.say(
        words,
        signer=procedure_word(phrasebook, signer or "-"),
        form=f"{law.number('form.hours'):g}",
        distribution=f"{law.number('distribution.hours'):g}",
    )


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
