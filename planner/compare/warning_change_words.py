"""What changed in the law of warnings, in lines that a reader of an order understands."""

from collections.abc import Iterator, Mapping

from planner.compare.criterion_words import criterion_sentence
from planner.compare.law_words import change_label, clause_text
from planner.compare.wording import level_label, rule_status_label
from planner.rules import AboveChange, AqiStandard, BreakpointChange, CriteriaSet, LawPart, WarningChange
from planner.terms import N_, Phrasebook

__all__ = ["warning_change_lines"]

_BELOW: Mapping[str, str] = {"blue": N_("blue warning"), "early": N_("early control")}
_POLLUTANTS: Mapping[str, str] = {"pm25": "PM2.5", "pm10": "PM10", "so2": "SO2", "no2": "NO2", "o3": "O3", "co": "CO"}
_TIMES: Mapping[str, str] = {
    "24h": N_("24-hour mean of {pollutant}"),
    "8h": N_("8-hour mean of {pollutant}"),
    "1h": N_("1-hour mean of {pollutant}"),
}


def warning_change_lines(change: WarningChange, phrasebook: Phrasebook) -> Iterator[str]:
    """The part that changed by its name, both sides with their source, and what is not as it was."""
    side = change.after or change.before
    if side is None:
        return
    yield f"{change_label(phrasebook, change.kind)}  {_name(side, phrasebook)}"
    for words, part in ((N_("  before: {told}"), change.before), (N_("  after: {told}"), change.after)):
        if part is not None:
            yield phrasebook.say(words, told=_told(part, phrasebook))
            yield from (f"      {line}" for line in _criteria(part, phrasebook))
    yield from (f"    {line}" for line in _table(change, phrasebook))


def _name(part: LawPart, phrasebook: Phrasebook) -> str:
    content = part.content
    if isinstance(content, AqiStandard):
        return phrasebook.say(N_("Computation of the air quality index"))
    return content.title_zh if phrasebook.language.startswith("zh") else content.title


def _told(part: LawPart, phrasebook: Phrasebook) -> str:
    source, document = part.content.source, part.instrument
    status = rule_status_label(phrasebook, source.status)
    clause = clause_text(phrasebook, source.clause)
    named = f"{document.title} {document.number}".rstrip()
    return phrasebook.say(N_("{document}, {clause}; {status}"), document=named, clause=clause, status=status)


def _criteria(part: LawPart, phrasebook: Phrasebook) -> Iterator[str]:
    if not isinstance(part.content, CriteriaSet):
        return
    for item in part.content.criteria:
        level = item.stage.level
        stage = level_label(phrasebook, level) if level else phrasebook.say(_BELOW[item.stage])
        words = N_("{stage}: {criterion}")
        yield phrasebook.say(words, stage=stage, criterion=criterion_sentence(item, phrasebook))


def _table(change: WarningChange, phrasebook: Phrasebook) -> Iterator[str]:
    """Only what moved; where a table is compared at all, that the rest of it stays is said last."""
    yield from (_breakpoint(item, phrasebook) for item in change.breakpoints)
    yield from (_above(item, phrasebook) for item in change.above)
    for words, items in (
        (N_("No longer part of a day's index: {item}"), change.daily_before),
        (N_("New in a day's index: {item}"), change.daily_after),
    ):
        yield from (phrasebook.say(words, item=_item(code, phrasebook)) for code in items)
    if change.before is not None and isinstance(change.before.content, AqiStandard):
        yield phrasebook.say(N_("All other concentrations of the table stay as they were."))


def _breakpoint(item: BreakpointChange, phrasebook: Phrasebook) -> str:
    words = N_("{item}: the concentration of IAQI {iaqi} goes from {before} to {after}")
    before, after = (phrasebook.say(N_("none")) if side is None else f"{side:g}" for side in (item.before, item.after))
    return phrasebook.say(words, item=_item(item.item, phrasebook), iaqi=item.iaqi, before=before, after=after)


def _above(item: AboveChange, phrasebook: Phrasebook) -> str:
    words = N_("{item} above {highest}: before {before}, after {after}")
    before, after = (_speaker(side, phrasebook) for side in (item.before, item.after))
    shown = _item(item.item, phrasebook)
    return phrasebook.say(words, item=shown, highest=f"{item.highest:g}", before=before, after=after)


def _speaker(side: int | str, phrasebook: Phrasebook) -> str:
    if isinstance(side, int):
        return phrasebook.say(N_("IAQI {iaqi}"), iaqi=side)
    return phrasebook.say(N_("by the {item}"), item=_item(side, phrasebook))


def _item(code: str, phrasebook: Phrasebook) -> str:
    pollutant, _, time = code.rpartition("_")
    name = _POLLUTANTS.get(pollutant, pollutant)
    return phrasebook.say(_TIMES[time], pollutant=name) if time in _TIMES else code
