"""What a plan pays for breaking equal treatment and grade order, cohort by cohort and enterprise by enterprise."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from planner.problem import FairReading, PlanProblem, SoftOrder, agreeing_steps, read_fairly
from planner.problem.records import Indices

__all__ = ["FairCohort", "Fairness", "UnlikeFirm", "fairness_body", "find_fairness"]

PERCENT = 100.0
TINY = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlikeFirm:
    """An enterprise that is asked for another share than its equals.

    Attributes:
        own_share: what it is asked for, 0..1, the mean over its lines.
        points: percentage points of distance, the mean over its lines.
    """

    enterprise_id: str
    own_share: float
    points: float
    paid_yuan: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FairCohort:
    """A cohort of equal grade as the plan is read.

    Attributes:
        required_share: of the cohort, 0..1; `better_share` the highest of a better grade of its group, 0 for the best.
        below_points: percentage points by which the cohort is asked for less than that better grade.
        paid_yuan: for that, over all its enterprises and days.
        unlike: enterprises asked for another share than the cohort's, by their codes.
    """

    cohort: str
    enterprises: int
    required_share: float
    better_share: float
    below_points: float
    paid_yuan: float
    unlike: tuple[UnlikeFirm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fairness:
    """All cohorts, and what the plan pays for the order that it breaks.

    Attributes:
        price_yuan: a percentage point, an enterprise and a day.
        paid_yuan: over the episode; counted beside the cost and never part of it.
    """

    price_yuan: float
    paid_yuan: float
    cohorts: tuple[FairCohort, ...]

    @property
    def broken(self) -> tuple[FairCohort, ...]:
        """The cohorts that break the grade order."""
        return tuple(item for item in self.cohorts if item.below_points > 0.0)

    @property
    def unequal(self) -> tuple[FairCohort, ...]:
        """The cohorts that do not treat equals alike."""
        return tuple(item for item in self.cohorts if item.unlike)


def find_fairness(problem: PlanProblem, chosen: Indices) -> Fairness | None:
    """What chosen options (n,) pay for the order; None where it has no price, or they agree with no share at all."""
    soft = problem.soft
    if soft is None or not agreeing_steps(problem, chosen).any(axis=1).all():
        return None
    reading, rate = read_fairly(problem, chosen), soft.yuan_per_share(problem.header.duration_days)
    unlike = _unlike(problem, soft, reading, rate)
    share = problem.cohorts.steps[reading.step]
    cohorts = tuple(
        FairCohort(
            cohort=soft.label[index],
            enterprises=int(soft.enterprises[index]),
            required_share=float(share[index]),
            better_share=float(reading.better[index]),
            below_points=_points(reading.below[index]),
            paid_yuan=rate * float(soft.enterprises[index]) * float(reading.below[index]),
            unlike=unlike.get(index, ()),
        )
        for index in range(soft.count)
    )
    return Fairness(price_yuan=soft.price_yuan, paid_yuan=reading.paid_yuan, cohorts=cohorts)


def fairness_body(fairness: Fairness | None) -> dict[str, Any]:
    """The field `grade_order` of the plan document; no field at all where the order has no price."""
    if fairness is None:
        return {}
    told = [item for item in fairness.cohorts if item.required_share > 0.0 or item.below_points > 0.0 or item.unlike]
    head = {
        "price_yuan_per_point_enterprise_day": fairness.price_yuan,
        "paid_yuan": fairness.paid_yuan,
        "cohorts_below_better": len(fairness.broken),
        "cohorts_unequal": len(fairness.unequal),
    }
    return {"grade_order": {**head, "cohorts": [asdict(item) for item in told]}}


def _unlike(
    problem: PlanProblem, soft: SoftOrder, reading: FairReading, rate: float
) -> dict[int, tuple[UnlikeFirm, ...]]:
    """By cohort, the enterprises of which some part lies apart."""
    firm, own = _firms(problem), problem.cohorts.steps[reading.own]
    parts: dict[tuple[int, str], list[int]] = {}
    for part in range(len(firm)):
        parts.setdefault((int(soft.cohort[part]), firm[part]), []).append(part)
    found: dict[int, tuple[UnlikeFirm, ...]] = {}
    for cohort, name in sorted(parts):
        places = np.array(parts[cohort, name])
        apart = float(soft.weight[places] @ reading.spread[places])
        if apart > TINY:
            share = float(soft.weight[places] @ own[places])
            row = UnlikeFirm(enterprise_id=name, own_share=share, points=_points(apart), paid_yuan=rate * apart)
            found[cohort] = (*found.get(cohort, ()), row)
    return found


def _firms(problem: PlanProblem) -> list[str]:
    """(k,) enterprise of each part, its source where it belongs to none."""
    sources, names = problem.sources, [""] * problem.cohorts.count
    for index in np.flatnonzero(sources.cohort >= 0).tolist():
        names[sources.cohort[index]] = sources.enterprise_id[index] or sources.source_id[index]
    return names


def _points(share: float) -> float:
    """Percentage points, rounding errors left out."""
    return round(PERCENT * float(share), 9)
