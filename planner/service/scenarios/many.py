"""Questions that are many scenarios: which scenarios they are over a list."""

from dataclasses import dataclass, replace
from enum import StrEnum

from planner.errors import FindingsError, finding
from planner.problem import most_share
from planner.scenario import (
    BASE,
    Asked,
    Scenario,
    curve_scenarios,
    exemption_scenarios,
    front_scenarios,
    upgrade_scenarios,
)
from planner.service.scenarios.answer import pose_scenario
from planner.service.scenarios.ground import Ground
from planner.service.scenarios.sweep import SweepQuestion, run_sweep
from planner.service.scenarios.workers import HERE, Workers
from planner.solve import fewest_changes

__all__ = ["Kind", "ManyAsked", "many_scenarios"]


class Kind(StrEnum):
    """A question that is many scenarios."""

    CURVE = "curve"
    FRONT = "front"
    UPGRADES = "upgrades"
    EXEMPTIONS = "exemptions"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyAsked:
    """Which question.

    Attributes:
        cut, points, alone: of a curve; `points` of a front too.
        refile, most: of upgrades; 0: all enterprises.
    """

    kind: Kind
    cut: str = "pm"
    points: int = 11
    alone: bool = False
    refile: bool = True
    most: int = 0


def many_scenarios(ground: Ground, asked: ManyAsked, base: SweepQuestion) -> tuple[Scenario, ...]:
    """The scenarios of a question, without the base.

    Args:
        base: the sweep of the question as it stands alone; a front begins from its answer, which is then stored.

    Raises:
        FindingsError: where the question has no ground.
    """
    frame = ground.loaded.inventory.frame
    if asked.kind is Kind.CURVE:
        most = most_share(pose_scenario(ground, Scenario(name=BASE)).problem, asked.cut)
        return curve_scenarios(asked.cut, most, asked.points, alone=asked.alone)
    if asked.kind is Kind.FRONT:
        return _front(ground, asked.points, base)
    if asked.kind is Kind.UPGRADES:
        return upgrade_scenarios(frame, refile=asked.refile, most=asked.most)
    return exemption_scenarios(frame)


def _front(ground: Ground, points: int, base: SweepQuestion) -> tuple[Scenario, ...]:
    """From the fewest that any plan can tell to those of the cheapest plan."""
    cheapest = run_sweep(base, Workers(kind=HERE))[0].outcome
    limited = pose_scenario(ground, Scenario(name=BASE, asked=Asked(most_told=cheapest.told)))
    fewest = fewest_changes(limited.problem, limited.settings) if cheapest.has_plan else None
    if fewest is None:
        raise FindingsError((finding("sweep.front.none"),))
    return front_scenarios(fewest.count, cheapest.told, points)


def of_base(question: SweepQuestion) -> SweepQuestion:
    """The question as it stands alone."""
    return replace(question, scenarios=question.scenarios[:1])
