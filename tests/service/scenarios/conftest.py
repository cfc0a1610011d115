"""A file of scenarios beside a store of its own."""

from pathlib import Path

import pytest

from planner.sources.synthesis import synthesize_city, write_list

FILE = """
schema_version: 1
city: changzhi
question: {level: orange, mode: design, on: 2026-12-01}
scenarios:
  - name: forty-to-b
    enterprises: [{where: {grade: C}, largest: 40, set: {grade: B}}]
  - name: nobody
    enterprises: [{where: {grade: C, county_code: "999999"}, close: true}]
"""


@pytest.fixture(scope="session")
def small_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A synthetic city of 500 lines."""
    path = tmp_path_factory.mktemp("list") / "city.csv"
    write_list(synthesize_city(500, 5), path)
    return path


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANNER_DATABASE_URL", f"sqlite:///{tmp_path / 's.db'}")
    monkeypatch.setenv("PLANNER_LANGUAGE", "en")
    path = tmp_path / "made.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path
