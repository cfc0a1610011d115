"""The referee on a grade order with a price: every reading of the required shares tried, the cheapest one demanded."""

from collections.abc import Iterator
from itertools import product
from math import fsum

import numpy as np

from planner.audit.recount import close
from planner.plan import AuditCheck, Fairness, Plan, SolveReport
from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Indices

__all__ = ["check_fairness"]

PERCENT = 100.0
Table = list[list[float]]


def check_fairness(problem: PlanProblem, plan: Plan, report: SolveReport) -> Iterator[AuditCheck]:
    """The stated reading is permitted, costs what is stated, and none is cheaper; the bound leaves what is paid out."""
    soft, stated = problem.soft, plan.fairness
    if soft is None or stated is None:
        if (soft is None) != (stated is None):
            yield AuditCheck(code="audit.fairness", passed=False, place="grade_order")
        return
    spread = _spreads(problem, plan.chosen)
    own = _as_stated(problem, stated, spread)
    least = fsum(_cheapest(problem, chain, spread) for chain in soft.chains())
    rows = [item.paid_yuan for item in stated.cohorts]
    rows += [firm.paid_yuan for item in stated.cohorts for firm in item.unlike]
    same = own is not None and close(own, stated.paid_yuan) and close(fsum(rows), stated.paid_yuan)
    place = "" if same else _first_wrong(problem, stated)
    yield AuditCheck(code="audit.fairness", passed=same, place=place, expected=repr(own), found=repr(stated.paid_yuan))
    yield AuditCheck(
        code="audit.fairness_least",
        passed=close(least, stated.paid_yuan),
        expected=repr(least),
        found=repr(stated.paid_yuan),
    )
    together = next((item.bound for item in report.stages if item.name == "fairness"), np.nan)
    most = together - stated.paid_yuan
    fits = report.bound_yuan <= most or close(report.bound_yuan, most)
    yield AuditCheck(code="audit.bound", passed=bool(fits), expected=repr(most), found=repr(report.bound_yuan))


def _spreads(problem: PlanProblem, chosen: Indices) -> Table:
    """[c][q] summed distance in shares of a cohort's enterprises from each step; part by part, source by source."""
    soft, steps = problem.soft, problem.cohorts.steps.tolist()
    assert soft is not None  # noqa: S101 - the caller has one
    result = [[0.0] * len(steps) for _ in soft.label]
    for part, agreeing in enumerate(_agreeing(problem, chosen)):
        row, weight = result[soft.cohort[part]], float(soft.weight[part])
        for step, share in enumerate(steps):
            row[step] += weight * min((abs(share - steps[other]) for other in agreeing), default=np.inf)
    return result


def _agreeing(problem: PlanProblem, chosen: Indices) -> list[list[int]]:
    """The steps of each part's menu that explain what its sources do."""
    sources, units, options = problem.sources, problem.units, problem.options
    found = [np.flatnonzero(row).tolist() for row in problem.cohorts.allowed]
    halted = [0] * units.count
    for index, part in enumerate(sources.cohort.tolist()):
        unit, option = int(sources.unit[index]), int(chosen[index])
        if part != NO_INDEX and unit == NO_INDEX:
            found[part] = [step for step in found[part] if sources.step_option[index, step] == option]
        elif part != NO_INDEX:
            halted[unit] += bool(options.halts[option])
    for unit, count in enumerate(halted):
        part, least, most = int(units.cohort[unit]), units.halts_min[unit], units.halts_max[unit]
        found[part] = [step for step in found[part] if least[step] <= count <= most[step]]
    return found


def _as_stated(problem: PlanProblem, stated: Fairness, spread: Table) -> float | None:
    """Yuan that the stated shares cost; None where they are no steps of the cohorts' menus."""
    soft, steps = problem.soft, problem.cohorts.steps.tolist()
    assert soft is not None  # noqa: S101 - the caller has one
    shares = {item.cohort: item.required_share for item in stated.cohorts}
    if tuple(shares) != soft.label or any(share not in steps for share in shares.values()):
        return None
    places = [steps.index(shares[label]) for label in soft.label]
    if not all(soft.allowed[cohort, step] for cohort, step in enumerate(places)):
        return None
    return fsum(_worth(problem, chain, tuple(places[cohort] for cohort in chain), spread) for chain in soft.chains())


def _cheapest(problem: PlanProblem, chain: tuple[int, ...], spread: Table) -> float:
    """Yuan of the cheapest of all readings of a group."""
    soft = problem.soft
    assert soft is not None  # noqa: S101 - the caller has one
    menus = [np.flatnonzero(soft.allowed[cohort]).tolist() for cohort in chain]
    return min(_worth(problem, chain, places, spread) for places in product(*menus))


def _worth(problem: PlanProblem, chain: tuple[int, ...], places: tuple[int, ...], spread: Table) -> float:
    """Yuan of one reading of a group: the spread of each cohort, and what it lies below a better one."""
    soft, steps, total, highest = problem.soft, problem.cohorts.steps, 0.0, 0.0
    assert soft is not None  # noqa: S101 - the caller has one
    for cohort, place in zip(chain, places, strict=True):
        share = float(steps[place])
        total += spread[cohort][place] + int(soft.enterprises[cohort]) * max(0.0, highest - share)
        highest = max(highest, share)
    return total * soft.price_yuan * PERCENT * problem.header.duration_days


def _first_wrong(problem: PlanProblem, stated: Fairness) -> str:
    """The cohort named otherwise than the problem's, else the field itself."""
    labels = problem.soft.label if problem.soft else ()
    pairs = zip(labels, (item.cohort for item in stated.cohorts), strict=False)
    return next((one for one, two in pairs if one != two), "grade_order")
