"""Every warning case of tests/cases/warnings_*.yaml, as its sentence says."""

from pathlib import Path

import pytest

from planner.rules import Rulebook
from planner.sources.rule_files import read_rulebook
from tests.cases.warning_cases import Case, answer, read_cases, shown
from tests.project import ROOT

CASES = read_cases()
LEAST_CASES = 50


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    found, findings = read_rulebook(ROOT / "rules")
    assert found is not None, findings
    return found


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_comes_out_as_it_says(case: Case, rulebook: Rulebook, tmp_path: Path) -> None:
    found = answer(case, rulebook, tmp_path)
    for name, expected in case.expect.items():
        if name == "findings":
            assert set(expected) <= set(found["findings"])
        elif name == "probabilities":
            assert found["probabilities"] == pytest.approx(expected, abs=case.tolerance)
        else:
            assert shown(found, name) == expected, name


def test_there_are_at_least_fifty_cases() -> None:
    assert len(CASES) >= LEAST_CASES


def test_no_name_stands_twice() -> None:
    names = [case.name for case in CASES]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_case_rests_on_a_registered_instrument_and_a_clause_that_the_rules_give(rulebook: Rulebook) -> None:
    law = rulebook.warning
    sources = [item.source for item in (*law.standards, *law.regimes, *law.variants)]
    cited = {(item.instrument, item.clause) for item in sources}
    cited |= {(value.instrument, value.clause) for rule in rulebook.rules for value in rule.values}
    assert [case.name for case in CASES if (case.instrument, case.clause) not in cited] == []
