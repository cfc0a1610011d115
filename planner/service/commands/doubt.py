"""The command of doubt: how sure a plan is when the list may be wrong and not everybody complies."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.orders.tables import tables_workbook
from planner.scenario import DoubtAnswer
from planner.service.bootstrap import open_planner
from planner.service.commands.options import JsonOption, OutOption
from planner.service.commands.plan import PlanArgument, plan_sidecar
from planner.service.console import print_json, print_text, read_text, speak, stdout_kept_clean, write_text
from planner.service.scenarios.doubt_words import doubt_lines, doubt_tables
from planner.service.scenarios.doubting import DoubtAsked, SurerPlan, ask_doubt

__all__ = ["doubt"]

ACTIVITY, POLLUTANT, RATE, DRAWS, GAP = 0.2, 0.1, 0.95, 2000, 1e-3

ActivityOption = Annotated[
    float, typer.Option("--activity", min=0.0, max=2.0, help="Standard deviation of each source's activity, a share.")
]
PollutantOption = Annotated[
    float, typer.Option("--pollutant", min=0.0, max=2.0, help="The same of each pollutant's factor beside it.")
]
RateOption = Annotated[float, typer.Option("--rate", min=0.0, max=1.0, help="Chance that an enterprise complies.")]
RatesOption = Annotated[Path | None, typer.Option("--compliance", help="CSV of rates by county, industry, grade.")]
DrawsOption = Annotated[int, typer.Option("--draws", min=100, max=100_000, help="Worlds that are drawn.")]
SeedOption = Annotated[int, typer.Option("--seed", min=0, help="The same seed draws the same worlds.")]
ConfidenceOption = Annotated[
    float, typer.Option("--confidence", min=0.0, max=0.999, help="Seek the plan that meets each cut this surely.")
]


def doubt(
    file: PlanArgument,
    activity: ActivityOption = ACTIVITY,
    pollutant: PollutantOption = POLLUTANT,
    rate: RateOption = RATE,
    compliance: RatesOption = None,
    draws: DrawsOption = DRAWS,
    seed: SeedOption = 1,
    confidence: ConfidenceOption = 0.0,
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell how sure a plan is: the chance of each cut, who decides it, and the margin to order to be surer."""
    planner, phrasebook = open_planner(), speak()
    document = planner.read_plan(read_text(file), plan_sidecar(file))
    asked = DoubtAsked(
        activity_deviation=activity,
        pollutant_deviation=pollutant,
        rate=rate,
        compliance=compliance,
        draws=draws,
        seed=seed,
        confidence=confidence,
        gap=GAP,
    )
    with stdout_kept_clean():
        answer, surer = ask_doubt(document, asked)
    if out is not None:
        write_text(out, tables_workbook(doubt_tables(answer, surer, phrasebook)))
    if as_json:
        print_json(_json(asked, answer, surer))
        return
    for line in doubt_lines(asked, answer, surer, phrasebook):
        print_text(line)


def _json(asked: DoubtAsked, answer: DoubtAnswer, surer: SurerPlan | None) -> dict[str, Any]:
    given = asdict(asked) | {"compliance": asked.compliance.name if asked.compliance else None}
    found = {key: value for key, value in asdict(answer).items() if key != "reached"}
    return {"asked": given, **found, "surer": asdict(surer) if surer else None}
