"""The book on the command line: made, listed, shown, approved, verified; and used without any search."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.service import Books, open_planner
from planner.terms import LEVELS, Level
from tests.service.test_command_line import Done, answer, run

MAKE = ("--city", "changzhi", "--on", "2026-11-23", "--mode", "design", "--gap", "0.01")


@pytest.fixture(scope="module", autouse=True)
def _own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANNER_DATABASE_URL", f"sqlite:///{tmp_path_factory.mktemp('books') / 'planner.db'}")
        patch.setenv("PLANNER_LANGUAGE", "en")
        yield


@pytest.fixture(scope="module")
def book_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "book.json"
    assert run("book", *MAKE, "--out", str(path)).returncode == 0
    return path


@pytest.fixture(scope="module")
def approved(book_file: Path) -> Done:
    assert book_file.exists()
    return run("book", "approve", "1", "--by", "Wang", "--reason", "paper 12")


def test_a_book_holds_the_three_levels_and_what_their_nesting_costs(book_file: Path) -> None:
    book = json.loads(book_file.read_text())
    costs = [book["plans"][level]["objective_yuan"] for level in LEVELS]
    assert book["objective_yuan"] == pytest.approx(sum(costs))
    assert book["gap"] <= 0.01
    assert book["nesting"]["holds"]
    assert 0.0 <= book["nesting"]["price"]["least_yuan"] <= book["nesting"]["price"]["most_yuan"]


def test_make_is_what_the_book_does_without_a_word(book_file: Path) -> None:
    again = answer("book", "make", *MAKE)
    assert again["book_sha256"] == json.loads(book_file.read_text())["book_sha256"]


def test_the_referee_passes_the_file(book_file: Path) -> None:
    assert answer("book", "verify", str(book_file))["verdict"] == "passed"


def test_a_file_changed_by_a_yuan_is_refused(book_file: Path, tmp_path: Path) -> None:
    book = json.loads(book_file.read_text())
    book["plans"]["red"]["objective_yuan"] += 1.0
    other = tmp_path / "other.json"
    other.write_text(json.dumps(book))
    assert answer("book", "verify", str(other), code=1)["verdict"] == "refused"


def test_an_approved_book_is_in_use_with_name_and_reason(approved: Done) -> None:
    assert "Wang" in approved.stdout
    listed = answer("book", "list", "--city", "140400")["books"]
    assert [(item["is_in_use"], item["approved_by"], item["reason"]) for item in listed] == [(True, "Wang", "paper 12")]


def test_the_plan_of_a_level_is_that_of_the_book_in_use(approved: Done, book_file: Path) -> None:
    assert approved.returncode == 0
    plan = Books(planner=open_planner()).approved_plan("changzhi", Level.RED)
    assert plan is not None
    assert plan.plan_sha256 == json.loads(book_file.read_text())["plans"]["red"]["plan_sha256"]


def test_a_book_is_shown_with_its_levels(book_file: Path) -> None:
    assert book_file.exists()
    assert answer("book", "show", "1")["levels"].keys() == set(LEVELS)


def test_a_city_without_a_book_is_told_how_to_make_one() -> None:
    done = run("book", "list", "--city", "zhengzhou")
    assert (done.returncode, "planner book make" in done.stdout) == (0, True)


@pytest.mark.parametrize("words", [("approve", "7", "--by", "Wang", "--reason", "x"), ("show", "7")])
def test_a_book_that_is_not_there_is_a_finding(words: tuple[str, ...]) -> None:
    assert answer("book", *words, code=1)["findings"][0]["code"] == "book.absent"


def test_an_approval_needs_a_name(book_file: Path) -> None:
    assert book_file.exists()
    refused = answer("book", "approve", "1", "--by", " ", "--reason", "x", code=1)
    assert refused["findings"][0]["code"] == "book.approval_word"


def test_without_a_city_it_is_a_usage_error() -> None:
    assert run("book").returncode == 2


@pytest.mark.parametrize("weights", ["1,2", "1,0,1", "1,2,inf"])
def test_weights_that_are_none_are_findings(weights: str) -> None:
    found = answer("book", "make", *MAKE, "--weights", weights, code=1)
    assert found["findings"][0]["code"] == "book.weight"


def test_cuts_out_of_reach_give_the_nearest_book_and_say_so(tmp_path: Path) -> None:
    done = run("book", "--city", "changzhi", "--on", "2026-11-23", "--mode", "filed", "--out", str(tmp_path / "b.json"))
    assert done.returncode == 3
    assert json.loads((tmp_path / "b.json").read_text())["status"] == "infeasible"
