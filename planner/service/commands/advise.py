"""The command of a forecast: which warning level it asks for."""

from pathlib import Path
from typing import Annotated

import typer

from planner.alert import AdviseOptions
from planner.service.advice_json import advice_json
from planner.service.advice_words import advice_lines
from planner.service.bootstrap import open_planner
from planner.service.commands.options import (
    CityOption,
    CurrentOption,
    JsonOption,
    OnOption,
    RegionalLevelOption,
    RegionalStartOption,
)
from planner.service.console import finding_json, print_findings, print_json, print_text, speak

__all__ = ["advise"]

ForecastOption = Annotated[Path, typer.Option("--forecast", help="CSV of 1 to 10 days, by the hour or by the day.")]


def advise(
    city: CityOption,
    forecast: ForecastOption,
    on: OnOption = None,
    current: CurrentOption = None,
    regional_level: RegionalLevelOption = None,
    regional_start: RegionalStartOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell the warning level that a forecast asks for, the criterion met and its clause."""
    if regional_start is not None and regional_level is None:
        raise typer.BadParameter("--regional-level", param_hint="--regional-start")
    planner, phrasebook = open_planner(), speak()
    options = AdviseOptions(current=current, regional_level=regional_level, regional_start=regional_start)
    outcome = planner.advise(forecast, city, on, options)
    print_findings(outcome.findings, phrasebook)
    if as_json:
        found = [finding_json(item, phrasebook) for item in outcome.findings]
        print_json({**advice_json(outcome, phrasebook), "findings": found})
    else:
        print_text("\n".join(advice_lines(outcome, phrasebook)))
