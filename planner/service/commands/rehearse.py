"""The command of the rehearsal: a winter's air replayed day by day under the law of one day or several."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from planner.orders.tables import tables_workbook
from planner.service.bootstrap import open_planner
from planner.service.commands.options import (
    CityOption,
    GapOption,
    JsonOption,
    ListOption,
    ModeOption,
    OutOption,
    day_of,
)
from planner.service.console import log, print_json, print_text, speak, stdout_kept_clean, write_text
from planner.service.lists import DEMO_CITY
from planner.service.records import SEASON_TOLERANCE, PlanRequest
from planner.service.scenarios.ground import open_ground
from planner.service.scenarios.rehearsal_words import rehearsal_json, rehearsal_lines, rehearsal_tables
from planner.service.scenarios.rehearsing import RehearsalAsked, rehearse
from planner.terms import N_, Level, Mode, Phrasebook

__all__ = ["rehearse_winter"]

GAP = 1e-3
AirArgument = Annotated[Path, typer.Argument(help="CSV of a winter's air, hourly or daily, as forecasts are written.")]
MeasuredOption = Annotated[Path | None, typer.Option("--measured", help="CSV by which the first is judged.")]
FirstOption = Annotated[date, typer.Option("--from", parser=day_of, help="First day.")]
LastOption = Annotated[date, typer.Option("--until", parser=day_of, help="Last day.")]
HorizonOption = Annotated[int, typer.Option("--horizon", min=1, max=10, help="Days that each forecast looks ahead.")]
LawOption = Annotated[list[str] | None, typer.Option("--law-on", help="Day whose law holds; several are compared.")]
EvenOption = Annotated[
    float, typer.Option("--season-tolerance", min=0.0, max=1.0, help="Share of each cost for evening hours; 0: not.")
]


def rehearse_winter(
    air: AirArgument,
    first: FirstOption,
    last: LastOption,
    measured: MeasuredOption = None,
    horizon: HorizonOption = 5,
    law_on: LawOption = None,
    city: CityOption = DEMO_CITY,
    mode: ModeOption = Mode.FILL,
    list_file: ListOption = None,
    season_tolerance: EvenOption = SEASON_TOLERANCE,
    gap: GapOption = GAP,
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Replay a winter day by day: which levels, what it costs, whose lines stand how long, what was missed."""
    planner, phrasebook = open_planner(), speak()
    if last < first:
        raise typer.BadParameter(f"{last} < {first}", param_hint="--until")
    laws = tuple(day_of(item) for item in law_on or ()) or (planner.today(),)
    request = PlanRequest(city=city, level=Level.ORANGE, mode=mode, on=laws[0], gap=gap, list_file=list_file)
    ground = open_ground(planner, request, Path())
    asked = RehearsalAsked(
        air=air,
        measured=measured,
        span=(first, last),
        horizon_days=horizon,
        law_on=laws[0],
        season_tolerance=season_tolerance,
    )
    with stdout_kept_clean():
        found = tuple(rehearse(ground, replace(asked, law_on=day), _teller(phrasebook)) for day in laws)
    if out is not None:
        tables = tuple(table for item in found for table in rehearsal_tables(item, phrasebook))
        write_text(out, tables_workbook(tables))
    if as_json:
        print_json({"rehearsals": [rehearsal_json(item) for item in found]})
        return
    for line in rehearsal_lines(found, phrasebook):
        print_text(line)


def _teller(phrasebook: Phrasebook) -> Callable[[int, int], None]:
    sentence = N_("{done} of {total} stretches planned.")
    return lambda done, total: log(phrasebook.say(sentence, done=done, total=total))
