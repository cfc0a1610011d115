"""The list doctor as a user meets it: compare and decide, mark and mark again, diff, health."""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from tests.service.test_command_line import DEMO, answer, run

CITY = ("--city", "changzhi")


def firms() -> pd.DataFrame:
    """The firms of the demo list, one row each."""
    rows = pd.read_csv(DEMO, dtype=str, keep_default_na=False)
    return rows[rows["enterprise_id"] != ""].drop_duplicates("enterprise_id")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the demo list: forty firms and the rest of society."""
    rows = pd.read_csv(DEMO, dtype=str, keep_default_na=False)
    kept = set(firms()["enterprise_id"].iloc[200:240])
    path = tmp_path_factory.mktemp("small") / "list.csv"
    rows[rows["enterprise_id"].isin(kept) | (rows["source_kind"] == "rest")].to_csv(path, index=False)
    return path


@pytest.fixture(scope="module")
def permits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Permits of thirty of these firms by code, two that may be one more firm, one of a firm that is not listed."""
    rows = [[name, permit] for name, permit in firms()[["enterprise_name", "permit_id"]].iloc[200:230].to_numpy()]
    first = firms()["enterprise_name"].iloc[235]
    rows += [[f"{first}厂", ""], [f"{first}有限公司", ""], ["长治市鑫盛新材料有限公司", ""]]
    path = tmp_path_factory.mktemp("permits") / "permits.csv"
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([["单位名称", "排污许可证编号"], *rows])
    return path


def compare(small: Path, permits: Path, *more: str) -> dict[str, object]:
    return dict(answer("list", "compare", str(small), *CITY, "--with", str(permits), "--kind", "permits", *more))


def test_firms_are_joined_missed_and_asked_about(small: Path, permits: Path) -> None:
    found = compare(small, permits)
    assert (len(found["joined"]), [item["name"] for item in found["not_listed"]]) == (30, ["长治市鑫盛新材料有限公司"])
    assert {item["code"] for item in found["findings"]} >= {"register.not_listed", "register.not_registered"}


def test_a_word_on_a_pair_is_remembered(small: Path, permits: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    asked = compare(small, permits, "--decisions", str(words))["unsure"]
    rows = list(csv.DictReader(words.read_text("utf-8-sig").splitlines()))
    assert len(rows) == len(asked) == 2
    kept = {name: rows[0][name] for name in ("listed", "registered")}
    words.write_text(f"listed,registered,same\n{kept['listed']},{kept['registered']},是\n", encoding="utf-8")
    assert compare(small, permits, "--decisions", str(words))["decisions_kept"] == 1
    again = compare(small, permits)
    assert "decision" in {item["ground"] for item in again["joined"]}


def test_an_answer_that_is_none_is_told(small: Path, permits: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_text("listed,registered,same\na,b,perhaps\n", encoding="utf-8")
    told = answer(
        *("list", "compare", str(small), *CITY, "--with", str(permits), "--kind", "permits", "--decisions", str(words)),
        code=1,
    )
    assert [item["code"] for item in told["findings"]] == ["register.decision.unreadable"]


def test_a_list_comes_back_marked_and_only_what_is_new_is_asked(small: Path, tmp_path: Path) -> None:
    rows = pd.read_csv(small, dtype=str, keep_default_na=False)
    rows.loc[0, "operating_hours"], rows.loc[1, "line_name"] = "0", "备用线"
    bad, first, second = tmp_path / "bad.csv", tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    rows.to_csv(bad, index=False)
    asked = answer("list", "mark", str(bad), *CITY, "--out", str(first))["asked"]
    book = load_workbook(first)
    sheet = book["问题清单"]
    row = next(item for item in sheet.iter_rows(min_row=2) if item[3].value == "备用线")
    row[7].value = "名称如此，在用"
    header = [cell.value for cell in book["bad"][1]]
    book["bad"].cell(row=2, column=header.index("operating_hours") + 1).value = "24"
    book.save(first)
    told = answer("list", "mark", str(first), *CITY, "--out", str(second))
    assert {name: told[name] for name in ("new", "answered", "resolved")} == {"new": 0, "answered": 1, "resolved": 1}
    assert told["asked"] == asked - 2


def test_the_difference_of_two_files_is_told_with_its_workbook(small: Path, tmp_path: Path) -> None:
    rows = pd.read_csv(small, dtype=str, keep_default_na=False)
    later, report = tmp_path / "later.csv", tmp_path / "diff.xlsx"
    rows[rows["enterprise_id"] != rows["enterprise_id"].iloc[0]].to_csv(later, index=False)
    found = answer("list", "diff", str(small), str(later), *CITY, "--report", str(report))
    assert (found["counts"]["left"], found["counts"]["entered"]) == (1, 0)
    assert len(load_workbook(report).sheetnames) == 3


def test_a_version_that_was_never_imported_is_told(small: Path) -> None:
    told = answer("list", "diff", "99", str(small), *CITY, code=1)
    assert [item["code"] for item in told["findings"]] == ["list.version.unknown"]


def test_health_tells_reach_carriers_and_a_mark(small: Path, permits: Path, tmp_path: Path) -> None:
    report = tmp_path / "health.xlsx"
    command = ("list", "health", str(small), *CITY, "--with", str(permits), "--total", "pm=1", "--report", str(report))
    found = answer(*command)
    assert [item["level"] for item in found["levels"]] == ["yellow", "orange", "red"]
    assert found["confirmed"]["confirmed_firms"] <= 31 < found["confirmed"]["firms"]
    assert [item["code"] for item in found["remarks"]] == ["list.total.above_city"]
    assert load_workbook(report).sheetnames[0] == "Health of the list" or len(load_workbook(report).sheetnames) == 5


def test_a_total_that_is_none_is_told(small: Path) -> None:
    done = run("list", "health", str(small), *CITY, "--total", "dust=1", "--json")
    assert (done.returncode, json.loads(done.stdout)["findings"][0]["code"]) == (1, "list.total.unreadable")
