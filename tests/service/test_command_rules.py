"""Rules for people on the command line: list, show by place, coverage, diff, confirm, and what a plan makes of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.service.test_command_line import DEMO, answer, run

MENU = "national.menu.c.halt"
WORD = ("--by", "王某", "--role", "大气科科长", "--on", "2026-11-20", "--document", "长环函〔2026〕12号")
CELL = ("--industry", "cement", "--sub-process", "clinker", "--grade", "B", "--level", "orange")


@pytest.fixture
def confirmed(fresh_store: str) -> dict[str, Any]:
    """A store in which the city has confirmed one value."""
    assert fresh_store
    return answer("rules", "confirm", MENU, *WORD)


def codes(*arguments: str) -> list[str]:
    return [item["code"] for item in answer(*arguments, code=1)["findings"]]


def written(plan: dict[str, Any], folder: Path) -> Path:
    file = folder / "plan.json"
    file.write_text(json.dumps(plan), encoding="utf-8")
    return file


def test_filters_narrow_the_list() -> None:
    everything = answer("rules", "list")["rules"]
    found = answer("rules", "list", *CELL, "--status", "to-confirm", "--answer", "sourced")["rules"]
    assert 0 < len(found) < len(everything)
    assert {item["scope"]["grade"] for item in found} == {"B"}


def test_a_place_is_answered_with_its_measures_and_sources() -> None:
    cell = answer("rules", "show", *CELL, "--on", "2026-11-23")
    assert (cell["answer"], cell["status"]) == ("sourced", "to-confirm")
    assert "industries.cement_clinker.b.orange.limit" in [item["id"] for item in cell["measures"]]
    assert cell["sources"][0]["number"] == "环办大气函〔2020〕340号"


def test_a_place_of_grade_a_determines_itself() -> None:
    cell = answer("rules", "show", "--industry", "cement", "--sub-process", "clinker", "--grade", "A", "--level", "red")
    assert cell["answer"] == "self_determined"


def test_what_a_place_leaves_open_is_shown_for_all_there_are() -> None:
    cells = answer("rules", "show", "--industry", "cement", "--grade", "B")["cells"]
    assert {item["level"] for item in cells} == {"yellow", "orange", "red"}
    assert {item["grade"] for item in cells} == {"B"}


def test_coverage_adds_up() -> None:
    told = answer("rules", "coverage")
    assert len(told["industries"]) == 39
    answers = ("sourced", "self_determined", "none", "missing")
    assert all(sum(row[name] for name in answers) == row["cells"] for row in told["industries"])
    assert sum(told["total"].values()) == sum(row["cells"] for row in told["industries"])


def test_a_difference_names_both_sides_and_whom_it_touches() -> None:
    told = answer("rules", "diff", "--from", "2024-03-27", "--to", "2024-03-28", "--list", str(DEMO))
    grade_a = next(item for item in told["changes"] if item["id"] == "national.standing.grade_a")
    assert (grade_a["kind"], grade_a["after"]["clause"]) == ("status_changed", "30")
    assert grade_a["before"]["status"] == "to-confirm"
    assert grade_a["touched"]["count"] == len(grade_a["touched"]["ids"]) > 0
    assert set(grade_a["touched"]["ids"]) <= set(told["touched"]["ids"])


def test_the_groups_of_areas_are_told_with_their_clause() -> None:
    told = answer("rules", "areas", "--city", "changzhi")
    (group,) = told["groups"]
    assert (group["code"], group["clause"], group["status"]) == ("six_plus_three", "28", "to-confirm")
    assert set(group["areas"]) <= {item["code"] for item in told["areas"]}


def test_a_difference_tells_the_index_of_march_2026() -> None:
    told = answer("rules", "diff", "--from", "2026-02-28", "--to", "2026-03-01")
    (found,) = told["warning_changes"]
    assert (found["before"]["number"], found["after"]["number"]) == ("HJ 633-2012", "HJ 633-2026")
    assert {"item": "pm25_24h", "iaqi": 100, "before": 75.0, "after": 60.0} in found["breakpoints"]


def test_a_difference_tells_people_which_concentrations_moved() -> None:
    told = run("rules", "diff", "--from", "2026-02-28", "--to", "2026-03-01").stdout
    assert "PM2.5" in told
    assert "75" in told
    assert "60" in told


def test_a_confirmation_is_listed_shown_and_counted(confirmed: dict[str, Any]) -> None:
    assert confirmed["document"] == "长环函〔2026〕12号"
    assert answer("rules", "show", MENU)["confirmation"]["by"] == "王某"
    (word,) = answer("rules", "confirmations")["confirmations"]
    assert (word["rule_id"], word["state"]) == (MENU, "holds")
    assert MENU not in [item["id"] for item in answer("rules", "list", "--status", "to-confirm")["rules"]]


def test_a_difference_over_the_day_of_a_confirmation_shows_it(confirmed: dict[str, Any]) -> None:
    assert confirmed
    told = answer("rules", "diff", "--from", "2026-11-19", "--to", "2026-11-20")
    assert [(item["id"], item["kind"]) for item in told["changes"]] == [(MENU, "status_changed")]


def test_a_withdrawal_takes_it_back_and_both_stay(confirmed: dict[str, Any]) -> None:
    assert confirmed
    assert answer("rules", "confirm", MENU, *WORD, "--withdraw")["withdrawn"]
    assert answer("rules", "show", MENU)["status"] == "to-confirm"
    states = [item["state"] for item in answer("rules", "confirmations")["confirmations"]]
    assert states == ["withdrawn", "withdrawal"]


def test_a_plan_carries_the_confirmation_and_verifies_on_another_store(
    confirmed: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = answer("plan", "--city", "changzhi", "--level", "orange")
    cited = next(item for item in plan["problem"]["citations"] if item["id"] == MENU)
    assert (cited["status"], cited["confirmation"]["value_sha256"]) == ("confirmed", confirmed["value_sha256"])
    assert MENU not in [item["citation"] for item in plan["rests_on"]["rules"]]
    monkeypatch.setenv("PLANNER_DATABASE_URL", f"sqlite:///{tmp_path / 'other.db'}")
    assert answer("verify", str(written(plan, tmp_path)), "--list", str(DEMO))["verdict"] == "passed"


def test_a_status_confirmed_without_a_recorded_word_is_refused(fresh_store: str, tmp_path: Path) -> None:
    assert fresh_store
    plan = answer("plan", "--city", "changzhi", "--level", "yellow", "--mode", "design")
    name = "national.lines.whole_line_rounding"
    next(item for item in plan["problem"]["citations"] if item["id"] == name)["status"] = "confirmed"
    checks = answer("verify", str(written(plan, tmp_path)), "--list", str(DEMO), code=1)["checks"]
    assert {"audit.file_follows", "audit.list.same_problem"} <= {item["code"] for item in checks if not item["passed"]}


def test_a_plan_without_confirmations_still_verifies(fresh_store: str, tmp_path: Path) -> None:
    """The word came after the plan was made."""
    assert fresh_store
    plan = answer("plan", "--city", "changzhi", "--level", "orange")
    answer("rules", "confirm", MENU, *WORD)
    assert answer("verify", str(written(plan, tmp_path)), "--list", str(DEMO))["verdict"] == "passed"


def test_a_plan_says_how_many_measures_rest_on_what_and_which() -> None:
    plan = answer("plan", "--city", "changzhi", "--level", "orange")
    measures = plan["rests_on"]["measures"]
    named = [name for ground in list(measures)[:-1] for name in measures[ground]["source_ids"]]
    assert sorted(named) == sorted(row["source_id"] for row in plan["curtailments"])
    assert list(measures)[-1] == "missing_without_floor"
    assert measures["missing_without_floor"]["enterprises"] > 0


@pytest.mark.parametrize("changes", [("on", "2027-01-01"), ("by", " "), ("role", ""), ("document", "")], ids=str)
def test_what_stands_against_a_word_stops_it(changes: tuple[str, str], fresh_store: str) -> None:
    assert fresh_store
    name, value = changes
    words = list(WORD)
    words[words.index(f"--{name}") + 1] = value
    assert len(codes("rules", "confirm", MENU, *words)) == 1
    assert answer("rules", "confirmations")["confirmations"] == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("confirm", "national.no.such", *WORD), "rules.confirm.unknown_rule"),
        (("confirm", "national.standing.grade_a", *WORD), "rules.confirm.confirmed_already"),
        (("confirm", MENU, *WORD, "--withdraw"), "rules.confirm.nothing_to_withdraw"),
        (("confirm", MENU, *WORD, "--city", "nowhere"), "request.city_unknown"),
        (("show",), "rules.show.what"),
        (("show", "--industry", "moonshine"), "rules.cell.unknown"),
        (("show", "--industry", "cement", "--sub-process", "moonshine"), "rules.cell.unknown"),
        (("show", "--industry", "cement", "--sub-process", "clinker", "--grade", "leading"), "rules.cell.unknown"),
        (("diff", "--from", "2026-01-02", "--to", "2026-01-01"), "rules.diff.order"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: tuple[str, ...], code: str, fresh_store: str) -> None:
    assert fresh_store
    assert codes("rules", *arguments) == [code]


@pytest.mark.parametrize(
    "arguments",
    [
        ("areas",),
        ("list", "--grade", "B"),
        ("show", MENU),
        ("show", *CELL),
        ("coverage",),
        ("confirmations",),
        ("diff", "--from", "2024-01-01", "--to", "2026-11-23"),
    ],
    ids=lambda value: value[0],
)
def test_every_command_speaks_to_people_too(arguments: tuple[str, ...]) -> None:
    done = run("rules", *arguments)
    assert done.returncode == 0
    assert done.stdout.strip()
    assert "Traceback" not in done.stderr
