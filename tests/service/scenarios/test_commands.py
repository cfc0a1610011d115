"""The commands of what-ifs as people type them."""

import json
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from planner.service.commands.command_line import main


def run(*words: str, capfdbinary: pytest.CaptureFixture[bytes]) -> tuple[int, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["planner", *words])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(str(ended.value.code or 0)), capfdbinary.readouterr().out.decode()


def test_whatif_shows_scenarios_beside_the_question(file: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    target = file.with_name("a.xlsx")
    code, printed = run(
        "whatif", str(file), "--executor", "here", "--json", "--out", str(target), capfdbinary=capfdbinary
    )
    told = json.loads(printed)
    assert code == 1
    assert [(item["name"], item["status"]) for item in told["scenarios"]][2] == ("nobody", "unknown")
    assert told["scenarios"][2]["reason"] == ["scenario.nobody"]
    base, changed, _ = told["scenarios"]
    assert told["differences"][0]["cost_change_yuan"] == changed["cost_yuan"] - base["cost_yuan"] != 0.0
    assert len(load_workbook(target).sheetnames) == 4


def test_a_curve_rises_with_what_is_asked(file: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    target = file.with_name("c.parquet")
    words = ("ask", "curve", "--cut", "vocs", "--points", "3", "--mode", "design", "--gap", "1e-3")
    code, _ = run(*words, "--executor", "here", "--out", str(target), capfdbinary=capfdbinary)
    table = pd.read_parquet(target).set_index("name")
    points = table.loc[["vocs-000", "vocs-001", "vocs-002"]]
    assert code == 0
    assert points["bound_yuan"].iloc[1] <= points["cost_yuan"].iloc[2]
    assert points["cost_yuan"].iloc[2] > points["cost_yuan"].iloc[0]


def test_doubt_tells_chances_and_the_margin(file: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    plan = file.with_name("p.json")
    run("plan", "--city", "changzhi", "--level", "yellow", "--out", str(plan), capfdbinary=capfdbinary)
    code, printed = run("doubt", str(plan), "--draws", "400", "--confidence", "0.9", "--json", capfdbinary=capfdbinary)
    told = json.loads(printed)
    assert code == 0
    assert {cut["row"] for cut in told["cuts"]} == {"pm", "vocs", "so2_nox"}
    assert told["surer"]["is_sure"]
    assert told["surer"]["more_yuan"] > 0.0
