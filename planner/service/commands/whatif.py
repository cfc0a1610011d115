"""Commands of what-ifs: a file of scenarios, or a question that is many of them; all of them sweeps."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planner.errors import FindingsError, finding
from planner.problem import most_share
from planner.scenario import BASE, Scenario, curve_scenarios, exemption_scenarios, upgrade_scenarios
from planner.service.bootstrap import database_url, open_planner
from planner.service.commands.options import (
    CityOption,
    GapOption,
    JsonOption,
    LevelOption,
    ListOption,
    ModeOption,
    OnOption,
    OutOption,
)
from planner.service.console import log, print_json, print_text, speak, stdout_kept_clean
from planner.service.lists import DEMO_CITY
from planner.service.records import PlanRequest
from planner.service.scenarios.answer import pose_scenario
from planner.service.scenarios.ground import asked_request, open_ground, read_scenario_file
from planner.service.scenarios.reports import answers_json, write_answers
from planner.service.scenarios.sweep import SweepProgress, SweepQuestion, run_sweep
from planner.service.scenarios.words import answer_lines
from planner.service.scenarios.workers import HERE, Workers
from planner.terms import N_, Level, Mode, Phrasebook

__all__ = ["ask", "whatif"]

STOPPED = 1
SCENARIO_GAP = 1e-3
FEW = 4
"""So few scenarios are answered by this process: others would take longer to start than to answer."""


class Kind(StrEnum):
    """A question that is many scenarios."""

    CURVE = "curve"
    UPGRADES = "upgrades"
    EXEMPTIONS = "exemptions"


ExecutorOption = Annotated[str, typer.Option("--executor", help="process (spawned), dask, or here.")]
WorkersOption = Annotated[int, typer.Option("--workers", min=0, help="How many at once; 0: as many as cores.")]
AddressOption = Annotated[str, typer.Option("--address", help="A Dask scheduler that runs already.")]
TlsOption = Annotated[Path | None, typer.Option("--tls", help="Folder with ca.pem, cert.pem, key.pem for --address.")]
FileArgument = Annotated[Path, typer.Argument(help="YAML: a question, and scenarios that change it.")]
CutOption = Annotated[str, typer.Option("--cut", help="so2, nox, pm, vocs, or so2_nox for the sum.")]
PointsOption = Annotated[int, typer.Option("--points", min=2, max=200, help="Points along the curve.")]
AloneOption = Annotated[bool, typer.Option("--alone", help="The other cuts ask nothing.")]
RefileOption = Annotated[bool, typer.Option("--refile/--keep-filed", help="Take back the filed measures of the grade.")]
MostOption = Annotated[int, typer.Option("--most", min=0, help="Upgrades of so many enterprises, the largest; 0: all.")]
KindArgument = Annotated[Kind, typer.Argument(help="curve, upgrades or exemptions.")]
CUTS = ("so2", "nox", "pm", "vocs", "so2_nox")


def whatif(
    file: FileArgument,
    out: OutOption = None,
    list_file: ListOption = None,
    gap: GapOption = SCENARIO_GAP,
    executor: ExecutorOption = "process",
    workers: WorkersOption = 0,
    address: AddressOption = "",
    tls: TlsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer the scenarios of a file beside the question that they change; what is stored is not asked again."""
    planner = open_planner()
    read = read_scenario_file(file, planner.dictionary)
    request = PlanRequest(
        city=read.city, level=Level.ORANGE, mode=Mode.FILL, on=planner.today(), gap=gap, list_file=list_file
    )
    request = asked_request(planner, request, read.question, file.parent)
    team = Workers(kind=executor, count=workers, address=address, tls=tls)
    _answer(request, read.scenarios, team, out, folder=file.parent, as_json=as_json)


def ask(
    kind: KindArgument,
    cut: CutOption = "pm",
    points: PointsOption = 11,
    alone: AloneOption = False,
    refile: RefileOption = True,
    most: MostOption = 0,
    city: CityOption = DEMO_CITY,
    level: LevelOption = Level.ORANGE,
    mode: ModeOption = Mode.FILL,
    list_file: ListOption = None,
    on: OnOption = None,
    gap: GapOption = SCENARIO_GAP,
    executor: ExecutorOption = "process",
    workers: WorkersOption = 0,
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ask a question that is many scenarios: a curve of cost, which upgrades pay, what exemptions cost the others."""
    if cut not in CUTS:
        raise typer.BadParameter(f"{cut!r}: {', '.join(CUTS)}", param_hint="--cut")
    planner = open_planner()
    day = on or planner.today()
    request = PlanRequest(city=city, level=level, mode=mode, on=day, gap=gap, list_file=list_file)
    ground = open_ground(planner, request, Path())
    frame = ground.loaded.inventory.frame
    if kind is Kind.CURVE:
        reachable = most_share(pose_scenario(ground, Scenario(name=BASE)).problem, cut)
        scenarios = curve_scenarios(cut, reachable, points, alone=alone)
    else:
        scenarios = (
            upgrade_scenarios(frame, refile=refile, most=most) if kind is Kind.UPGRADES else exemption_scenarios(frame)
        )
    _answer(request, scenarios, Workers(kind=executor, count=workers), out, as_json=as_json)


def _answer(
    request: PlanRequest,
    scenarios: tuple[Scenario, ...],
    team: Workers,
    out: Path | None,
    *,
    as_json: bool,
    folder: Path = Path(),
) -> None:
    phrasebook = speak()
    if not scenarios:
        raise FindingsError((finding("sweep.nothing"),))
    asked = (Scenario(name=BASE, title=phrasebook.say(N_("the question as it stands"))), *scenarios)
    team = replace(team, kind=HERE) if len(asked) <= FEW and not team.address else team
    question = SweepQuestion(database=database_url(), request=request, folder=folder, scenarios=asked)
    with stdout_kept_clean():
        answers = run_sweep(question, team, lambda progress: _log(progress, phrasebook))
    planner, chinese = open_planner(), phrasebook.language.startswith("zh")
    areas = planner.city(request.city).areas
    counties = {area.code: area.name_zh if chinese else area.name_en for area in areas}
    if out is not None:
        write_answers(out, answers, counties, phrasebook)
    if as_json:
        print_json(answers_json(answers))
    else:
        for line in answer_lines(answers, phrasebook):
            print_text(line)
    raise typer.Exit(0 if len(answers) == len(asked) and all(item.outcome.has_plan for item in answers) else STOPPED)


def _log(progress: SweepProgress, phrasebook: Phrasebook) -> None:
    if progress.seconds_left is None:
        log(phrasebook.say(N_("{done} of {total} scenarios answered."), done=progress.done, total=progress.total))
    else:
        sentence = N_("{done} of {total} scenarios answered; about {seconds} s left.")
        left = round(progress.seconds_left)
        log(phrasebook.say(sentence, done=progress.done, total=progress.total, seconds=left))
