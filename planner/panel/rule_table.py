"""The rules in force as a table: what each says, how much, from which instrument and clause, and how sure it is."""

from collections.abc import Iterable

import pandas as pd

from planner.compare import (
    clause_text,
    evidence_label,
    grade_label,
    level_label,
    rule_status_label,
    rule_title,
    rule_value_text,
)
from planner.panel.amounts import count_text, day_text
from planner.panel.names import Names
from planner.panel.words import MEASURE_WORDS, RULE_KIND_WORDS, word
from planner.rules import RuleInForce, RulesInForce
from planner.terms import Phrasebook, RuleStatus

__all__ = [
    "OPEN_ORDER",
    "RULE_ORDER",
    "filter_rules",
    "rule_caption",
    "rule_facts",
    "rule_frame",
    "rule_menus",
    "rules_frame",
]

OPEN_ORDER = ("title", "value", "evidence", "instrument", "clause", "from_day", "origin", "id")
"""What the reader sees of values that are to be confirmed."""

RULE_ORDER = (
    "title",
    "value",
    "status",
    "kind",
    "level",
    "grade",
    "industry",
    "instrument",
    "clause",
    "evidence",
    "from_day",
    "still_valid_on",
    "origin",
    "id",
)
"""The columns that the reader sees, from left to right."""


def rule_frame(rules: RulesInForce, names: Names, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a rule in force, sorted by id.

    Returns:
        `title`, `kind`, `industry`, `grade`, `level`, `measure`, `value` (text with its unit), `instrument`, `number`,
        `clause`, `status`, `evidence`, `from_day`, `still_valid_on`, `origin` (city or nation), `id`.
    """
    return rules_frame(rules.rules, names, phrasebook)


def rules_frame(rules: tuple[RuleInForce, ...], names: Names, phrasebook: Phrasebook) -> pd.DataFrame:
    """The same of some rules only."""
    rows = [_row(item, names, phrasebook) for item in rules]
    return pd.DataFrame(rows, columns=list(rows[0]) if rows else None)


def _row(item: RuleInForce, names: Names, phrasebook: Phrasebook) -> dict[str, str]:
    rule, dated, scope = item.rule, item.dated, item.rule.scope
    return {
        "title": rule_title(phrasebook, rule),
        "value": rule_value_text(phrasebook, rule, dated),
        "kind": word(phrasebook, RULE_KIND_WORDS, rule.kind),
        "industry": names.industry(scope.industry) if scope.industry else "",
        "grade": grade_label(phrasebook, scope.grade) if scope.grade else "",
        "level": level_label(phrasebook, scope.level) if scope.level else "",
        "measure": word(phrasebook, MEASURE_WORDS, rule.measure) if rule.measure else "",
        "instrument": " ".join(part for part in (item.instrument.title, item.instrument.number) if part),
        "clause": clause_text(phrasebook, dated.clause),
        "status": rule_status_label(phrasebook, dated.status),
        "evidence": evidence_label(phrasebook, dated.evidence),
        "from_day": day_text(phrasebook, dated.from_day),
        "still_valid_on": day_text(phrasebook, dated.still_valid_on),
        "origin": names.city if item.city else phrasebook.say("Nation"),
        "id": item.id,
    }


def rule_facts(rules: RulesInForce, phrasebook: Phrasebook) -> tuple[tuple[str, str], ...]:
    """(label, value) pairs: how many rules are in force, how many of them confirmed, how many are the city's own."""
    confirmed = sum(item.dated.status is RuleStatus.CONFIRMED for item in rules.rules)
    return (
        (phrasebook.say("Rules in force"), count_text(phrasebook, len(rules.rules))),
        (rule_status_label(phrasebook, RuleStatus.CONFIRMED), count_text(phrasebook, confirmed)),
        (rule_status_label(phrasebook, RuleStatus.TO_CONFIRM), count_text(phrasebook, len(rules.rules) - confirmed)),
        (phrasebook.say("The city's own"), count_text(phrasebook, sum(bool(item.city) for item in rules.rules))),
        (
            phrasebook.say("Instruments cited"),
            count_text(phrasebook, len({item.instrument.id for item in rules.rules})),
        ),
    )


def rule_caption(shown: pd.DataFrame, whole: pd.DataFrame, phrasebook: Phrasebook) -> str:
    """How many rules are shown."""
    counts = {"shown": count_text(phrasebook, len(shown)), "whole": count_text(phrasebook, len(whole))}
    return phrasebook.say("{shown} of {whole} rules shown.", **counts)


def rule_menus(frame: pd.DataFrame, phrasebook: Phrasebook) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(column, label, choices) of the filters; choices are the words that the column holds."""
    labels = (
        ("kind", phrasebook.say("Kind")),
        ("industry", phrasebook.say("Key industry")),
        ("grade", phrasebook.say("Grade")),
        ("level", phrasebook.say("Level")),
        ("status", phrasebook.say("Status")),
    )
    return tuple((column, label, tuple(word for word in frame[column].unique() if word)) for column, label in labels)


def filter_rules(frame: pd.DataFrame, search: str, chosen: Iterable[tuple[str, tuple[str, ...]]]) -> pd.DataFrame:
    """The rules whose columns hold one of the chosen words each, and all words of the search somewhere."""
    for column, words in chosen:
        frame = frame[frame[column].isin(words)] if words else frame
    for part in search.split():
        whole_row = frame.astype("str").agg(" ".join, axis=1)
        frame = frame[whole_row.str.contains(part, case=False, regex=False)]
    return frame.reset_index(drop=True)
