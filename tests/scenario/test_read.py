"""A file of scenarios becomes records, or all that is wrong with it at once."""

from planner.rules import RuleDocument
from planner.scenario import ScenarioSet, read_scenarios
from planner.sources.strict_yaml import read_strict_yaml
from planner.terms import Level
from tests.tiny import dictionary

HEAD = "schema_version: 1\ncity: changzhi\n"


def read(text: str) -> tuple[ScenarioSet | None, tuple[str, ...]]:
    content = read_strict_yaml(text, "made.yaml")
    document = RuleDocument(file="made.yaml", content=content.content, lines=content.lines)
    scenarios, found = read_scenarios(document, dictionary())
    return scenarios, tuple(f"{item.code} {item.where.row}" for item in found)


def test_cells_are_spelled_as_a_list_spells_them() -> None:
    text = (
        HEAD
        + "scenarios:\n  - name: a\n    enterprises:\n      - {where: {grade: [C, D]}, set: {white_listed: true}}\n"
    )
    scenarios, found = read(text)
    assert scenarios is not None, found
    (change,) = scenarios.scenarios[0].rows
    assert (change.where, change.put) == ((("grade", ("C", "D")),), (("white_listed", "1"),))


def test_what_is_asked_otherwise_is_read_with_its_type() -> None:
    scenarios, found = read(HEAD + "question: {level: red}\nscenarios:\n  - {name: a, level: yellow, on: 2026-12-01}\n")
    assert scenarios is not None, found
    assert scenarios.question.level is Level.RED
    assert scenarios.scenarios[0].asked.level is Level.YELLOW


def test_all_that_is_wrong_is_told_at_once_with_its_line() -> None:
    text = HEAD + (
        "scenarios:\n"
        "  - name: base\n"
        "  - name: a\n"
        "    enterprises:\n"
        "      - where: {grad: C}\n"
        "        scale: {grade: 2}\n"
        "      - where: {grade: C}\n"
        "    add:\n"
        "      - {like: X, set: {grade: B}}\n"
    )
    _, found = read(text)
    assert found == (
        "scenario.name.taken 4",
        "scenario.column.unknown 7",
        "scenario.factor.no_number 8",
        "scenario.change.empty 9",
        "scenario.row.unnamed 11",
    )


def test_a_title_that_a_spreadsheet_would_run_is_refused() -> None:
    _, found = read(HEAD + "scenarios:\n  - {name: a, title: '=1+1'}\n")
    assert [item.split()[0] for item in found] == ["rules.value.wrong_form"]
