"""The law of warnings as files: what is in force when, what a city selects, what a damaged file is told."""

from datetime import date

import pytest

from planner.rules import CLAUSE_NOT_STATED, in_force, warning_in_force
from planner.sources.rule_files import read_rulebook


def law_of(rulebook, day, city="changzhi"):
    return warning_in_force(rulebook, in_force(rulebook, date.fromisoformat(day), city))


def findings_of(folder):
    _, findings = read_rulebook(folder)
    return [(item.code, item.where.file, item.where.column) for item in findings]


def spoil(folder, file, old, new):
    path = folder / "warning" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def select(folder, *lines):
    path = folder / "cities" / "changzhi.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("\nrules:\n", "\n" + "\n".join(lines) + "\nrules:\n", 1), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("day", "standard", "regime"),
    [
        ("2026-03-01", "HJ 633-2026", "2024"),
        ("2026-02-28", "HJ 633-2012", "2024"),
        ("2024-01-22", "HJ 633-2012", "2019"),
        ("2018-12-31", "HJ 633-2012", "2017"),
    ],
)
def test_each_day_has_its_standard_and_its_criteria(rulebook, day, standard, regime):
    law = law_of(rulebook, day)
    assert (law.standard.name, law.regime.id, law.before_first) == (standard, regime, False)


def test_a_day_before_all_law_takes_the_first_one_and_says_so(rulebook):
    law = law_of(rulebook, "2014-12-01")
    assert (law.regime.id, law.number("lift.hours"), law.before_first) == ("2017", 36, True)


def test_every_source_names_a_clause_or_that_it_has_none(rulebook):
    law = rulebook.warning
    sources = [item.source for item in (*law.standards, *law.regimes, *law.variants)]
    assert not [item for item in sources if item.clause != CLAUSE_NOT_STATED and not item.clause[:1].isalnum()]


def test_a_variant_is_in_force_where_a_city_selects_it(folder):
    rulebook, findings = read_rulebook(select(folder, "warning:", "  variants:", "    - taiyuan_so2_2020"))
    assert findings == ()
    assert [item.id for item in law_of(rulebook, "2026-12-01").variants] == ["taiyuan_so2_2020"]


def test_a_variant_is_not_in_force_before_its_first_day(folder):
    rulebook, _ = read_rulebook(select(folder, "warning:", "  variants:", "    - yangzhou_early_2026"))
    assert law_of(rulebook, "2025-12-01").variants == ()


def test_an_unknown_variant_is_found(folder):
    found = findings_of(select(folder, "warning:", "  variants:", "    - nowhere_2020"))
    assert found == [("rules.warning.variant_unknown", "cities/changzhi.yaml", "warning.variants[0]")]


OWN_LEAD = """\
  - id: warning.procedure.lead.hours
    kind: parameter
    title: {en: Lead time, zh: 提前时间}
    scope: {}
    answer: sourced
    values:
      - from: '2026-01-01'
        value: 48
        unit: hours
        instrument: changzhi-2024
        clause: '29'
        status: to-confirm
        evidence: city_choice
        still_valid_on: '2026-11-23'
"""


def test_a_city_may_have_its_own_lead_time(folder):
    path = folder / "cities" / "changzhi.yaml"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + OWN_LEAD, "utf-8")
    rulebook, findings = read_rulebook(folder)
    assert findings == ()
    assert law_of(rulebook, "2026-12-01").number("lead.hours") == 48


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("aqi.yaml", "[0, 35, 75, 115,", "[0, 35, 75, 15,", "rules.warning.not_rising"),
        ("aqi.yaml", "250, 350, 500]", "250, 350]", "rules.warning.breakpoints"),
        ("aqi.yaml", "above_item: so2_24h", "above_item: so2_2h", "rules.warning.item_unknown"),
        ("aqi.yaml", "from: '2026-03-01'", "from: '2016-01-01'", "rules.warning.same_day"),
        ("aqi.yaml", "instrument: hj-633-2012", "instrument: hj-633-1912", "rules.instrument.unknown"),
        ("aqi.yaml", "least: 51", "least: 0", "rules.warning.not_rising"),
        ("criteria.yaml", "over: 200, hours: 24", "over: 200, hours: 25", "rules.warning.condition"),
        ("criteria.yaml", "over: 200, hours: 24", "hours: 24", "rules.warning.condition"),
        ("criteria.yaml", "over: 200, hours: 24", "over: 200, at_least: 200, hours: 24", "rules.warning.condition"),
        ("criteria.yaml", "stage: blue", "stage: green", "rules.value.unknown_word"),
        ("criteria.yaml", "quantity: aqi", "quantity: api", "rules.value.unknown_word"),
        ("criteria.yaml", "'2017.blue'", "'2019.blue'", "rules.id.misplaced"),
        ("criteria.yaml", "'2017.blue'", "'2017.yellow'", "rules.id.twice"),
        ("variants.yaml", "quantity: so2_1h", "quantity: so2_24h", "rules.value.unknown_word"),
    ],
)
def test_a_defect_of_the_law_is_found(folder, file, old, new, code):
    assert (code, f"warning/{file}") in [
        (found, where) for found, where, _ in findings_of(spoil(folder, file, old, new))
    ]
