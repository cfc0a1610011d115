"""Mistakes of a clerk who writes a city's file: each message says what to do, at the line where it stands."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.errors import Finding
from planner.errors.sentences import tell
from planner.rules import check_rulebook
from planner.sources import locate_findings, read_rulebook
from planner.terms import Phrasebook

ON = date(2026, 11, 23)
CITY = "cities/tangshan.yaml"
TEXT = """\
slug: tangshan
code: '130200'
name: {en: Tangshan, zh: 唐山市}
areas:
  - code: '130202'
    name: {en: Lunan District, zh: 路南区}
    kind: county
    status: confirmed
area_groups:
  - code: main_city
    name: {en: Main city, zh: 主城区}
    areas: ['130202']
    instrument: mee-2020-340
    clause: '1'
    status: to-confirm
    evidence: read
instruments: []
turns_on: []
rules:
  - id: warning.procedure.signer.orange
    kind: parameter
    title: {en: Who signs, zh: 签发人}
    scope: {level: orange}
    answer: sourced
    values:
      - from: '2024-11-01'
        value: mayor
        unit: text
        instrument: mee-2020-340
        clause: '3'
        status: to-confirm
        evidence: read
        still_valid_on: '2026-11-23'
  - id: cities.tangshan.steel.sinter_b.orange
    kind: floor
    title: {en: Sinter of grade B, zh: B级烧结机}
    scope: {industry: integrated_steel, sub_process: sinter, grade: B, level: orange}
    measure: limit
    answer: sourced
    values:
      - from: '2024-11-01'
        value: 0.4
        unit: share
        instrument: mee-2020-340
        clause: 附件2
        status: to-confirm
        evidence: read
        still_valid_on: '2026-11-23'
"""
Mistake = Callable[[str, str], tuple[Finding, ...]]


@pytest.fixture
def mistake(folder: Path) -> Mistake:
    """What is found where one piece of the city's file is written otherwise."""
    (folder / "national" / "sample.yaml").unlink()

    def find(old: str, new: str) -> tuple[Finding, ...]:
        assert old in TEXT
        (folder / CITY).write_text(TEXT.replace(old, new, 1), "utf-8")
        book, findings = read_rulebook(folder)
        found = findings if book is None else (*findings, *check_rulebook(book, ON, ON))
        return locate_findings(folder, found)

    return find


def test_the_file_without_a_mistake_is_sound(mistake: Mistake) -> None:
    assert mistake("slug", "slug") == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "row"),
    [
        ("        clause: 附件2", "\t\tclause: 附件2", "rules.yaml.tab", 45),
        ("clause: 附件2", "clause：附件2", "rules.yaml.full_width", 45),
        ("        clause: 附件2", "　　　　clause: 附件2", "rules.yaml.full_width", 45),
        ("clause: 附件2", "clause:附件2", "rules.yaml.no_space", 45),
        ("clause: 附件2", "clause: 附件: 2", "rules.yaml.colon", 45),
        ("clause: 附件2", "clause: %附件2", "rules.yaml.sign", 45),
        ("        clause: 附件2", "       clause: 附件2", "rules.yaml.indent", 45),
        ("clause: 附件2", "clause: ‘附件2’", "rules.value.wrong_form", 45),
        ("areas: ['130202']", "areas: ['130299']", "rules.city.group_area_unknown", 12),
        ("signer.orange", "signer.ornage", "rules.city.rule_unknown", 20),
        ("value: mayor", "value: major", "rules.value.unknown_word", 27),
        ("grade: B, level", "grade: leading, level", "rules.scope.grade", 37),
        ("industry: integrated_steel", "industry: 长流程联合钢铁", "rules.scope.unknown", 37),
        ("    measure: limit\n", "", "rules.kind.lacks", 34),
        ("grade: B, level: orange}", "grade: B}", "rules.kind.lacks", 37),
        ("measure: limit", "measure: halt_lines", "rules.kind.lacks", 34),
        ("measure: limit", "measure: coking_time", "rules.kind.unit", 43),
        ("measure: limit", "measure: limit\n    basis: count", "rules.kind.basis", 39),
        ("value: 0.4", "value: 0.4\n        after_hours: 120", "rules.value.half", 41),
        ("value: 0.4", "value: 0.4\n        hours_on: 12", "rules.kind.hours_on", 41),
    ],
)
def test_a_mistake_is_told_by_its_kind_and_line(mistake: Mistake, old: str, new: str, code: str, row: int) -> None:
    (found,) = mistake(old, new)
    assert (found.code, found.where.file, found.where.row) == (code, CITY, row)


def test_a_day_of_comparing_that_has_not_come_yet_is_a_warning(mistake: Mistake) -> None:
    (found,) = mistake("still_valid_on: '2026-11-23'", "still_valid_on: '2027-11-23'")
    assert (found.code, found.severity, found.where.row) == ("rules.value.seen_later", "warning", 33)


def test_a_city_under_another_slug_is_told_once(mistake: Mistake) -> None:
    assert [item.code for item in mistake("slug: tangshan", "slug: tangshen")] == ["rules.city.misplaced"]


def test_a_signer_may_be_named_by_the_office(mistake: Mistake) -> None:
    assert mistake("value: mayor", "value: 市重污染天气应急指挥部总指挥") == ()


def test_a_number_of_the_city_s_own_may_fall_with_the_level(mistake: Mistake) -> None:
    start, end = TEXT.index("  - id: warning.procedure"), TEXT.index("  - id: cities.tangshan.steel")
    own = TEXT[start:end].replace("warning.procedure.signer.orange", "cities.tangshan.port.orange")
    own = own.replace("value: mayor", "value: 500").replace("unit: text", "unit: vehicles_per_day")
    assert mistake(TEXT[start:end], own) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("code: '130202'", "code: '13020'"),
        ("sub_process: sinter,", "sub_process: Sinter,"),
        ("id: warning.proc", "id: "),
    ],
)
def test_no_message_shows_a_pattern(mistake: Mistake, old: str, new: str) -> None:
    told = [" ".join(tell(item, Phrasebook())) for item in mistake(old, new)]
    assert told
    assert not [text for text in told if "^" in text or "[" in text.replace("rules[", "").replace("areas[", "")]


def test_known_words_are_listed_without_quotes_and_conjunctions(mistake: Mistake) -> None:
    (found,) = mistake("status: confirmed", "status: sure")
    assert dict(found.values)["expected"] == "confirmed, to-confirm"
