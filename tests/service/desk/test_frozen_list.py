"""Readings are judged by the list that was frozen with the orders, whatever was imported since."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.service import Planner
from planner.service.desk_meters import list_on
from planner.terms import Level
from tests.project import ROOT
from tests.service.desk.made import CITY, issued, stored_plan, terms

DEMO = ROOT / "data" / "enterprises.csv"
DAY = date(2026, 12, 8)


def warning_on(planner: Planner, list_sha256: str) -> str:
    """A yellow warning whose plan names a list."""
    plan = replace(stored_plan(Level.YELLOW, planner.rulebook.sha256), list_sha256=list_sha256)
    return issued(planner.desk(CITY), planner.store.add_plan(plan), terms())


@pytest.fixture
def frozen(planner: Planner) -> str:
    return planner.current_list(CITY).inventory.list_sha256


def test_a_list_imported_after_the_issue_changes_no_judgement(planner: Planner, frozen: str, tmp_path: Path) -> None:
    desk, number = planner.desk(CITY), warning_on(planner, frozen)
    changed = tmp_path / "changed.csv"
    changed.write_text(DEMO.read_text("utf-8").replace("虚构·", "虚构的·"), "utf-8")
    planner.import_list(changed, CITY)
    found, is_frozen = list_on(planner, desk.view(number), DAY)
    assert (found.inventory.list_sha256, is_frozen) == (frozen, True)
    assert planner.current_list(CITY).inventory.list_sha256 != frozen


def test_a_plan_from_a_list_that_was_never_imported_is_judged_by_the_list_in_use_and_says_so(
    planner: Planner, frozen: str
) -> None:
    number = warning_on(planner, "f" * 64)
    found, is_frozen = list_on(planner, planner.desk(CITY).view(number), DAY)
    assert (found.inventory.list_sha256, is_frozen) == (frozen, False)
