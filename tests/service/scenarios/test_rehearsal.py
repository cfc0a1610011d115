"""The rehearsal as people type it: plans a stretch, hours that add up, two laws side by side."""

import json
from pathlib import Path

import pytest

from tests.service.scenarios.test_commands import run

AIR = "time,aqi\n" + "".join(
    f"2026-12-{day:02d}T00:00:00+08:00,{aqi}\n" for day, aqi in enumerate((60, 240, 240, 240, 60, 60, 60, 60), start=1)
)


def test_hours_of_a_rehearsed_winter_follow_from_its_stretches(
    file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    air = file.with_name("air.csv")
    air.write_text(AIR, encoding="utf-8")
    words = ("rehearse", str(air), "--from", "2026-12-01", "--until", "2026-12-08", "--law-on", "2026-12-01")
    code, printed = run(*words, "--gap", "1e-2", "--json", capfdbinary=capfdbinary)
    (told,) = json.loads(printed)["rehearsals"]
    (stretch,) = told["stretches"]
    assert code == 0
    assert (stretch["first"], stretch["last"]) == ("2026-12-02", "2026-12-04")
    assert told["cost_yuan"] == stretch["cost_yuan"] >= stretch["bound_yuan"]
    assert max(item["stopped_hours"] for item in told["enterprises"]) > 0.0
    assert sum(item["cost_yuan"] for item in told["enterprises"]) <= told["cost_yuan"] * (1 + 1e-9)
