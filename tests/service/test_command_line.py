"""The command line as a user runs it: exit codes, one JSON document, sentences instead of tracebacks."""

import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from planner.service.commands.command_line import main

ROOT = Path(__file__).resolve().parent.parent.parent
DEMO = ROOT / "data" / "enterprises.csv"
RUN = "from planner.service.commands.command_line import main; main()"


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str) -> Done:
    """The command line in this process, with streams of its own."""
    out, err = TextIOWrapper(BytesIO(), encoding="utf-8"), TextIOWrapper(BytesIO(), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["planner", *arguments])
        patch.chdir(ROOT)
        with pytest.raises(SystemExit) as ended:
            main()
    out.seek(0)
    err.seek(0)
    return Done(returncode=int(ended.value.code or 0), stdout=out.read(), stderr=err.read())


def answer(*arguments: str, code: int = 0) -> dict[str, Any]:
    done = run(*arguments, "--json")
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


@pytest.fixture(scope="module")
def plan_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    assert run("plan", "--city", "changzhi", "--level", "orange", "--out", str(path)).returncode == 0
    return path


def test_a_plan_meets_the_cuts_and_its_sums_agree(plan_file: Path) -> None:
    plan = json.loads(plan_file.read_text())
    assert plan["audit"]["verdict"] == "passed"
    assert plan["gap"] <= 1e-4
    assert sum(row["cost_yuan"] for row in plan["curtailments"]) == pytest.approx(plan["objective_yuan"])
    for name, total in plan["totals"].items():
        kilograms = sum(row["reduction_kg_per_day"][name] for row in plan["curtailments"])
        assert kilograms == pytest.approx(total["reduction_kg_per_day"])
        assert total["met"]


def test_every_curtailment_cites_something(plan_file: Path) -> None:
    assert all(row["citations"] for row in json.loads(plan_file.read_text())["curtailments"])


def test_the_same_question_gives_the_same_plan(plan_file: Path) -> None:
    again = answer("plan", "--city", "140400", "--level", "orange")
    assert again["plan_sha256"] == json.loads(plan_file.read_text())["plan_sha256"]


def test_a_process_of_its_own_prints_json_alone() -> None:
    """What solvers print below Python must not reach standard output."""
    command = [sys.executable, "-c", RUN, "plan", "--city", "changzhi", "--level", "red", "--mode", "design", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert json.loads(done.stdout)["status"] in ("optimal", "feasible")


def test_cuts_that_the_filed_list_cannot_meet_exit_3_with_the_plan() -> None:
    plan = answer("plan", "--city", "changzhi", "--level", "red", "--mode", "filed", code=3)
    assert plan["status"] == "infeasible"
    assert plan["audit"]["verdict"] == "passed_with_shortfall"
    assert plan["shortfalls"]


def test_a_filed_plan_verifies_and_gives_orders(tmp_path: Path) -> None:
    """Its tables of cohorts are empty, which JSON cannot tell the width of."""
    file = tmp_path / "filed.json"
    answer("plan", "--city", "changzhi", "--level", "orange", "--mode", "filed", "--out", str(file), code=3)
    assert answer("verify", str(file))["verdict"] == "passed_with_shortfall"
    assert answer("orders", str(file), "--out", str(tmp_path))["files"] == ["filed.xlsx"]


def test_verify_passes_the_file_and_its_list(plan_file: Path) -> None:
    assert answer("verify", str(plan_file))["verdict"] == "passed"
    assert answer("verify", str(plan_file), "--list", str(DEMO))["verdict"] == "passed"


def test_verify_refuses_a_list_with_another_base(plan_file: Path, tmp_path: Path) -> None:
    rows = DEMO.read_text(encoding="utf-8").splitlines()
    cells = rows[0].split(",")
    place = cells.index("pm_kg_per_day")
    row = rows[10].split(",")
    row[place] = str(float(row[place]) + 1.0)
    changed = tmp_path / "changed.csv"
    changed.write_text("\n".join([*rows[:10], ",".join(row), *rows[11:]]) + "\n", encoding="utf-8")
    assert answer("verify", str(plan_file), "--list", str(changed), code=1)["verdict"] == "refused"


def test_verify_refuses_one_changed_number(plan_file: Path, tmp_path: Path) -> None:
    plan = json.loads(plan_file.read_text())
    plan["curtailments"][3]["reduction_kg_per_day"]["pm"] += 1.0
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(plan))
    assert answer("verify", str(changed), code=1)["verdict"] == "refused"


def test_explain_names_the_clause(plan_file: Path) -> None:
    row = next(row for row in json.loads(plan_file.read_text())["curtailments"] if row["enterprise_id"])
    told = answer("explain", str(plan_file), "--enterprise", row["enterprise_id"])
    assert told["enterprise_id"] == row["enterprise_id"]
    assert told["sources"][0]["options"]


def test_orders_are_a_workbook_and_the_same_twice(plan_file: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        answer("orders", str(plan_file), "--out", str(tmp_path / name))
    first, second = ((tmp_path / name / "plan.xlsx").read_bytes() for name in ("one", "two"))
    assert first == second


def test_the_model_is_written_as_mps(tmp_path: Path) -> None:
    out = tmp_path / "model.mps"
    answer("export-model", "--city", "changzhi", "--level", "yellow", "--out", str(out))
    assert out.read_text().rstrip().endswith("ENDATA")


def test_a_bad_list_is_refused_with_its_findings(tmp_path: Path) -> None:
    rows = DEMO.read_text(encoding="utf-8").splitlines()
    bad = tmp_path / "bad.csv"
    bad.write_text("\n".join([rows[0], rows[1].replace("running", "walking"), *rows[2:]]) + "\n", encoding="utf-8")
    checked = answer("list", "check", str(bad), "--city", "changzhi", code=1)
    assert not checked["ok"]
    assert checked["findings"][0]["row"] == 2
    assert answer("list", "import", str(bad), "--city", "changzhi", code=1)["findings"]


def test_an_imported_list_is_used(tmp_path: Path, fresh_store: str) -> None:
    assert fresh_store
    made = tmp_path / "city.csv"
    answer("synthesize", "--lines", "300", "--seed", "7", "--out", str(made))
    assert answer("list", "import", str(made), "--city", "changzhi")["version"] == 1
    plan = answer("plan", "--city", "changzhi", "--level", "yellow")
    assert len(plan["problem"]["sources"]["source_id"]) < 1000


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("plan", "--city", "nowhere", "--level", "orange"), 1),
        (("plan", "--city", "changzhi", "--level", "orange", "--list", "absent.csv"), 1),
        (("plan", "--city", "changzhi", "--level", "orange", "--on", "2015-01-01"), 1),
        (("plan", "--city", "changzhi", "--level", "red", "--end", "2020-01-01T00:00+08:00"), 1),
        (("verify", "absent.json"), 1),
        (("list", "check", "README.md", "--city", "changzhi"), 1),
        (("rules", "show", "national.no_such_rule"), 1),
        (("synthesize", "--lines", "5", "--seed", "1", "--out", "x.csv"), 1),
    ],
)
def test_what_stops_the_work_is_told_as_findings(arguments: tuple[str, ...], code: int) -> None:
    told = answer(*arguments, code=code)
    assert all(item["message"] and item["code"] for item in told["findings"])


@pytest.mark.parametrize(
    "arguments", [("plan", "--level", "orange"), ("plan", "--city", "changzhi", "--level", "blue")]
)
def test_a_usage_error_exits_2(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_rules_are_listed_shown_and_checked() -> None:
    assert answer("rules", "list")["rules"]
    assert answer("rules", "show", "national.reduction.share.orange")["value"] == 0.2
    assert answer("rules", "check")["ok"]


def test_a_large_citys_problem_lies_in_the_sidecar_that_the_plan_names(tmp_path: Path) -> None:
    made, file = tmp_path / "city.csv", tmp_path / "plan.json"
    answer("synthesize", "--lines", "10500", "--seed", "3", "--out", str(made))
    shown = answer("plan", "--city", "changzhi", "--level", "orange", "--list", str(made), "--out", str(file))
    assert set(shown["problem"]) == {"sha256"}
    renamed = file.rename(tmp_path / "renamed.json")
    assert answer("verify", str(renamed), "--list", str(made))["verdict"] == "passed"
    (tmp_path / "plan.problem.json").unlink()
    assert answer("verify", str(renamed), code=1)["findings"][0]["code"] == "plan.sidecar_missing"


def test_a_plan_stands_beside_three_baselines(plan_file: Path) -> None:
    plan = json.loads(plan_file.read_text())
    assert list(plan["baselines"]) == ["filed", "greedy", "grade_rule"]
    assert plan["baseline_shares"]["greedy"]["permitted"]
    assert plan["baselines"]["greedy"] >= plan["bound_yuan"]


def test_answers_asked_for_stand_in_the_document_and_pass_the_referee(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    asked = ("--prices", "--alternatives", "1", "--differ", "3", "--out", str(path))
    plan = answer("plan", "--city", "changzhi", "--level", "yellow", *asked)
    assert set(plan["prices"]) == {"pm", "vocs", "so2_nox"}
    (other,) = plan["alternatives"]
    assert (other["permitted"], other["missing_points"], other["differs_in"] >= 3) == (True, 0.0, True)
    assert answer("verify", str(path))["verdict"] == "passed"


def test_a_plan_with_answers_is_another_plan_file_than_the_bare_one() -> None:
    bare = answer("plan", "--city", "changzhi", "--level", "yellow")
    assert (bare["prices"], bare["alternatives"], "why_not" in bare) == (None, None, False)


def test_a_missed_cut_tells_what_is_held_back_and_on_demand_what_clashes() -> None:
    asked = ("plan", "--city", "changzhi", "--level", "red", "--mode", "filed")
    assert answer(*asked, code=3)["why_not"]["clash"] is None
    why_not = answer(*asked, "--why-not", code=3)["why_not"]
    assert [item["clause"] for item in why_not["clash"]] == ["filed_list"]
    assert why_not["relaxations"][0]["closes"]


def test_an_enterprise_is_told_what_sparing_it_costs_and_what_grades_would_mean(plan_file: Path) -> None:
    row = next(item for item in json.loads(plan_file.read_text())["curtailments"] if item["basis"] == "chosen")
    asked = ("explain", str(plan_file), "--enterprise", row["enterprise_id"])
    told = answer(*asked, "--replacement", "--gap", "1e-4", "--other-grades")
    assert told["replacement"]["alone"]["is_possible"] == "yes"
    assert [item["grade"] for item in told["grades"] if item["is_own"]]
    assert (answer(*asked)["replacement"], answer(*asked)["grades"]) == (None, [])
