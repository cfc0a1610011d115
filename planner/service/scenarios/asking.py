"""What-ifs as the panel asks them: a text of scenarios, a curve, upgrades; answered in the panel's own process."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from planner.problem import most_share
from planner.scenario import BASE, Asked, Scenario, curve_scenarios, exemption_scenarios, upgrade_scenarios
from planner.service.bootstrap import database_url
from planner.service.planner import Planner
from planner.service.records import PlanRequest
from planner.service.scenarios.answer import ScenarioAnswer, pose_scenario
from planner.service.scenarios.ground import asked_request, open_ground, read_scenario_text
from planner.service.scenarios.sweep import SweepProgress, SweepQuestion, run_sweep
from planner.service.scenarios.workers import HERE, Workers
from planner.terms import Level, Mode

__all__ = ["SCENARIO_GAP", "PanelQuestion", "answer_panel", "scenarios_of_text"]

SCENARIO_GAP = 1e-3
Progress = Callable[[SweepProgress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelQuestion:
    """A question of the panel, small enough to be a key.

    Attributes:
        kind: `text` (scenarios as YAML), `curve`, `upgrades` or `exemptions`.
        base_title: how the question as it stands is called.
        cut, points: of a curve; `most` of upgrades.
    """

    city: str
    level: Level
    mode: Mode
    on: date
    base_title: str
    kind: str = "exemptions"
    text: str = ""
    cut: str = "pm"
    points: int = 11
    most: int = 20

    def with_text(self, text: str) -> "PanelQuestion":
        """The scenarios of a text."""
        return replace(self, kind="text", text=text)

    def with_curve(self, cut: str, points: int) -> "PanelQuestion":
        """A curve of cost against a cut."""
        return replace(self, kind="curve", cut=cut, points=points)

    def with_upgrades(self, most: int) -> "PanelQuestion":
        """The upgrades of so many enterprises, the largest."""
        return replace(self, kind="upgrades", most=most)


def answer_panel(
    planner: Planner, question: PanelQuestion, progress: Progress, is_stopped: Callable[[], bool]
) -> tuple[ScenarioAnswer, ...]:
    """The answers, the base first; those stored already are not asked again.

    Raises:
        FindingsError: with everything that is wrong with the text, or where the list cannot be used.
    """
    request = PlanRequest(
        city=question.city, level=question.level, mode=question.mode, on=question.on, gap=SCENARIO_GAP
    )
    if question.kind == "text":
        asked, scenarios = scenarios_of_text(planner, question.text)
        request = asked_request(planner, request, asked, Path())
    else:
        scenarios = _scenarios(planner, question, request)
    base = Scenario(name=BASE, title=question.base_title)
    sweep = SweepQuestion(database=database_url(), request=request, folder=Path(), scenarios=(base, *scenarios))
    return run_sweep(sweep, Workers(kind=HERE), progress, is_stopped)


def scenarios_of_text(planner: Planner, text: str) -> tuple[Asked, tuple[Scenario, ...]]:
    """The question of a text and its scenarios.

    Raises:
        FindingsError: with everything that is wrong with it.
    """
    read = read_scenario_text(text, "scenarios.yaml", planner.dictionary)
    return read.question, read.scenarios


def _scenarios(planner: Planner, question: PanelQuestion, request: PlanRequest) -> tuple[Scenario, ...]:
    ground = open_ground(planner, request, Path())
    frame = ground.loaded.inventory.frame
    if question.kind == "curve":
        most = most_share(pose_scenario(ground, Scenario(name=BASE)).problem, question.cut)
        return curve_scenarios(question.cut, most, question.points, alone=False)
    if question.kind == "upgrades":
        return upgrade_scenarios(frame, refile=True, most=question.most)
    return exemption_scenarios(frame)
