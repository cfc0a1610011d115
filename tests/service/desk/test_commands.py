"""The desk at the command line: groups of areas by their name, the remark on two warnings that are one episode."""

import json
import shutil
from pathlib import Path

import pytest

from planner.service import Planner
from planner.service.desk import WarningDesk
from tests.service.desk.made import NOW, issued, opened, terms
from tests.service.test_command_line import run

PROPOSED = ("--by", "王", "--reason", "会商", "--start", "2026-12-07T00:00", "--at", NOW.isoformat())


@pytest.fixture
def address(ready_sqlite: Path, tmp_path: Path) -> str:
    """SQLite alone: a command ends with its process, and here the process goes on with the server's connection open."""
    shutil.copy(ready_sqlite, tmp_path / "planner.db")
    return f"sqlite:///{tmp_path / 'planner.db'}"


@pytest.fixture
def at_store(planner: Planner, address: str, monkeypatch: pytest.MonkeyPatch) -> Planner:
    monkeypatch.setenv("PLANNER_DATABASE_URL", address)
    return planner


@pytest.mark.parametrize("named", ["six_plus_three", "主城区周边“6+3”联防联控县区"])
def test_a_group_of_areas_is_proposed_by_its_code_or_name(at_store: Planner, named: str) -> None:
    desk = at_store.desk("changzhi")
    number = opened(desk)
    done = run("warning", "propose", number, "--level", "yellow", "--area", f"orange:{named}", *PROPOSED, "--json")
    areas = json.loads(done.stdout)["warning"]["areas"]
    assert [(item["level"], len(item["counties"])) for item in areas] == [("orange", 9), ("yellow", 0)]
    assert set(areas[0]["counties"]) == set(at_store.city("changzhi").area_groups[0].areas)


def test_a_county_is_proposed_by_its_name_and_an_unknown_one_is_told(at_store: Planner) -> None:
    number = opened(at_store.desk("changzhi"))
    done = run("warning", "propose", number, "--area", "orange:长子县,140499", *PROPOSED, "--json")
    told = json.loads(done.stdout)
    assert [(item["code"], item["value"]) for item in told["findings"]] == [("warning.terms.county_unknown", "140499")]


def test_who_proposes_a_second_warning_over_the_same_area_is_told_that_both_are_one_episode(
    desk: WarningDesk, yellow: int, at_store: Planner
) -> None:
    first = issued(desk, yellow, terms())
    number = opened(desk)
    done = run("warning", "propose", number, "--level", "yellow", *PROPOSED, "--json")
    told = json.loads(done.stdout)
    assert told["ok"] is True
    assert ("warning.terms.one_episode", first) in [(item["code"], item["value"]) for item in told["findings"]]
