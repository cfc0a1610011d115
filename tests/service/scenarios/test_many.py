"""Fronts, savings and plan files as people ask for them."""

import json
from pathlib import Path

import pytest

from planner.errors import FindingsError
from planner.panel.scenarios import part_teller
from planner.service.bootstrap import open_planner
from planner.service.scenarios.asking import PanelQuestion, answer_panel, panel_plan
from planner.service.scenarios.ground import read_scenario_file
from planner.service.scenarios.kept_files import find_kept, keep_scenarios, kept_files
from planner.service.scenarios.rehearsal_desk import PanelRehearsal, air_span, answer_rehearsal
from planner.terms import Level, Mode, Phrasebook
from tests.service.scenarios.test_commands import run
from tests.service.scenarios.test_rehearsal import AIR


def test_no_point_of_a_front_tells_more_than_its_limit(
    file: Path, small_list: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    words = ("ask", "front", "--points", "3", "--mode", "design", "--executor", "here", "--json")
    words += ("--list", str(small_list))
    code, printed = run(*words, capfdbinary=capfdbinary)
    told = json.loads(printed)
    points = [item for item in told["scenarios"] if item["name"] != "base"]
    assert code == 0
    assert all(item["told"] <= item["most_told"] and item["bound_yuan"] <= item["cost_yuan"] for item in points)
    assert points[0]["cost_yuan"] >= points[-1]["bound_yuan"]
    assert len(told["prices"]) == len(points) - 1


def test_upgrades_over_a_winter_add_up_city_own_and_others(
    file: Path, small_list: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    words = (
        "ask",
        "upgrades",
        "--list",
        str(small_list),
        "--most",
        "2",
        "--winter",
        "orange=6",
        "--winter",
        "yellow=9",
        "--mode",
        "design",
    )
    code, printed = run(*words, "--executor", "here", "--json", capfdbinary=capfdbinary)
    savings = json.loads(printed)["savings"]
    assert code == 0
    assert savings
    assert all(item["city"] == pytest.approx(item["own"] + item["others"]) for item in savings)


def test_plans_of_scenarios_pass_the_referee(file: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    folder = file.parent / "plans"
    run("whatif", str(file), "--executor", "here", "--plans", str(folder), capfdbinary=capfdbinary)
    assert sorted(item.name for item in folder.iterdir()) == ["base.json", "forty-to-b.json"]
    code, _ = run("verify", str(folder / "forty-to-b.json"), capfdbinary=capfdbinary)
    assert code == 0


def test_another_content_of_a_named_file_is_another_question(file: Path) -> None:
    file.write_text(file.read_text() + "  - {name: rates, probability: 0.9, compliance: r.csv}\n")
    digests = []
    for content in ("one", "two"):
        file.with_name("r.csv").write_text(content)
        digests.append(read_scenario_file(file, open_planner().dictionary).scenarios[-1].asked.files_sha256)
    assert digests[0] != digests[1]


def test_a_file_elsewhere_is_refused(file: Path) -> None:
    file.write_text(file.read_text() + "  - {name: rates, probability: 0.9, compliance: ../../etc/passwd}\n")
    with pytest.raises(FindingsError) as stopped:
        read_scenario_file(file, open_planner().dictionary)
    assert [item.code for item in stopped.value.findings] == ["scenario.file.outside"]


def test_kept_files_of_a_name_are_versions_and_the_same_text_is_one(file: Path) -> None:
    planner, text = open_planner(), file.read_text()
    first = keep_scenarios(planner, "changzhi", "forty", text)
    again = keep_scenarios(planner, "changzhi", "forty", text)
    second = keep_scenarios(planner, "changzhi", "forty", text + "# more\n")
    assert (first.key, first.version) == (again.key, again.version)
    assert second.version == 2
    assert [item.version for item in kept_files(planner, "changzhi")] == [2, 1]
    found = find_kept(planner, "changzhi", first.key)
    assert found is not None
    assert found.text == text


def test_the_panel_gives_the_plan_file_of_what_it_answered(file: Path) -> None:
    planner = open_planner()
    asked = PanelQuestion(
        city="changzhi", level=Level.ORANGE, mode=Mode.DESIGN, on=planner.today(), base_title="base"
    ).with_text(file.read_text())
    ((_, _, answers),) = answer_panel(planner, asked, lambda _: None, lambda: False)
    body = json.loads(panel_plan(planner, asked, answers[1]))
    assert body["objective_yuan"] == answers[1].outcome.cost_yuan


def test_a_rehearsal_by_upload_covers_the_days_of_its_series(file: Path) -> None:
    air = AIR.encode()
    first, last = air_span(air)
    assert (first.isoformat(), last.isoformat()) == ("2026-12-01", "2026-12-08")
    asked = PanelRehearsal(
        city="changzhi", mode=Mode.FILL, air=air, measured=b"", first=first, last=last, horizon_days=5, laws=(first,)
    )
    told: list[tuple[int, int]] = []
    (found,) = answer_rehearsal(open_planner(), asked, lambda done, total: told.append((done, total)))
    assert len(found.days) == 8
    assert told == [(0, 1)]


def test_a_rehearsal_called_off_ends(file: Path) -> None:
    air = AIR.encode()
    first, last = air_span(air)
    asked = PanelRehearsal(
        city="changzhi", mode=Mode.FILL, air=air, measured=b"", first=first, last=last, horizon_days=5, laws=(first,)
    )
    with pytest.raises(FindingsError):
        answer_rehearsal(open_planner(), asked, part_teller(lambda _: None, lambda: True, Phrasebook()))


def test_priced_scenarios_have_a_proven_bound_and_are_not_compared_firm_by_firm(
    file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    _, printed = run("whatif", str(file), "--executor", "here", "--priced", "--json", capfdbinary=capfdbinary)
    told = json.loads(printed)
    base, priced, nobody = told["scenarios"]
    assert nobody["reason"] == ["scenario.nobody"]
    assert "kind" not in base
    assert priced["kind"] == "priced"
    assert priced["bound_yuan"] <= priced["cost_yuan"]
    assert told["differences"] == []
