"""The industries' rules and the history as data: editions apart, conflicts told, nothing of history ordered."""

from collections import Counter
from datetime import date

import pytest

from planner.rules import answer_of, cells, in_force
from planner.terms import LEVELS, Answer, Evidence
from tests.project import ROOT

GUIDE_OF_2020 = date(2020, 6, 29)
DOCUMENTS = {"mee-2019-648", "mee-2020-340", "hebei-2019-briefing", "shanxi-2021-fertiliser"}
CONFLICTS = {
    "industries.casting.melting.b.orange.halt",
    "industries.casting.moulding.b.orange.halt",
    "industries.casting.painting.b.orange.halt",
    "industries.cement.clinker.orange.co_disposal_hazardous",
    "industries.cement.clinker.orange.co_disposal_volume",
    "industries.integrated_steel.blast_furnace.c.orange.halt_lines",
    "industries.lime_kiln.lime.b.orange.hold_hot",
}
HISTORY = {
    "before_grades": 17,
    "concentration_only": 2,
    "level_not_split": 17,
    "local_scheme": 31,
    "monthly": 4,
    "named_firms": 7,
    "proposal": 9,
    "seasonal": 11,
    "special_wind": 2,
    "year_not_shown": 13,
}


@pytest.fixture(scope="module")
def industry_rules(rulebook):
    """The rules of key industries."""
    return [rule for rule in rulebook.rules if rule.id.startswith("industries.")]


def test_every_key_industry_has_a_file_of_its_own(rulebook):
    files = {path.stem for path in (ROOT / "rules" / "industries").glob("*.yaml")}
    assert files == {item.code for item in rulebook.industries if item.number} | {"register", "cement_clinker"}


@pytest.mark.parametrize(("on", "sourced", "none"), [("2019-11-20", 39, 0), ("2026-11-23", 16, 2)])
def test_so_many_cells_rest_on_a_source(rulebook, on, sourced, none):
    rules = in_force(rulebook, date.fromisoformat(on), "changzhi")
    counts = Counter(answer_of(rules, cell) for cell in cells(rulebook))
    assert (counts[Answer.SOURCED], counts[Answer.NONE]) == (sourced, none)


def test_nothing_of_the_guide_of_2019_outlives_it(industry_rules):
    ends = {
        rule.id: {following.from_day for following in rule.values[index + 1 :]}
        for rule in industry_rules
        for index, value in enumerate(rule.values)
        if value.from_day < GUIDE_OF_2020
    }
    assert ends
    assert not [name for name, days in ends.items() if GUIDE_OF_2020 not in days]


def test_nothing_of_the_guide_of_2020_comes_before_it(industry_rules):
    values = [(rule.id, value) for rule in industry_rules for value in rule.values]
    assert not [name for name, value in values if value.instrument == "mee-2020-340" and value.from_day < GUIDE_OF_2020]


def test_measures_of_industries_rest_on_four_documents(industry_rules):
    assert {value.instrument for rule in industry_rules for value in rule.values} == DOCUMENTS


def test_the_conflicts_are_these_and_each_says_why_it_was_decided_so(industry_rules):
    decided = {rule.id: value.reason for rule in industry_rules for value in rule.values if value.rejected}
    assert set(decided) == CONFLICTS
    assert all(decided.values())


def test_recalled_patterns_of_industries_answer_nothing(rulebook, industry_rules):
    recalled = [rule for rule in industry_rules if any(item.evidence is Evidence.RECALLED for item in rule.values)]
    assert len(recalled) == 155
    assert not [rule.id for rule in recalled if rule.answer is not Answer.MISSING]


def test_the_history_is_counted_by_its_reasons(rulebook):
    assert Counter(item.why for item in rulebook.history) == HISTORY


def test_a_source_that_names_no_level_is_never_kept_under_a_colour(rulebook):
    unsplit = [item for item in rulebook.history if item.why == "level_not_split"]
    assert {item.level for item in unsplit} == {"any"}


def test_seasons_months_and_winds_are_no_levels_of_a_warning(rulebook):
    apart = [item for item in rulebook.history if item.why in {"seasonal", "monthly", "special_wind"}]
    assert not [item.id for item in apart if item.level in set(LEVELS)]
