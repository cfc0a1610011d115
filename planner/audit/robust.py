"""The referee on cuts that hold when some fail: the largest reductions taken away, or the chances added up."""

from collections.abc import Iterator
from math import fsum, sqrt
from statistics import NormalDist

from planner.plan import AuditCheck, Plan
from planner.problem import PlanProblem

__all__ = ["check_robust"]

NEAR = 1e-10
"""Share of the base within which two ways of adding up agree."""
CUTS: dict[str, tuple[int, ...]] = {"so2": (0,), "nox": (1,), "pm": (2,), "vocs": (3,), "so2_nox": (0, 1)}


def check_robust(problem: PlanProblem, plan: Plan) -> Iterator[AuditCheck]:
    """What is left of each cut is what the plan says, and a miss is declared."""
    if problem.robust is None:
        return
    stated = {item.row: item for item in plan.robust}
    wrong = [name for name in CUTS if name not in stated] if set(stated) != set(CUTS) else []
    for name in CUTS if not wrong else ():
        left, target = _left(problem, plan, name), _target(problem, name)
        item = stated[name]
        misses = target > 0.0 and target - left > NEAR
        agrees = abs(item.kept_share - left) <= NEAR and abs(item.target_share - target) <= NEAR
        if not agrees or (misses and item.missing_share <= 0.0) or (left - target > NEAR and item.missing_share > 0.0):
            wrong.append(name)
    place = wrong[0] if wrong else ""
    yield AuditCheck(
        code="audit.robust",
        passed=not wrong,
        place=place,
        expected=repr(_left(problem, plan, place)) if place in CUTS else "",
        found=repr(stated[place].kept_share) if place in stated else "",
    )


def _target(problem: PlanProblem, name: str) -> float:
    places = CUTS[name]
    return float(problem.targets.share[places[0]]) if len(places) == 1 else problem.targets.exchange_sum_share


def _left(problem: PlanProblem, plan: Plan, name: str) -> float:
    """Share of the base that is left of a cut, each source's part counted by itself."""
    robust, parts = problem.robust, [0.0] * problem.sources.count
    assert robust is not None  # noqa: S101 - the caller has one
    for column in CUTS[name]:
        base = fsum(problem.sources.base_kg_per_day[:, column].tolist())
        taken = problem.options.reduction_kg_per_day[plan.chosen, column].tolist()
        parts = [part + (kilograms / base if base > 0.0 else 0.0) for part, kilograms in zip(parts, taken, strict=True)]
    if robust.failures:
        return fsum(sorted(parts, reverse=True)[robust.failures :])
    pairs = list(zip(robust.rate.tolist(), parts, strict=True))
    spread = sqrt(fsum(rate * (1.0 - rate) * part**2 for rate, part in pairs))
    return fsum(rate * part for rate, part in pairs) - NormalDist().inv_cdf(robust.probability) * spread
