"""The shipped rules, and a copy of them that a test may damage."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.rules import Rulebook
from planner.sources.rule_files import read_rulebook
from tests.project import ROOT

SAMPLE = """\
rules:
  - id: national.sample.share
    kind: parameter
    title: {en: Sample, zh: 样例}
    scope: {level: yellow}
    answer: sourced
    values:
      - from: '2020-01-01'
        value: 0.1
        unit: share
        instrument: mee-2020-340
        clause: clause not stated in source
        status: to-confirm
        evidence: read
        still_valid_on: '2026-11-23'
"""


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The rulebook of the shipped rules."""
    found, findings = read_rulebook(ROOT / "rules")
    assert found is not None, findings
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped rules with one more file, national/sample.yaml, of one rule."""
    copied = shutil.copytree(ROOT / "rules", tmp_path / "rules")
    (copied / "national" / "sample.yaml").write_text(SAMPLE, "utf-8")
    return copied


@pytest.fixture
def spoil(folder: Path) -> Callable[[str, str], Path]:
    """Replaces one piece of the sample file by another and gives the folder."""

    def replace(old: str, new: str) -> Path:
        assert old in SAMPLE
        (folder / "national" / "sample.yaml").write_text(SAMPLE.replace(old, new, 1), "utf-8")
        return folder

    return replace
