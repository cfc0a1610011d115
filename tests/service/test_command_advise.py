"""`planner advise` as its contract words it."""

from pathlib import Path

import pytest

from tests.service.test_command_line import answer, run

CONTRACT = {
    "level",
    "start",
    "end",
    "lead_hours",
    "criterion",
    "clause",
    "regime",
    "aqi_standard",
    "primary_pollutant",
    "daily",
}


@pytest.fixture
def forecast(tmp_path: Path) -> Path:
    path = tmp_path / "forecast.csv"
    days = (80, 250, 250, 80, 80)
    rows = "".join(f"2026-12-0{at}T00:00:00+08:00,{aqi}\n" for at, aqi in enumerate(days, start=1))
    path.write_text("time,aqi\n" + rows, "utf-8")
    return path


def test_the_fields_of_the_contract_are_there(forecast: Path) -> None:
    found = answer("advise", "--city", "changzhi", "--forecast", str(forecast))
    assert found.keys() >= CONTRACT
    assert (found["level"], found["start"], found["lead_hours"]) == ("orange", "2026-12-02T00:00:00+08:00", 24)
    assert "probabilities" not in found


def test_a_city_goes_by_its_code_too(forecast: Path) -> None:
    assert answer("advise", "--city", "140400", "--forecast", str(forecast))["city"] == "changzhi"


def test_on_replays_the_forecast_under_the_rules_of_another_day(forecast: Path) -> None:
    found = answer("advise", "--city", "changzhi", "--forecast", str(forecast), "--on", "2020-12-01")
    assert (found["level"], found["regime"], found["aqi_standard"]) == ("yellow", "2019", "HJ 633-2012")


def test_a_bad_forecast_exits_1_with_all_findings(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("time,aqi\n2026-12-01T00:00,80\n2026-12-01T00:00:00+08:00,-1\n", "utf-8")
    found = answer("advise", "--city", "changzhi", "--forecast", str(path), code=1)
    assert {item["code"] for item in found["findings"]} == {"forecast.time.no_offset", "forecast.cell.negative"}


def test_an_unknown_level_is_a_usage_error(forecast: Path) -> None:
    done = run("advise", "--city", "changzhi", "--forecast", str(forecast), "--current", "blue")
    assert done.returncode == 2


def test_a_regional_start_without_its_level_is_a_usage_error(forecast: Path) -> None:
    done = run(
        "advise", "--city", "changzhi", "--forecast", str(forecast), "--regional-start", "2026-12-01T00:00+08:00"
    )
    assert done.returncode == 2


def test_the_words_name_level_and_criterion(forecast: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANNER_LANGUAGE", "en")
    done = run("advise", "--city", "changzhi", "--forecast", str(forecast))
    assert "Orange warning" in done.stdout
    assert "24-hour mean AQI above 200 for 48 hours" in done.stdout
