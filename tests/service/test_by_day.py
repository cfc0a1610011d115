"""A plan day by day as a user asks for it: one account a day, words, and what it is not combined with."""

import json
from pathlib import Path

import pytest

from tests.service.test_command_line import answer, run

ASK = ("plan", "--city", "changzhi", "--level", "orange", "--days", "3", "--gap", "1e-3")


@pytest.fixture(scope="module")
def daily(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("days") / "plan.json"
    done = run(*ASK, "--by-day", "--notice", "6", "--out", str(path))
    assert done.returncode == 0, done.stderr
    return path


def test_every_day_has_its_account_and_meets_the_cuts(daily: Path) -> None:
    plan = json.loads(daily.read_text())
    assert [item["day"] for item in plan["days"]] == [1, 2, 3]
    assert all(total["met"] for item in plan["days"] for total in item["totals"].values())
    assert plan["notice_hours"] == 6.0


def test_slow_processes_begin_before_the_start(daily: Path) -> None:
    plan = json.loads(daily.read_text())
    early = [row for row in plan["curtailments"] if row["start"] < plan["start"]]
    assert early
    assert min(row["start"] for row in early) == plan["begins"][0]["start"]


def test_the_referee_passes_the_file_and_its_list(daily: Path) -> None:
    assert run("verify", str(daily), "--list", "data/enterprises.csv").returncode == 0


@pytest.mark.parametrize("path", [("days", 0, "totals", "pm", "share"), ("tail", "cost_yuan"), ("notice_hours",)])
def test_a_number_of_a_day_that_is_changed_is_refused(daily: Path, path: tuple[str | int, ...], tmp_path: Path) -> None:
    plan = json.loads(daily.read_text())
    place = plan
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] += 1e-6
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(plan))
    assert run("verify", str(changed)).returncode == 1


def test_the_words_have_a_line_a_day() -> None:
    told = run(*ASK, "--by-day", "--notice", "6").stdout
    assert told.count("第 ") >= 3 or told.count("day ") >= 3


def test_without_the_switch_a_plan_says_nothing_of_days() -> None:
    plan = answer(*ASK)
    assert not {"days", "notice_hours", "tail", "begins"} & set(plan)


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        (("--by-day", "--days", "11"), "plan.days.too_many"),
        (("--notice", "6"), "plan.days.notice_alone"),
    ],
)
def test_what_cannot_be_asked_is_told(extra: tuple[str, ...], code: str) -> None:
    found = answer(*ASK, *extra, code=1)
    assert code in [item["code"] for item in found["findings"]]


def test_other_plans_of_an_episode_are_found() -> None:
    plan = json.loads(run(*ASK, "--by-day", "--notice", "6", "--alternatives", "1", "--json").stdout)
    assert len(plan["alternatives"]) == 1
