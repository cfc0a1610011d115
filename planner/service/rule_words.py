"""Rules, cells, changes and confirmations in words for a terminal."""

from collections.abc import Iterator

from planner.compare import (
    LawChange,
    amount_text,
    answer_label,
    change_label,
    clause_text,
    confirmation_sentence,
    confirmation_state_label,
    evidence_label,
    grade_label,
    level_label,
    rule_status_label,
    rule_title,
    rule_value_text,
)
from planner.rules import CellAnswer, Edition, IndustryCoverage, RuleInForce
from planner.service.law import RecordedWord
from planner.terms import N_, Answer, Phrasebook

__all__ = ["cell_lines", "change_lines", "coverage_lines", "rule_line", "rule_lines", "word_line"]

MOST_NAMED = 8
WHEN = {
    "earlier": N_("Earlier edition"),
    "later": N_("Later edition"),
    "off": N_("Recalled, not turned on"),
}


def rule_line(item: RuleInForce, phrasebook: Phrasebook) -> str:
    """A rule in one line: id, value, status, title."""
    value = rule_value_text(phrasebook, item.rule, item.dated)
    status = rule_status_label(phrasebook, item.dated.status)
    return f"{item.id}\t{value}\t{status}\t{rule_title(phrasebook, item.rule)}"


def rule_lines(item: RuleInForce, phrasebook: Phrasebook) -> Iterator[str]:
    """A rule with its source, how sure it is, and who confirmed it."""
    dated, say = item.dated, phrasebook.say
    yield f"{item.id}  {rule_title(phrasebook, item.rule)}"
    yield say(N_("  value: {value}"), value=rule_value_text(phrasebook, item.rule, dated))
    yield say(
        N_("  source: {source}"),
        source=_source(item.instrument.title, item.instrument.number, dated.clause, phrasebook),
    )
    yield say(
        N_("  in force from {day}; {status}; {evidence}; last compared with its source on {seen}"),
        day=dated.from_day,
        status=rule_status_label(phrasebook, dated.status),
        evidence=evidence_label(phrasebook, dated.evidence),
        seen=dated.still_valid_on,
    )
    if item.confirmation:
        yield "  " + confirmation_sentence(phrasebook, item.confirmation)


def cell_lines(found: CellAnswer, phrasebook: Phrasebook) -> Iterator[str]:
    """A cell: how it is answered, what orders there, what other sources and editions say, what stands beside it."""
    cell, say = found.cell, phrasebook.say
    place = f"{cell.industry}/{cell.sub_process} {grade_label(phrasebook, cell.grade)}"
    level, answer = level_label(phrasebook, cell.level), answer_label(phrasebook, found.answer)
    yield say(N_("{place}, {level}: {answer}"), place=place, level=level, answer=answer)
    for item in (*found.measures, *found.standing):
        yield from rule_lines(item, phrasebook)
    for other in found.opposed:
        value = amount_text(phrasebook, other.source.value, other.source.unit)
        source = _source(other.instrument.title, other.instrument.number, other.source.clause, phrasebook)
        words = N_("  rejected: {value}, {source}; reason: {reason}")
        yield say(words, value=value, source=source, reason=other.reason)
    yield from (_edition(item, phrasebook) for item in found.editions)
    if found.answer is Answer.MISSING:
        yield say(N_("  No source answers this cell: the firm's own filed measure is its floor, else it has none."))
    if found.beside:
        yield say(N_("  Beside it hold:"))
        yield from (f"    {rule_line(item, phrasebook)}" for item in found.beside)


def change_lines(item: LawChange, phrasebook: Phrasebook) -> Iterator[str]:
    """A change: what it was, what it is, whom it touches."""
    change, say = item.change, phrasebook.say
    yield f"{change_label(phrasebook, change.kind)}  {change.either.id}  {rule_title(phrasebook, change.either.rule)}"
    for words, side in ((N_("  before: {told}"), change.before), (N_("  after: {told}"), change.after)):
        if side is not None:
            yield say(words, told=_side(side, phrasebook))
    if item.touched is None:
        return
    if item.whole_city:
        yield say(N_("  speaks of the whole city ({count} listed)"), count=len(item.touched))
        return
    more = " ..." if len(item.touched) > MOST_NAMED else ""
    named = ", ".join(addressee.name for addressee in item.touched[:MOST_NAMED]) + more
    yield say(N_("  touches {count}: {named}"), count=len(item.touched), named=named or "—")


def coverage_lines(rows: tuple[IndustryCoverage, ...], phrasebook: Phrasebook) -> Iterator[str]:
    """A table of the industries with their cells by answer, and the sums."""
    chinese = phrasebook.language.startswith("zh")
    heads = (answer_label(phrasebook, answer) for answer in Answer)
    yield "\t".join(("", phrasebook.say(N_("Key industry")), phrasebook.say(N_("Cells")), *heads))
    for row in rows:
        name = row.name_zh if chinese else row.name_en
        yield "\t".join((str(row.number), name, str(row.total), *(str(count) for _, count in row.counts)))
    sums = (sum(dict(row.counts)[answer] for row in rows) for answer in Answer)
    whole = str(sum(row.total for row in rows))
    yield "\t".join(("", phrasebook.say(N_("Total")), whole, *(str(count) for count in sums)))


def word_line(word: RecordedWord, phrasebook: Phrasebook) -> str:
    """A confirmation and what has become of it, in one line."""
    said = word.weighed.confirmation
    state = confirmation_state_label(phrasebook, word.weighed.state)
    return f"{said.rule_id}\t{state}\t{confirmation_sentence(phrasebook, said)}"


def _edition(item: Edition, phrasebook: Phrasebook) -> str:
    value = rule_value_text(phrasebook, item.rule, item.dated)
    source = _source(item.instrument.title, item.instrument.number, item.dated.clause, phrasebook)
    return phrasebook.say(
        N_("  {when}: {title}, {value}; {source}; from {day} until {until}"),
        when=phrasebook.say(WHEN[item.when]),
        title=rule_title(phrasebook, item.rule),
        value=value,
        source=source,
        day=item.dated.from_day,
        until=item.until or "—",
    )


def _side(item: RuleInForce, phrasebook: Phrasebook) -> str:
    value = rule_value_text(phrasebook, item.rule, item.dated)
    source = _source(item.instrument.title, item.instrument.number, item.dated.clause, phrasebook)
    return f"{value}; {rule_status_label(phrasebook, item.dated.status)}; {source}"


def _source(title: str, number: str, clause: str, phrasebook: Phrasebook) -> str:
    """Instrument, number and clause; that a source states none is said."""
    told = clause_text(phrasebook, clause)
    return ", ".join(part for part in (f"{title} {number}".strip(), told) if part)
