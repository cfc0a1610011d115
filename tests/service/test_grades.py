"""Grades that move, as a user meets them: checked, imported, planned under, verified, explained and ordered."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from planner.panel import grade_columns, grade_frame, make_names, recent_grade_sentences
from planner.service import PlanRequest, open_planner
from planner.service.records import WhatIf
from planner.terms import Level, Mode, Phrasebook
from tests.service.test_command_line import DEMO, answer, run

HEADER = "统一社会信用代码,重点行业类型,生产工序,生效日期,变动后绩效等级,变动前绩效等级,变动类型,变动原因,依据文件"
PLAN = ("plan", "--city", "changzhi", "--level", "yellow", "--mode", "filed")


@pytest.fixture(scope="module")
def firm() -> str:
    """An enterprise of the demo list whose casting lines are of grade C and run."""
    rows = pd.read_csv(DEMO, dtype=str, keep_default_na=False)
    fit = rows[(rows["key_industry"] == "casting") & (rows["grade"] == "C") & (rows["status"] == "running")]
    return str(fit["enterprise_id"].iloc[0])


@pytest.fixture(scope="module")
def moves(firm: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One demotion in GB18030, as a spreadsheet program writes it."""
    path = tmp_path_factory.mktemp("moves") / "moves.csv"
    path.write_bytes(f"{HEADER}\r\n{firm},,,2026-11-01,D,C,demotion,治理设施停运,文1号\r\n".encode("gb18030"))
    return path


@pytest.fixture(scope="module")
def fallen(moves: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of a day after the demotion."""
    path = tmp_path_factory.mktemp("fallen") / "plan.json"
    assert run(*PLAN, "--on", "2026-11-23", "--grades", str(moves), "--out", str(path)).returncode in (0, 3)
    return path


def grades_of(plan: dict[str, Any], firm: str) -> set[str]:
    sources = plan["problem"]["sources"]
    rows = zip(sources["enterprise_id"], sources["key_industry"], sources["grade"], strict=True)
    return {grade for owner, industry, grade in rows if owner == firm and industry != "none"}


def test_moves_are_checked_with_their_repair(moves: Path, tmp_path: Path) -> None:
    told = answer("grades", "check", str(moves), "--city", "changzhi")
    assert (told["file"], told["rows"], told["ok"]) == ("moves.csv", 1, True)
    bad = tmp_path / "bad.csv"
    bad.write_text(moves.read_bytes().decode("gb18030").replace("2026-11-01", "2026/11/1"), encoding="utf-8")
    told = answer("grades", "check", str(bad), "--city", "changzhi", code=1)
    assert [item["row"] for item in told["findings"] if item["severity"] == "error"] == [2]


def test_a_plan_uses_the_grades_of_its_day(fallen: Path, moves: Path, firm: str) -> None:
    before = answer(*PLAN, "--on", "2026-10-31", "--grades", str(moves), code=3)
    assert grades_of(before, firm) == {"C"}
    assert grades_of(json.loads(fallen.read_text()), firm) == {"D"}


def test_the_plan_names_the_move_and_verifies_against_the_list_alone(fallen: Path) -> None:
    moves = json.loads(fallen.read_text())["problem"]["moves"]
    assert {(move["from_day"], move["grade_before"], move["counts_as"]) for move in moves} == {("2026-11-01", "C", "D")}
    assert answer("verify", str(fallen), "--list", str(DEMO))["verdict"].startswith("passed")


def test_verify_refuses_a_move_that_was_taken_out(fallen: Path, tmp_path: Path) -> None:
    plan = json.loads(fallen.read_text())
    del plan["problem"]["moves"]
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(plan))
    told = answer("verify", str(changed), "--list", str(DEMO), code=1)
    failed = {check["code"] for check in told["checks"] if not check["passed"]}
    assert {"audit.list.grades", "audit.list.same_problem"} <= failed


def test_the_next_order_of_a_downgraded_firm_shows_it(fallen: Path, firm: str, tmp_path: Path) -> None:
    answer("orders", str(fallen), "--out", str(tmp_path))
    book = load_workbook(BytesIO((tmp_path / "plan.xlsx").read_bytes()))
    rows = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) if firm in row]
    assert rows
    assert all(any("2026-11-01" in str(cell) and "治理设施停运" in str(cell) for cell in row) for row in rows)


def test_explain_tells_the_move(fallen: Path, firm: str) -> None:
    assert answer("explain", str(fallen), "--enterprise", firm)["moves"][0]["reason"] == "治理设施停运"
    assert "2026-11-01" in run("explain", str(fallen), "--enterprise", firm).stdout


def test_the_page_shows_the_history(fallen: Path, firm: str) -> None:
    planner, book = open_planner(), Phrasebook()
    explanation = planner.explain(planner.read_plan(fallen.read_text()), firm)
    names = make_names(planner.city("changzhi"), planner.rulebook.industries, book)
    frame = grade_frame(explanation, names, book)
    assert set(zip(frame["before"], frame["grade"], frame["reason"], strict=True)) == {
        ("Grade C", "Grade D", "治理设施停运")
    }
    assert list(frame.columns) == list(grade_columns(book))
    assert len(recent_grade_sentences(explanation, book)) == 1


def test_imported_moves_are_used_shown_and_numbered(moves: Path, firm: str, fresh_store: str) -> None:
    assert fresh_store
    assert answer("grades", "show", "--city", "changzhi") == {"city": "changzhi", "version": None, "moves": []}
    assert answer("grades", "import", str(moves), "--city", "140400")["version"] == 1
    shown = answer("grades", "show", "--city", "changzhi", "--enterprise", firm)
    assert [(row["from"], row["grade"]) for row in shown["moves"]] == [("2026-11-01", "D")]
    assert grades_of(answer(*PLAN, "--on", "2026-11-01", code=3), firm) == {"D"}


def test_moves_with_an_error_are_not_imported(moves: Path, tmp_path: Path, fresh_store: str) -> None:
    assert fresh_store
    bad = tmp_path / "bad.csv"
    bad.write_text(moves.read_bytes().decode("gb18030").replace(",D,C,", ",B,C,"), encoding="utf-8")
    told = answer("grades", "import", str(bad), "--city", "changzhi", code=1)
    assert "grades.kind.other_direction" in {item["code"] for item in told["findings"]}
    assert answer("grades", "show", "--city", "changzhi")["version"] is None


def test_a_what_if_of_a_grade_stands_in_the_place_of_its_moves(moves: Path, firm: str) -> None:
    change = WhatIf(kind="grade", enterprise_id=firm, value="B")
    day = date(2026, 11, 23)
    asked = PlanRequest(city="changzhi", level=Level.YELLOW, mode=Mode.FILED, on=day, grades=moves, changes=(change,))
    problem = open_planner().question(asked).problem
    grades = {
        grade
        for owner, grade in zip(problem.sources.enterprise_id, problem.sources.grade, strict=True)
        if owner == firm
    }
    assert (problem.moves, grades) == ((), {"B"})
