"""Commands of what-ifs: a file of scenarios, or a question that is many of them; all of them sweeps."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from planner.errors import FindingsError, finding
from planner.plan import plan_to_text
from planner.scenario import BASE, Asked, Scenario
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
from planner.service.console import log, print_json, print_text, speak, stdout_kept_clean, write_text
from planner.service.lists import DEMO_CITY
from planner.service.planner import Planner
from planner.service.records import PlanRequest
from planner.service.scenarios.answer import ScenarioAnswer
from planner.service.scenarios.ground import asked_request, open_ground, read_scenario_file
from planner.service.scenarios.many import Kind, ManyAsked, many_scenarios
from planner.service.scenarios.more import more_of
from planner.service.scenarios.plan_files import base_of_plans, plan_of_scenario
from planner.service.scenarios.reports import NO_MORE, More, answers_json, write_answers
from planner.service.scenarios.sweep import SweepProgress, SweepQuestion, run_sweep
from planner.service.scenarios.words import answer_lines, more_lines
from planner.service.scenarios.workers import HERE, Workers
from planner.terms import N_, Level, Mode, Phrasebook

__all__ = ["ask", "whatif"]

STOPPED = 1
SCENARIO_GAP = 1e-3
FEW = 4
"""So few scenarios are answered by this process: others would take longer to start than to answer."""


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
KindArgument = Annotated[Kind, typer.Argument(help="curve, front, upgrades or exemptions.")]
WinterOption = Annotated[
    list[str] | None, typer.Option("--winter", help="Of upgrades and exemptions: days of a level, orange=9; several.")
]
PlansOption = Annotated[Path | None, typer.Option("--plans", help="Folder for a plan file of each scenario.")]
PricedOption = Annotated[
    bool, typer.Option("--priced", help="Only price: the base's plan mended and a proven bound, without a search.")
]
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
    plans: PlansOption = None,
    priced: PricedOption = False,
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
    phrasebook = speak()
    question = _question(request, read.scenarios, file.parent, phrasebook, read.question.files_sha256)
    question = replace(question, is_priced=priced)
    answers = _swept(question, team, phrasebook)
    if plans is not None:
        _write_plans(question, answers, plans, phrasebook)
    _tell(question, answers, out, phrasebook, as_json=as_json)


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
    winter: WinterOption = None,
    priced: PricedOption = False,
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ask a question that is many scenarios: a curve or front of cost, which upgrades pay, what exemptions cost."""
    if cut not in CUTS:
        raise typer.BadParameter(f"{cut!r}: {', '.join(CUTS)}", param_hint="--cut")
    planner, phrasebook = open_planner(), speak()
    days = _winter(winter or [], level)
    asked = ManyAsked(kind=kind, cut=cut, points=points, alone=alone, refile=refile, most=most)
    request = PlanRequest(city=city, level=level, mode=mode, on=on or planner.today(), gap=gap, list_file=list_file)
    team = Workers(kind=executor, count=workers)
    found = [
        (each, count, *_asked_many(planner, replace(request, level=each), asked, team, phrasebook, priced))
        for each, count in days
    ]
    answers = tuple((each, count, part) for each, count, _, part in found)
    more = more_of(asked, answers, phrasebook)
    _tell(found[0][2], found[0][3], out, phrasebook, more=more, as_json=as_json)


def _asked_many(
    planner: Planner, request: PlanRequest, asked: ManyAsked, team: Workers, phrasebook: Phrasebook, is_priced: bool
) -> tuple[SweepQuestion, tuple[ScenarioAnswer, ...]]:
    """The scenarios of a question at one level, answered."""
    base = _question(request, (), Path(), phrasebook)
    with stdout_kept_clean():
        scenarios = many_scenarios(open_ground(planner, request, Path()), asked, base)
    if not scenarios:
        raise FindingsError((finding("sweep.nothing"),))
    question = replace(base, scenarios=(*base.scenarios, *scenarios), is_priced=is_priced)
    return question, _swept(question, team, phrasebook)


def _winter(texts: list[str], level: Level) -> tuple[tuple[Level, int | None], ...]:
    """Levels with their days in a winter; none said: the level asked for, over one episode."""
    pairs = [(text, *text.partition("=")[::2]) for text in texts]
    wrong = [text for text, name, count in pairs if name not in tuple(Level) or not count.isdecimal()]
    if wrong:
        raise FindingsError(tuple(finding("sweep.winter.unreadable", value=text) for text in wrong))
    return tuple((Level(name), int(count)) for _, name, count in pairs) or ((level, None),)


def _question(
    request: PlanRequest, scenarios: tuple[Scenario, ...], folder: Path, phrasebook: Phrasebook, digest: str = ""
) -> SweepQuestion:
    title = phrasebook.say(N_("the question as it stands"))
    asked = (Scenario(name=BASE, title=title, asked=Asked(files_sha256=digest)), *scenarios)
    return SweepQuestion(database=database_url(), request=request, folder=folder, scenarios=asked)


def _swept(question: SweepQuestion, team: Workers, phrasebook: Phrasebook) -> tuple[ScenarioAnswer, ...]:
    few = len(question.scenarios) <= FEW and not team.address
    with stdout_kept_clean():
        return run_sweep(
            question, replace(team, kind=HERE) if few else team, lambda progress: _log(progress, phrasebook)
        )


def _write_plans(
    question: SweepQuestion, answers: tuple[ScenarioAnswer, ...], folder: Path, phrasebook: Phrasebook
) -> None:
    """A plan file of each scenario that has a plan; searched again, and the very plan of the answer."""
    base = base_of_plans(open_ground(open_planner(), question.request, question.folder))
    known = {item.outcome.name: item for item in answers if item.outcome.is_planned}
    for scenario in question.scenarios:
        if scenario.name in known:
            with stdout_kept_clean():
                document = plan_of_scenario(base, scenario, known[scenario.name])
            path = folder / f"{scenario.name}.json"
            write_text(path, plan_to_text(document) + "\n")
            log(phrasebook.say(N_("{file} written."), file=path.name))


def _tell(
    question: SweepQuestion,
    answers: tuple[ScenarioAnswer, ...],
    out: Path | None,
    phrasebook: Phrasebook,
    *,
    more: More = NO_MORE,
    as_json: bool,
) -> None:
    planner, chinese = open_planner(), phrasebook.language.startswith("zh")
    areas = planner.city(question.request.city).areas
    counties = {area.code: area.name_zh if chinese else area.name_en for area in areas}
    if out is not None:
        write_answers(out, answers, counties, phrasebook, more)
    if as_json:
        print_json(answers_json(answers, more.content))
    else:
        for line in (*answer_lines(answers, phrasebook), *more_lines(more, phrasebook)):
            print_text(line)
    whole = len(answers) == len(question.scenarios) and all(item.outcome.has_plan for item in answers)
    raise typer.Exit(0 if whole else STOPPED)


def _log(progress: SweepProgress, phrasebook: Phrasebook) -> None:
    if progress.seconds_left is None:
        log(phrasebook.say(N_("{done} of {total} scenarios answered."), done=progress.done, total=progress.total))
    else:
        sentence = N_("{done} of {total} scenarios answered; about {seconds} s left.")
        left = round(progress.seconds_left)
        log(phrasebook.say(sentence, done=progress.done, total=progress.total, seconds=left))
