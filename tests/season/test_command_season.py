"""The off-peak plan from the command line, and a plan that it changes, verified against the list."""

import json
from pathlib import Path

import pytest

from tests.service.test_command_line import answer, run

HEADER = "source_id,from,until,kept_share,document\n"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small list, and a ledger by which its two first running lines rest, one to the second day only."""
    folder = tmp_path_factory.mktemp("season")
    done = run("synthesize", "--lines", "200", "--seed", "1", "--city", "kaifeng", "--out", str(folder / "list.csv"))
    assert done.returncode == 0, done.stderr
    rows = [line.split(",") for line in (folder / "list.csv").read_text().splitlines()]
    status, kind = rows[0].index("status"), rows[0].index("source_kind")
    ids = [row[0] for row in rows[1:] if (row[status], row[kind]) == ("running", "line")]
    rests = (f"{ids[0]},2026-11-15,2027-03-15,0,开政办通知\n", f"{ids[1]},2026-11-15,2026-11-25,0,开政办通知\n")
    (folder / "ledger.csv").write_text(HEADER + "".join(rests))
    return folder


def planned(city: Path, *more: str) -> dict:
    arguments = ("--city", "kaifeng", "--level", "orange", "--on", "2026-11-23", "--list", str(city / "list.csv"))
    return answer("plan", *arguments, "--out", str(city / "plan.json"), *more)


def test_the_ledger_is_checked_and_shown(city):
    same = (str(city / "ledger.csv"), "--city", "kaifeng", "--list", str(city / "list.csv"))
    assert answer("season", "check", *same)["rests"] == 2
    shown = answer("season", "show", *same, "--on", "2026-11-26")
    assert [len(shown["resting"]), len(shown["ledger"])] == [1, 2]
    assert shown["ledger"][0]["days"] == 12


def test_a_plan_names_who_rests_and_verifies_against_the_list(city):
    plan = planned(city, "--off-peak", str(city / "ledger.csv"))
    assert (plan["off_peak"]["in_base"], len(plan["off_peak"]["resting"])) == (False, 2)
    assert not {row["source_id"] for row in plan["curtailments"]} & set(plan["off_peak"]["resting"])
    verdict = answer("verify", str(city / "plan.json"), "--list", str(city / "list.csv"))
    assert verdict["verdict"] == "passed"


def test_a_plan_without_an_off_peak_plan_says_nothing_of_one(city):
    assert "off_peak" not in planned(city)


def test_a_rest_struck_from_the_plan_file_is_refused(city):
    plan = planned(city, "--off-peak", str(city / "ledger.csv"))
    plan["problem"]["header"]["off_peak"]["resting"].pop()
    plan["off_peak"]["resting"].pop()
    (city / "forged.json").write_text(json.dumps(plan))
    verdict = answer("verify", str(city / "forged.json"), "--list", str(city / "list.csv"), code=1)
    assert "audit.list.same_problem" in [item["code"] for item in verdict["checks"] if not item["passed"]]


def test_a_rest_that_ends_inside_the_measures_is_told(city):
    done = run("plan", "--city", "kaifeng", "--level", "orange", "--on", "2026-11-23", "--list",
               str(city / "list.csv"), "--off-peak", str(city / "ledger.csv"))  # fmt: skip
    assert "2026-11-25" in done.stderr


def test_a_broken_ledger_stops_the_plan(city):
    (city / "broken.csv").write_text(HEADER + "none,2026-11-15,2027-03-15,0,通知\n")
    found = planned_broken(city)
    assert [item["code"] for item in found["findings"]] == ["season.source.unknown"]


def planned_broken(city: Path) -> dict:
    arguments = ("--city", "kaifeng", "--level", "orange", "--list", str(city / "list.csv"))
    return answer("plan", *arguments, "--off-peak", str(city / "broken.csv"), code=1)
