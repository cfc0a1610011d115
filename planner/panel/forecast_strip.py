"""The forecast on the command page: each day's mean against the thresholds, the advised level and why, what is next."""

from collections.abc import Iterator
from datetime import datetime
from html import escape

from babel.dates import format_date

from planner.alert import Action, Advice, DayOfAir, Margin
from planner.compare import clause_text, condition_sentence, criterion_sentence, level_label, procedure_word
from planner.panel.amounts import is_chinese, locale_of, moment_text, number_text
from planner.panel.markup import element, percent_width
from planner.panel.words import LEVEL_SHAPES
from planner.terms import BEIJING, N_, Level, Phrasebook

__all__ = ["advised_level", "strip_html"]

CEILING = 500.0
"""The index ends here (HJ 633)."""
MOST_DAYS = 8
ACTIONS = {
    Action.NONE: N_("No warning is due."),
    Action.EARLY_CONTROL: N_("No warning is due; control below yellow is."),
    Action.ISSUE: N_("A warning is to be issued."),
    Action.UPGRADE: N_("The warning in force is to be upgraded."),
    Action.KEEP: N_("The warning in force is to be kept."),
    Action.DOWNGRADE: N_("The warning in force is to be downgraded."),
    Action.LIFT: N_("The warning in force can be lifted."),
}
PRIMARY = {"pm25": "PM2.5", "pm10": "PM10", "so2": "SO₂", "no2": "NO₂", "o3": "O₃", "co": "CO"}


def advised_level(advice: Advice) -> Level | None:
    """The level that mandatory measures are advised at, None for none."""
    return advice.level


def strip_html(advice: Advice, phrasebook: Phrasebook, current: Level | None = None) -> str:
    """The days from left to right with the thresholds of the criteria, beside them the advice in words.

    Args:
        current: the level in force beside which the advice was given, None: none is.
    """
    marks = _thresholds(advice)
    days = "".join(_day(day, marks, phrasebook) for day in _shown(advice))
    words = element("div", "".join(_words(advice, phrasebook, current)), "strip-words")
    return element("section", element("div", days, "strip-days") + words, "strip")


def _shown(advice: Advice) -> tuple[DayOfAir, ...]:
    """The days around those that reach the level."""
    used = [place for place, day in enumerate(advice.days) if day.is_used]
    first = max(0, min(used[0] - 1, len(advice.days) - MOST_DAYS)) if used else 0
    return advice.days[first : first + MOST_DAYS]


def _thresholds(advice: Advice) -> tuple[float, ...]:
    """The values of the index that the criteria in force name."""
    sets = (advice.law.regime, *advice.law.variants)
    found = {
        condition.threshold
        for item in sets
        for criterion in item.criteria
        for condition in criterion.conditions
        if condition.quantity == "aqi" and criterion.stage.level is not None
    }
    return tuple(sorted(found))


def _day(day: DayOfAir, marks: tuple[float, ...], phrasebook: Phrasebook) -> str:
    head = element("span", escape(_date(day.start, phrasebook)), "day-date")
    lines = "".join(
        element("i", "", "limit", f"left:{percent_width(mark, CEILING)}", f"AQI {mark:g}") for mark in marks
    )
    if day.aqi is None or day.category is None:
        missing = phrasebook.say("{hours} hours missing", hours=day.missing_hours)
        return element("div", head + element("b", "—") + element("div", lines, "day-bar"), "day", title=missing)
    red, green, blue = day.category.rgb
    fill = f"width:{percent_width(float(day.aqi), CEILING)};background:rgb({red},{green},{blue})"
    name = day.category.name_zh if is_chinese(phrasebook) else day.category.name_en
    primary = " ".join(PRIMARY[item] for item in day.primary)
    tip = phrasebook.say("24 hours from {start}: AQI {aqi}", start=moment_text(phrasebook, day.start), aqi=day.aqi)
    tip = f"{tip} {name} {primary}".rstrip()
    told = element("b", str(day.aqi)) + element("span", escape(name), "day-name")
    bar = element("div", element("i", "", "fill", fill) + lines, "day-bar")
    return element("div", head + told + bar, "day used" if day.is_used else "day", title=tip)


def _date(moment: datetime, phrasebook: Phrasebook) -> str:
    local = moment.astimezone(BEIJING)
    clock = "" if local.hour == 0 else f" {local.hour}:00"
    pattern = "d EEE" if is_chinese(phrasebook) else "EEE d"
    return f"{format_date(local.date(), pattern, locale=locale_of(phrasebook))}{clock}"


def _words(advice: Advice, phrasebook: Phrasebook, current: Level | None) -> Iterator[str]:
    said = phrasebook.say(ACTIONS[advice.action])
    badge = element("span", escape(phrasebook.say("no warning")), "level level-none")
    if advice.level is not None:
        shape = element("span", LEVEL_SHAPES[advice.level], "shape")
        badge = element(
            "span",
            shape + escape(phrasebook.say("Advised: {level}", level=level_label(phrasebook, advice.level))),
            f"level level-{advice.level}",
        )
    yield element("p", badge + element("b", escape(said)) + escape(_span(advice, phrasebook)), "strip-head")
    if current is not None:
        held = f"{LEVEL_SHAPES[current]} {level_label(phrasebook, current)}"
        yield element("p", escape(phrasebook.say("In force now: {level}.", level=held)))
    yield from (element("p", escape(line)) for line in _reasons(advice, phrasebook))


def _span(advice: Advice, phrasebook: Phrasebook) -> str:
    if advice.start is None:
        return ""
    start, end = moment_text(phrasebook, advice.start), moment_text(phrasebook, advice.end)
    return phrasebook.say("{start} to {end}", start=start, end=end)


def _reasons(advice: Advice, phrasebook: Phrasebook) -> Iterator[str]:
    if advice.is_regional:
        yield phrasebook.say("By the notice of the region; it is lifted on the notice of the region.")
    elif advice.criterion is not None and advice.source is not None:
        found = advice.law.instrument(advice.source.source.instrument)
        yield phrasebook.say(
            "Why: {criterion} ({instrument} {clause})",
            criterion=criterion_sentence(advice.criterion, phrasebook),
            instrument=found.number or found.title,
            clause=clause_text(phrasebook, advice.source.source.clause),
        )
    if advice.issue_by is not None and advice.level is not None:
        signer = advice.law.word(f"signer.{advice.level}") or "-"
        yield phrasebook.say(
            "Issue by {moment}; signed by {signer}.",
            moment=moment_text(phrasebook, advice.issue_by),
            signer=procedure_word(phrasebook, signer),
        )
    nearest = _nearest(advice)
    if nearest is not None:
        yield _margin(nearest, phrasebook)


def _nearest(advice: Advice) -> Margin | None:
    """The condition of the next level that is not met and lacks least of its threshold."""
    lacking = [item for item in advice.margins if not item.is_met and item.short_by is not None]
    return min(lacking, key=lambda item: (item.short_by or 0.0) / item.condition.threshold, default=None)


def _margin(margin: Margin, phrasebook: Phrasebook) -> str:
    return phrasebook.say(
        "Next level, {level}: {wanted}; highest {highest}, short by {short}; held for {hours} hours.",
        level=level_label(phrasebook, margin.level),
        wanted=condition_sentence(margin.condition, phrasebook),
        highest=number_text(phrasebook, margin.highest or 0.0, 0),
        short=number_text(phrasebook, margin.short_by or 0.0, 0),
        hours=margin.hours_held,
    )
