"""What a plan is compared with on the same data: the filed list as written, a greedy, the grade rule alone."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from math import fsum
from typing import Any

from planner.plan.accounts import account, exact_sums
from planner.plan.days import account_of
from planner.plan.greedy import greedy_choice
from planner.plan.records import PollutantTotal, Shortfall
from planner.problem import HardRule, PlanProblem, Reference, ReferenceName, broken_rules
from planner.problem.records import Floats, Indices
from planner.terms import Mode

__all__ = ["Baseline", "BaselineName", "baseline_body", "find_baselines"]


class BaselineName(StrEnum):
    """The baselines, in the order in which they are shown."""

    FILED = "filed"
    GREEDY = "greedy"
    GRADE_RULE = "grade_rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """One baseline.

    Attributes:
        breaks: the hard rules that it breaks; empty: a permitted plan.
        totals, shortfalls: as those of a plan; no shortfall: it meets the cuts.
        enterprises: how many enterprises, fleets and sites lose some of their activity.
    """

    name: BaselineName
    objective_yuan: float
    enterprises: int
    totals: tuple[PollutantTotal, ...]
    shortfalls: tuple[Shortfall, ...]
    breaks: tuple[HardRule, ...]

    @property
    def meets(self) -> bool:
        """Whether it meets every cut."""
        return not self.shortfalls

    @property
    def is_permitted(self) -> bool:
        """Whether it is a permitted plan of the problem."""
        return not self.breaks


def find_baselines(problem: PlanProblem) -> tuple[Baseline, ...]:
    """Every baseline that the problem tells of, in the order of BaselineName; the greedy always.

    In `filed` and `fill` the filed list as written is the first option of every source. In `design`, and for the grade
    rule, it is what the problem's builder counted on the same rows.
    """
    base = exact_sums(problem.sources.base_kg_per_day)
    counted = {item.name: _counted(problem, base, item) for item in problem.references}
    filed = counted.get(str(ReferenceName.FILED))
    if problem.header.mode is not Mode.DESIGN:
        first = problem.sources.first_option[:-1]
        filed = _chosen(problem, base, BaselineName.FILED, first)
    greedy = _chosen(problem, base, BaselineName.GREEDY, greedy_choice(problem))
    found = (filed, greedy, counted.get(str(ReferenceName.GRADE_RULE)))
    return tuple(item for item in found if item is not None)


def _chosen(problem: PlanProblem, base: Floats, name: BaselineName, chosen: Indices) -> Baseline:
    options, sources = problem.options, problem.sources
    totals, shortfalls = account_of(problem, chosen, base)
    owners = zip(sources.enterprise_id, sources.source_id, (options.kept_share[chosen] < 1.0).tolist(), strict=True)
    return Baseline(
        name=name,
        objective_yuan=fsum(options.cost_yuan[chosen].tolist()),
        enterprises=len({firm or source for firm, source, loses in owners if loses}),
        totals=totals,
        shortfalls=shortfalls,
        breaks=broken_rules(problem, chosen),
    )


def _counted(problem: PlanProblem, base: Floats, reference: Reference) -> Baseline:
    taken = base * 0.0 + reference.reduction_kg_per_day
    totals, shortfalls = account(problem, base, taken)
    return Baseline(
        name=BaselineName(reference.name),
        objective_yuan=reference.cost_yuan,
        enterprises=reference.enterprises,
        totals=totals,
        shortfalls=shortfalls,
        breaks=tuple(HardRule(item) for item in reference.breaks),
    )


def baseline_body(item: Baseline) -> dict[str, Any]:
    """A baseline as the document holds it beside its cost."""
    return {
        "meets": item.meets,
        "permitted": item.is_permitted,
        "breaks": [str(rule) for rule in item.breaks],
        "enterprises": item.enterprises,
        "shares": {str(total.pollutant): total.share for total in item.totals},
        "shortfalls": [asdict(short) for short in item.shortfalls],
    }
