"""What the rulebook says of one cell: its answer, its measures, other sources, other editions."""

from dataclasses import replace
from datetime import date

from planner.rules import (
    Cell,
    KeyIndustry,
    RejectedSource,
    Rule,
    Rulebook,
    Scope,
    SubProcess,
    cell_answer,
    coverage_of,
    in_force,
)
from planner.terms import Answer, Evidence, Grade, Level, Measure
from tests.rules.hand_made import book, dated, rule

ON = date(2024, 6, 1)
CELL = Cell(industry="glass", sub_process="flat", grade=Grade.B, level=Level.ORANGE)
PLACE = Scope(industry="glass", sub_process="flat", grade=Grade.B, level=Level.ORANGE)


def floor(name: str, *values, scope: Scope = PLACE, kind: str = "floor") -> Rule:
    return replace(rule(f"industries.glass.{name}", *values), kind=kind, scope=scope, measure=Measure.LIMIT)


def glass_book(*rules: Rule, **cities) -> Rulebook:
    part = SubProcess(code="flat", name_zh="平板", name_en="Flat", grades=(Grade.A, Grade.B))
    glass = KeyIndustry(number=19, code="glass", name_zh="玻璃", name_en="Glass", sub_processes=(part,))
    return replace(book(*rules, **cities), industries=(glass,))


def found(*rules: Rule, cell: Cell = CELL, **cities):
    known = glass_book(*rules, **cities)
    return cell_answer(known, in_force(known, ON, "somewhere"), cell)


def test_a_sourced_cell_gives_its_measures():
    answer = found(floor("limit", dated("2020-01-01", 0.2)))
    assert (answer.answer, [item.value for item in answer.measures]) == (Answer.SOURCED, [0.2])


def test_a_cell_of_which_nothing_speaks_is_missing():
    other = replace(CELL, grade=Grade.A)
    answer = found(floor("limit", dated("2020-01-01", 0.2)), cell=other)
    assert (answer.answer, answer.measures) == (Answer.MISSING, ())


def test_a_source_that_was_not_chosen_stands_beside_with_the_reason():
    says = RejectedSource(value=0.5, unit="share", instrument="some-instrument", clause="9")
    value = replace(dated("2020-01-01", 0.2), rejected=(says,), reason="older")
    (opposed,) = found(floor("limit", value)).opposed
    assert (opposed.source.value, opposed.reason, opposed.instrument.id) == (0.5, "older", "some-instrument")


def test_earlier_and_later_editions_are_told_with_their_days():
    days = (dated("2020-01-01", 0.2), dated("2023-01-01", 0.3), dated("2025-01-01", 0.4))
    told = [(item.when, item.dated.value, item.until) for item in found(floor("limit", *days)).editions]
    assert told == [("earlier", 0.2, date(2023, 1, 1)), ("later", 0.4, None)]


def test_a_recalled_value_that_is_off_is_told_as_such_and_leaves_the_cell_missing():
    recalled = floor("limit", dated("2020-01-01", 0.2, Evidence.RECALLED))
    answer = found(recalled)
    assert (answer.answer, [item.when for item in answer.editions]) == (Answer.MISSING, ["off"])


def test_rules_of_no_industry_stand_beside_the_answer():
    general = floor("duty", dated("2020-01-01", 4), scope=Scope(level=Level.ORANGE), kind="duty")
    fleet = floor("fleet", dated("2020-01-01", 4), scope=Scope(sub_process="road_fleet"), kind="duty")
    assert [item.id for item in found(general, fleet).beside] == ["industries.glass.duty"]


def test_every_cell_of_an_industry_is_counted_once():
    known = glass_book(floor("limit", dated("2020-01-01", 0.2)))
    (row,) = coverage_of(known, in_force(known, ON, "somewhere"))
    assert (row.total, dict(row.counts)[Answer.SOURCED], dict(row.counts)[Answer.MISSING]) == (6, 1, 5)


def test_the_shipped_rules_cover_all_39_industries(rulebook):
    rows = coverage_of(rulebook, in_force(rulebook, ON, "changzhi"))
    assert [row.number for row in rows] == list(range(1, 40))
