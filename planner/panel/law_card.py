"""The answer to one place of the guide as a card: how it is answered, by which measures, from which sources."""

from collections.abc import Iterator
from html import escape

from planner.compare import (
    amount_text,
    answer_label,
    clause_text,
    confirmation_sentence,
    evidence_label,
    grade_label,
    level_label,
    rule_status_label,
    rule_title,
    rule_value_text,
)
from planner.panel.amounts import day_text
from planner.panel.markup import element
from planner.panel.names import Names
from planner.rules import CellAnswer, Edition, Instrument, KeyIndustry, Opposed, RuleInForce
from planner.terms import N_, Answer, Phrasebook

__all__ = ["answer_html", "grade_choices", "industry_choices", "place_of", "process_choices"]

WHEN = {
    "earlier": N_("Earlier edition"),
    "later": N_("Later edition"),
    "off": N_("Recalled, not turned on"),
}
SENTENCES = {
    Answer.SOURCED: N_("A source states the measure."),
    Answer.SELF_DETERMINED: N_("Firms of this grade decide themselves how they reduce; nothing compulsory is ordered."),
    Answer.NONE: N_("A source states that nothing is asked here."),
    Answer.MISSING: N_("No source answers this cell: the firm's own filed measure is its floor, else it has none."),
}


def industry_choices(industries: tuple[KeyIndustry, ...]) -> tuple[str, ...]:
    """Codes of the key industries in the guide's order."""
    return tuple(item.code for item in sorted(industries, key=lambda item: item.number) if item.number)


def process_choices(industries: tuple[KeyIndustry, ...], industry: str) -> tuple[str, ...]:
    """Codes of an industry's processes."""
    return tuple(part.code for item in industries if item.code == industry for part in item.sub_processes)


def grade_choices(industries: tuple[KeyIndustry, ...], industry: str, process: str) -> tuple[str, ...]:
    """Grades that a process knows, best first."""
    parts = (part for item in industries if item.code == industry for part in item.sub_processes)
    return next((tuple(map(str, part.grades)) for part in parts if part.code == process), ())


def place_of(choices: tuple[str, ...], wanted: str) -> int:
    """The place of a choice, 0 where it is not among them."""
    return choices.index(wanted) if wanted in choices else 0


def answer_html(found: CellAnswer, names: Names, phrasebook: Phrasebook) -> str:
    """The card as HTML: the answer by word and colour, every measure with value, instrument, clause and status."""
    cell = found.cell
    badge = element("div", escape(answer_label(phrasebook, found.answer)), f"answer answer-{found.answer}")
    parts = (names.industry(cell.industry), names.process(cell.industry, cell.sub_process))
    place = " · ".join((*parts, grade_label(phrasebook, cell.grade), level_label(phrasebook, cell.level)))
    head = element("div", badge + element("b", escape(place)), "answer-head")
    sentence = element("p", escape(phrasebook.say(SENTENCES[found.answer])), "note")
    told = "".join(_rule(item, phrasebook) for item in (*found.measures, *found.standing))
    others = "".join((*_opposed(found.opposed, phrasebook), *_editions(found.editions, phrasebook)))
    return element("section", head + sentence + told + others, "answer-card")


def _rule(item: RuleInForce, phrasebook: Phrasebook) -> str:
    dated = item.dated
    value = rule_value_text(phrasebook, item.rule, dated)
    title = element("b", escape(rule_title(phrasebook, item.rule))) + element("em", escape(value), "value")
    told = (
        _source(item.instrument, dated.clause, phrasebook),
        rule_status_label(phrasebook, dated.status),
        evidence_label(phrasebook, dated.evidence),
        phrasebook.say("In force from {day}", day=day_text(phrasebook, dated.from_day)),
    )
    word = (confirmation_sentence(phrasebook, item.confirmation),) if item.confirmation else ()
    return _block(title, (*told, *word), "answer-rule")


def _opposed(items: tuple[Opposed, ...], phrasebook: Phrasebook) -> Iterator[str]:
    for item in items:
        value = amount_text(phrasebook, item.source.value, item.source.unit)
        title = phrasebook.say("Another source says {value}; it was not chosen", value=value)
        reason = phrasebook.say("Reason: {reason}", reason=item.reason)
        told = (_source(item.instrument, item.source.clause, phrasebook), reason)
        yield _block(element("b", escape(title)), told, "answer-rule beside")


def _editions(items: tuple[Edition, ...], phrasebook: Phrasebook) -> Iterator[str]:
    for item in items:
        value = rule_value_text(phrasebook, item.rule, item.dated)
        rule = rule_title(phrasebook, item.rule)
        title = phrasebook.say("{when}: {title}", when=phrasebook.say(WHEN[item.when]), title=rule)
        head = element("b", escape(title)) + element("em", escape(value), "value")
        days = phrasebook.say("In force from {day}", day=day_text(phrasebook, item.dated.from_day))
        if item.until:
            days = phrasebook.say("{from_day}, until {day}", from_day=days, day=day_text(phrasebook, item.until))
        told = (_source(item.instrument, item.dated.clause, phrasebook), days)
        yield _block(head, told, "answer-rule beside")


def _block(head: str, told: tuple[str, ...], css_class: str) -> str:
    lines = "".join(element("span", escape(text)) for text in told if text)
    return element("div", element("p", head) + element("p", lines, "told"), css_class)


def _source(instrument: Instrument, clause: str, phrasebook: Phrasebook) -> str:
    title = " ".join(part for part in (instrument.title, instrument.number) if part)
    return f"{title}　{clause_text(phrasebook, clause)}"
