"""What-ifs as the panel asks them: a text of scenarios, a curve, upgrades; answered in the panel's own process."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.plan import plan_to_text
from planner.scenario import BASE, Asked, Scenario
from planner.service.bootstrap import database_url
from planner.service.planner import Planner
from planner.service.records import PlanRequest
from planner.service.scenarios.answer import ScenarioAnswer
from planner.service.scenarios.ground import asked_request, open_ground, read_scenario_text, with_digests
from planner.service.scenarios.many import Kind, ManyAsked, many_scenarios
from planner.service.scenarios.more import LevelAnswers, more_of
from planner.service.scenarios.plan_files import base_of_plans, plan_of_scenario
from planner.service.scenarios.reports import NO_MORE, More
from planner.service.scenarios.sweep import SweepProgress, SweepQuestion, run_sweep
from planner.service.scenarios.workers import HERE, Workers
from planner.terms import LEVELS, Level, Mode, Phrasebook

__all__ = [
    "SCENARIO_GAP",
    "PanelQuestion",
    "answer_panel",
    "number_rules",
    "panel_more",
    "panel_plan",
    "scenarios_of_text",
]

SCENARIO_GAP = 1e-3
TEXT = "text"
Progress = Callable[[SweepProgress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelQuestion:
    """A question of the panel, small enough to be a key.

    Attributes:
        kind: `text` (scenarios as YAML), or a Kind.
        base_title: how the question as it stands is called.
        cut, points: of a curve, `points` of a front too; `most` of upgrades.
        files: names and contents of the files that scenarios of a text name.
        winter: of upgrades and exemptions: levels with their days in a winter; empty: one episode of `level`.
    """

    city: str
    level: Level
    mode: Mode
    on: date
    base_title: str
    kind: str = str(Kind.EXEMPTIONS)
    text: str = ""
    cut: str = "pm"
    points: int = 11
    most: int = 20
    winter: tuple[tuple[Level, int], ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()

    @property
    def many(self) -> ManyAsked:
        """The question that is many scenarios."""
        return ManyAsked(kind=Kind(self.kind), cut=self.cut, points=self.points, most=self.most)

    def with_text(self, text: str, files: tuple[tuple[str, bytes], ...] = ()) -> "PanelQuestion":
        """The scenarios of a text, and the files that they name."""
        return replace(self, kind=TEXT, text=text, files=files)

    def with_curve(self, cut: str, points: int) -> "PanelQuestion":
        """A curve of cost against a cut."""
        return replace(self, kind=str(Kind.CURVE), cut=cut, points=points)

    def with_front(self, points: int) -> "PanelQuestion":
        """The front of cost against enterprises told."""
        return replace(self, kind=str(Kind.FRONT), points=points)

    def with_upgrades(self, most: int) -> "PanelQuestion":
        """The upgrades of so many enterprises, the largest."""
        return replace(self, kind=str(Kind.UPGRADES), most=most)

    def over(self, winter: tuple[int, ...]) -> "PanelQuestion":
        """The same over a winter of so many days of each of LEVELS."""
        days = tuple((level, count) for level, count in zip(LEVELS, winter, strict=True) if count)
        return replace(self, winter=days)


def answer_panel(
    planner: Planner, question: PanelQuestion, progress: Progress, is_stopped: Callable[[], bool]
) -> LevelAnswers:
    """The answers level by level, the base first; those stored already are not asked again.

    Raises:
        FindingsError: with everything that is wrong with the text, or where the list cannot be used.
    """
    request = PlanRequest(
        city=question.city, level=question.level, mode=question.mode, on=question.on, gap=SCENARIO_GAP
    )
    if question.kind == TEXT:
        with _posed(planner, question) as sweep:
            return ((sweep.request.level, None, run_sweep(sweep, Workers(kind=HERE), progress, is_stopped)),)
    days: tuple[tuple[Level, int | None], ...] = question.winter or ((question.level, None),)
    return tuple(
        (level, count, _many(planner, question, replace(request, level=level), progress, is_stopped))
        for level, count in days
    )


def _many(
    planner: Planner,
    question: PanelQuestion,
    request: PlanRequest,
    progress: Progress,
    is_stopped: Callable[[], bool],
) -> tuple[ScenarioAnswer, ...]:
    ground = open_ground(planner, request, Path())
    scenarios = many_scenarios(ground, question.many, _sweep(question, request, ()))
    return run_sweep(_sweep(question, request, scenarios), Workers(kind=HERE), progress, is_stopped)


def _sweep(question: PanelQuestion, request: PlanRequest, scenarios: tuple[Scenario, ...]) -> SweepQuestion:
    base = Scenario(name=BASE, title=question.base_title)
    return SweepQuestion(database=database_url(), request=request, folder=Path(), scenarios=(base, *scenarios))


def panel_more(question: PanelQuestion, answers: LevelAnswers, phrasebook: Phrasebook) -> More:
    """What stands beside the answers: prices along a curve or front, whom upgrades and exemptions pay."""
    return NO_MORE if question.kind == TEXT else more_of(question.many, answers, phrasebook)


def panel_plan(planner: Planner, question: PanelQuestion, answer: ScenarioAnswer) -> str:
    """The plan file of one scenario of a text, the very plan that was answered.

    Raises:
        FindingsError: where it is another one now, or there is none.
    """
    with _posed(planner, question) as sweep:
        ground = open_ground(planner, sweep.request, sweep.folder)
        scenario = next(item for item in sweep.scenarios if item.name == answer.outcome.name)
        return plan_to_text(plan_of_scenario(base_of_plans(ground), scenario, answer)) + "\n"


@contextmanager
def _posed(planner: Planner, question: PanelQuestion) -> Iterator[SweepQuestion]:
    """The sweep of a text; its files lie in a folder of their own, and no name leads out of it."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        for name, content in question.files:
            folder.joinpath(Path(name).name).write_bytes(content)
        read = read_scenario_text(question.text, "scenarios.yaml", planner.dictionary)
        read = with_digests(read, folder)
        base = Scenario(name=BASE, title=question.base_title, asked=Asked(files_sha256=read.question.files_sha256))
        request = PlanRequest(
            city=question.city, level=question.level, mode=question.mode, on=question.on, gap=SCENARIO_GAP
        )
        request = asked_request(planner, request, read.question, folder)
        yield SweepQuestion(database=database_url(), request=request, folder=folder, scenarios=(base, *read.scenarios))


def number_rules(planner: Planner, city: str) -> dict[str, str]:
    """Title of every rule in force that holds a number, by its id."""
    rules = planner.rules(city, planner.today())
    chosen = (item for item in rules.rules if isinstance(item.value, (int, float)) and not isinstance(item.value, bool))
    return {item.rule.id: f"{item.rule.title_zh} ({item.rule.id})" for item in chosen}


def scenarios_of_text(planner: Planner, text: str) -> tuple[Asked, tuple[Scenario, ...]]:
    """The question of a text and its scenarios.

    Raises:
        FindingsError: with everything that is wrong with it.
    """
    read = read_scenario_text(text, "scenarios.yaml", planner.dictionary)
    return read.question, read.scenarios
