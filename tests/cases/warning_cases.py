"""Warning cases as people of the field write them: read strictly, turned into a forecast file, judged as a user would.

Shape of a case: name, on (day of the rules), city, instrument and clause that it rests on, optionally `variants` that
the city is taken to have selected in the place of its own; `facts`: start, step (hour or day), one list of values a
quantity ('24 x 80' stands for twenty-four values of 80, '5 x missing' for five missing rows), or `members` with one
list of `aqi` a member; optionally cause, current, regional_level, regional_start; `expect`: fields of
`planner advise --json`, and the short forms of SHORT below. `tolerance` holds for numbers, 1e-6 where it is left out.
"""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from planner.alert import AdviseOptions, advise
from planner.rules import Rulebook, in_force, warning_in_force
from planner.service.advice_json import advice_json
from planner.service.advising import AdviceOutcome
from planner.sources import read_forecast
from planner.sources.strict_yaml import read_strict_yaml
from planner.terms import Level, Phrasebook

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("warnings_*.yaml"))
REPEATED = re.compile(r"(\d+) x (\S+)")
STEPS = {"hour": 1, "day": 24}
SHORT = {
    "aqi": lambda found: [day["aqi"] for day in found["daily"]],
    "below": lambda found: found["below"]["stage"] if found["below"] else None,
    "immediate_start": lambda found: found["procedure"]["immediate_start"],
    "issue_by": lambda found: found["procedure"]["issue_by"],
    "signer": lambda found: found["procedure"]["signer"],
    "stages": lambda found: [stage["level"] for stage in found["stages"]],
}


class Facts(BaseModel):
    """The air that a case speaks of."""

    model_config = ConfigDict(extra="forbid")

    start: str
    step: str
    aqi: list[float | str] = []
    pm25: list[float | str] = []
    pm10: list[float | str] = []
    so2: list[float | str] = []
    no2: list[float | str] = []
    o3: list[float | str] = []
    o3_8h: list[float | str] = []
    co: list[float | str] = []
    members: dict[str, list[float | str]] = {}
    cause: str = ""
    current: Level | None = None
    regional_level: Level | None = None
    regional_start: str = ""


class Case(BaseModel):
    """One case."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=10)
    on: str
    city: str
    instrument: str
    clause: str
    variants: list[str] | None = None
    tolerance: float = 1e-6
    facts: Facts
    expect: dict[str, Any] = Field(min_length=1)


def read_cases() -> list[Case]:
    """Every case of every file."""
    found: list[Case] = []
    for file in FILES:
        read = read_strict_yaml(file.read_text("utf-8"), file.name)
        assert not read.findings, read.findings
        assert isinstance(read.content, dict), file.name
        found += [Case.model_validate(item) for item in read.content["cases"]]
    return found


def answer(case: Case, rulebook: Rulebook, folder: Path) -> dict[str, Any]:
    """The document of `planner advise --json` for a case."""
    path = folder / "forecast.csv"
    path.write_text(forecast_text(case.facts), "utf-8")
    forecast, reading = read_forecast(path)
    assert forecast is not None, reading
    rulebook = with_variants(rulebook, case)
    rules = in_force(rulebook, datetime.fromisoformat(case.on).date(), case.city)
    law = warning_in_force(rulebook, rules)
    assert law is not None
    facts = case.facts
    start = datetime.fromisoformat(facts.regional_start) if facts.regional_start else None
    options = AdviseOptions(current=facts.current, regional_level=facts.regional_level, regional_start=start)
    advice = advise(forecast, law, options)
    outcome = AdviceOutcome(city=case.city, city_code="", on=rules.on, advice=advice, findings=())
    codes = [item.code for item in (*reading, *advice.findings)]
    return {**advice_json(outcome, Phrasebook()), "findings": codes}


def with_variants(rulebook: Rulebook, case: Case) -> Rulebook:
    """The rulebook in which the case's city has selected exactly the case's variants; its own where none are named."""
    if case.variants is None:
        return rulebook
    city = rulebook.city(case.city)
    others = tuple(item for item in rulebook.cities if item is not city)
    return replace(rulebook, cities=(*others, replace(city, warning_variants=tuple(case.variants))))


def forecast_text(facts: Facts) -> str:
    """The facts as a forecast file."""
    if facts.members:
        rows = [line for name, values in facts.members.items() for line in series(facts, {"aqi": values}, name)]
        return "\n".join(["time,aqi,member,cause", *rows]) + "\n"
    given = {name: getattr(facts, name) for name in ("aqi", "pm25", "pm10", "so2", "no2", "o3", "o3_8h", "co")}
    given = {name: values for name, values in given.items() if values}
    header = ",".join(["time", *given, "member", "cause"])
    return "\n".join([header, *series(facts, given, "")]) + "\n"


def series(facts: Facts, given: dict[str, list[float | str]], member: str) -> list[str]:
    """One line a step; a step that is missing everywhere has no line."""
    columns = [values_of(values) for values in given.values()]
    start = datetime.fromisoformat(facts.start)
    lines = []
    for at, cells in enumerate(zip(*columns, strict=True)):
        time = (start + timedelta(hours=at * STEPS[facts.step])).isoformat()
        if any(cells):
            lines.append(",".join([time, *cells, member, facts.cause]))
    return lines


def values_of(values: list[float | str]) -> list[str]:
    """The cells of a list of values, repetitions written out, '' where missing."""
    cells: list[str] = []
    for value in values:
        match = REPEATED.fullmatch(str(value))
        count, text = (int(match[1]), match[2]) if match else (1, str(value))
        cells += ["" if text == "missing" else text] * count
    return cells


def shown(found: dict[str, Any], name: str) -> Any:
    """A field of the answer, or its short form."""
    return SHORT[name](found) if name in SHORT else found[name]
