"""The law of warnings in force, read once."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from planner.rules import Rulebook, WarningInForce, in_force, warning_in_force
from planner.sources import read_rulebook
from tests.project import ROOT


@cache
def shipped() -> Rulebook:
    found, findings = read_rulebook(ROOT / "rules")
    assert found is not None, findings
    return found


@pytest.fixture(scope="session")
def law_on() -> Callable[[str], WarningInForce]:
    """The law of a day in the demonstration city."""

    @cache
    def law(day: str) -> WarningInForce:
        found = warning_in_force(shipped(), in_force(shipped(), date.fromisoformat(day), "changzhi"))
        assert found is not None
        return found

    return law


@pytest.fixture(scope="session")
def law(law_on: Callable[[str], WarningInForce]) -> WarningInForce:
    """The law of December 2026."""
    return law_on("2026-12-01")
