"""Tables of the rules page: what changed and whom it touches, what is to be confirmed, what was confirmed."""

from datetime import date, datetime
from typing import Protocol

import pandas as pd

from planner.compare import (
    LawChange,
    change_label,
    clause_text,
    confirmation_state_label,
    rule_status_label,
    rule_title,
    rule_value_text,
    warning_change_lines,
)
from planner.panel.amounts import count_text, day_text, moment_text
from planner.rules import ConfirmationState, RuleInForce, RulesInForce, WarningChange, WeighedConfirmation
from planner.terms import Phrasebook, RuleStatus

__all__ = [
    "RecordedWordLike",
    "change_frame",
    "changes_sentence",
    "confirmed_choices",
    "open_choices",
    "touched_frame",
    "touched_sentence",
    "warning_change_texts",
    "word_frame",
    "year_before",
]


class RecordedWordLike(Protocol):
    """What the page shows of a recorded confirmation."""

    @property
    def weighed(self) -> WeighedConfirmation:
        """The word and what has become of it."""

    @property
    def recorded_at(self) -> datetime:
        """When it was stored."""


def year_before(day: date) -> date:
    """The same day of the year before; 28 February for 29 February."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)


def change_frame(changes: tuple[LawChange, ...], phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a changed rule: `change`, `title`, `before`, `after`, `status`, `touched`, `instrument`, ..., `id`."""
    rows = [
        {
            "change": change_label(phrasebook, item.change.kind),
            "title": rule_title(phrasebook, item.change.either.rule),
            "before": _value(item.change.before, phrasebook),
            "after": _value(item.change.after, phrasebook),
            "status": _status(item, phrasebook),
            "touched": _touched(item, phrasebook),
            "instrument": _instrument(item.change.either),
            "clause": clause_text(phrasebook, item.change.either.dated.clause),
            "instrument_before": _instrument(item.change.before) if item.change.before else "—",
            "id": item.change.either.id,
        }
        for item in changes
    ]
    names = (
        "change",
        "title",
        "before",
        "after",
        "status",
        "touched",
        "instrument",
        "clause",
        "instrument_before",
        "id",
    )
    return pd.DataFrame(rows, columns=list(names))


def changes_sentence(changes: tuple[LawChange, ...], phrasebook: Phrasebook) -> str:
    """How many rules changed, and how many of the list that touches."""
    count = count_text(phrasebook, len(changes))
    if not changes:
        return phrasebook.say("No rule changed between these days.")
    if any(item.touched is None for item in changes):
        return phrasebook.say("{count} rules changed; the city has no list yet to tell whom that touches.", count=count)
    named = {one.id for item in changes if not item.whole_city for one in item.touched or ()}
    return phrasebook.say(
        "{count} rules changed; {firms} enterprises, fleets and sites are touched. Choose a row to see which.",
        count=count,
        firms=count_text(phrasebook, len(named)),
    )


def warning_change_texts(changes: tuple[WarningChange, ...], phrasebook: Phrasebook) -> tuple[str, ...]:
    """What changed in the law by which warnings are found, one text a change."""
    return tuple("\n".join(warning_change_lines(item, phrasebook)) for item in changes)


def touched_sentence(item: LawChange, phrasebook: Phrasebook) -> str:
    """Whom one change touches."""
    title = rule_title(phrasebook, item.change.either.rule)
    if item.whole_city:
        return phrasebook.say("{title}: speaks of the whole city and of no firm alone.", title=title)
    count = count_text(phrasebook, len(item.touched or ()))
    return phrasebook.say("{title}: touches {count}", title=title, count=count)


def touched_frame(item: LawChange) -> pd.DataFrame:
    """Whom one change touches: `enterprise`, `enterprise_id`; nobody by name where it speaks of the whole city."""
    rows = [] if item.whole_city else [(one.name, one.id) for one in item.touched or ()]
    return pd.DataFrame(rows, columns=["enterprise", "enterprise_id"])


def open_choices(rules: RulesInForce, phrasebook: Phrasebook) -> tuple[tuple[str, str], ...]:
    """(id, words) of the rules in force whose value is to be confirmed."""
    return tuple(
        (item.id, f"{rule_title(phrasebook, item.rule)}　{rule_value_text(phrasebook, item.rule, item.dated)}")
        for item in rules.rules
        if item.dated.status is RuleStatus.TO_CONFIRM
    )


def confirmed_choices(
    words: tuple[RecordedWordLike, ...], rules: RulesInForce, phrasebook: Phrasebook
) -> tuple[tuple[str, str], ...]:
    """(id, words) of the rules whose confirmation holds and could be withdrawn."""
    held = (item.weighed.confirmation for item in words if item.weighed.state is ConfirmationState.HOLDS)
    found = ((said, rules.find(said.rule_id)) for said in held)
    return tuple(
        (said.rule_id, f"{rule_title(phrasebook, item.rule)}　{said.by}　{said.document}")
        for said, item in found
        if item
    )


def word_frame(words: tuple[RecordedWordLike, ...], rules: RulesInForce, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a confirmation or withdrawal, the newest first: `state`, `title`, `by`, `role`, `on`, `document`, ..."""
    rows = []
    for item in reversed(words):
        said = item.weighed.confirmation
        found = rules.find(said.rule_id)
        rows.append(
            {
                "state": confirmation_state_label(phrasebook, item.weighed.state),
                "title": rule_title(phrasebook, found.rule) if found else said.rule_id,
                "by": said.by,
                "role": said.role,
                "on": day_text(phrasebook, said.on),
                "document": said.document,
                "note": said.note,
                "recorded_at": moment_text(phrasebook, item.recorded_at),
                "id": said.rule_id,
            }
        )
    columns = ["state", "title", "by", "role", "on", "document", "note", "recorded_at", "id"]
    return pd.DataFrame(rows, columns=columns)


def _value(item: RuleInForce | None, phrasebook: Phrasebook) -> str:
    return rule_value_text(phrasebook, item.rule, item.dated) if item else "—"


def _status(item: LawChange, phrasebook: Phrasebook) -> str:
    """The status, as it was and as it is where the two differ."""
    sides = (side for side in (item.change.before, item.change.after) if side)
    return " → ".join(dict.fromkeys(rule_status_label(phrasebook, side.dated.status) for side in sides))


def _touched(item: LawChange, phrasebook: Phrasebook) -> str:
    if item.whole_city:
        return phrasebook.say("whole city")
    return "—" if item.touched is None else count_text(phrasebook, len(item.touched))


def _instrument(item: RuleInForce) -> str:
    return " ".join(part for part in (item.instrument.title, item.instrument.number) if part)
