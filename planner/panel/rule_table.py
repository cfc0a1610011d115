"""The rules in force as a table: what each says, how much, from which instrument and clause, and how sure it is."""

from collections.abc import Iterable

import pandas as pd

from planner.compare import evidence_label, grade_label, level_label, percent_text, rule_status_label
from planner.panel.amounts import day_text
from planner.panel.clauses import clause_text
from planner.panel.names import Names
from planner.panel.words import MEASURE_WORDS, RULE_KIND_WORDS, RULE_UNIT_WORDS, word
from planner.rules import RuleInForce, RulesInForce
from planner.terms import Phrasebook

__all__ = ["RULE_FILTERS", "filter_rules", "rule_frame"]

RULE_FILTERS = ("kind", "industry", "grade", "level", "status")
"""Columns that the page filters by; each holds words."""


def rule_frame(rules: RulesInForce, names: Names, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a rule in force, sorted by id.

    Returns:
        `title`, `kind`, `industry`, `grade`, `level`, `measure`, `value` (text with its unit), `instrument`, `number`,
        `clause`, `status`, `evidence`, `from_day`, `still_valid_on`, `origin` (city or nation), `id`.
    """
    rows = [_row(item, names, phrasebook) for item in rules.rules]
    return pd.DataFrame(rows, columns=list(_row(rules.rules[0], names, phrasebook)) if rules.rules else None)


def _row(item: RuleInForce, names: Names, phrasebook: Phrasebook) -> dict[str, str]:
    rule, dated, scope = item.rule, item.dated, item.rule.scope
    chinese = phrasebook.language.startswith("zh")
    return {
        "title": rule.title_zh if chinese else rule.title,
        "value": value_text(item, phrasebook),
        "kind": word(phrasebook, RULE_KIND_WORDS, rule.kind),
        "industry": names.industry(scope.industry) if scope.industry else "",
        "grade": grade_label(phrasebook, scope.grade) if scope.grade else "",
        "level": level_label(phrasebook, scope.level) if scope.level else "",
        "measure": word(phrasebook, MEASURE_WORDS, rule.measure) if rule.measure else "",
        "instrument": " ".join(part for part in (item.instrument.title, item.instrument.number) if part),
        "clause": clause_text(dated.clause, phrasebook),
        "status": rule_status_label(phrasebook, dated.status),
        "evidence": evidence_label(phrasebook, dated.evidence),
        "from_day": day_text(phrasebook, dated.from_day),
        "still_valid_on": day_text(phrasebook, dated.still_valid_on),
        "origin": names.city if item.city else phrasebook.say("Nation"),
        "id": item.id,
    }


def value_text(item: RuleInForce, phrasebook: Phrasebook) -> str:
    """The value with its unit in words: 20 %, yes, 330 days a year."""
    unit, value = item.dated.unit, item.value
    if isinstance(value, bool):
        return phrasebook.say("yes") if value else phrasebook.say("no")
    if unit == "share" and not isinstance(value, str):
        return f"{percent_text(float(value))}%"
    return phrasebook.say(RULE_UNIT_WORDS[unit], value=value) if unit in RULE_UNIT_WORDS else str(value)


def filter_rules(frame: pd.DataFrame, search: str, chosen: Iterable[tuple[str, tuple[str, ...]]]) -> pd.DataFrame:
    """The rules whose columns hold one of the chosen words each, and all words of the search somewhere."""
    for column, words in chosen:
        frame = frame[frame[column].isin(words)] if words else frame
    for part in search.split():
        hits = frame.astype("str").apply(lambda column: column.str.contains(part, case=False, regex=False))
        frame = frame[hits.any(axis=1)]
    return frame.reset_index(drop=True)
