"""Cuts that are to hold when some fail, laid upon a problem; and the plain plan beside the robust one."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from planner.errors import Finding, FindingsError, Severity, finding, has_errors
from planner.plan import ChangePoint, PlanDocument, find_alternative
from planner.problem import PlanProblem, Robust, rates_of, strange_groups
from planner.service.records import PlanRequest, RobustAsked
from planner.solve import SolveSettings, solve_problem
from planner.sources import read_compliance

__all__ = ["find_plain", "with_robust"]


def with_robust(problem: PlanProblem, request: PlanRequest) -> tuple[PlanProblem, tuple[Finding, ...]]:
    """The problem with the failures that the request names, and what is to be said of its file of rates.

    Raises:
        FindingsError: where the request contradicts itself, the file cannot be used or a source has no rate.
    """
    given = request.robust
    if given is None:
        return problem, ()
    found = tuple(_wrong(request, given))
    if found:
        raise FindingsError(found)
    if isinstance(given, Robust):
        return replace(problem, robust=given), ()
    if given.failures:
        robust = Robust(failures=given.failures, probability=0.0, rate=np.zeros(0))
        return replace(problem, robust=robust), ()
    return _with_rates(problem, given)


def _with_rates(problem: PlanProblem, given: RobustAsked) -> tuple[PlanProblem, tuple[Finding, ...]]:
    assert given.compliance is not None  # noqa: S101 - checked before
    rows, digest, findings = read_compliance(given.compliance)
    if not rows or has_errors(findings):
        raise FindingsError(findings or (finding("robust.rates.empty", file=given.compliance.name),))
    rate = rates_of(problem, rows)
    lacking = np.flatnonzero(np.isnan(rate))
    if len(lacking):
        first = problem.sources.source_id[int(lacking[0])]
        raise FindingsError((finding("robust.rates.lacking", value=first, count=len(lacking)),))
    strange = tuple(
        finding("robust.rates.nobody", Severity.WARNING, value=f"{row.by} {row.code}")
        for row in strange_groups(problem, rows)
    )
    robust = Robust(failures=0, probability=given.probability, rate=rate, rates_sha256=digest)
    return replace(problem, robust=robust), (*findings, *strange)


def _wrong(request: PlanRequest, given: RobustAsked | Robust) -> Iterator[Finding]:
    if isinstance(given, RobustAsked):
        if (given.failures > 0) == (given.probability > 0.0):
            yield finding("robust.one_of_two")
        if (given.probability > 0.0) != (given.compliance is not None):
            yield finding("robust.rates.missing")
        if given.probability and not 0.5 < given.probability < 1.0:  # noqa: PLR2004 - a deviation below the mean
            yield finding("robust.probability", value=given.probability)
    beside = {
        "from_order": request.from_order is not None,
        "season": request.season is not None,
        "by_day": request.by_day,
        "prices": request.extras.prices,
        "alternatives": request.extras.alternatives > 0,
    }
    yield from (finding("robust.not_with", value=name) for name, is_asked in beside.items() if is_asked)


def find_plain(document: PlanDocument, settings: SolveSettings) -> ChangePoint | None:
    """The cheapest plan that need not withstand anything; None where none was found."""
    result = solve_problem(replace(document.problem, robust=None), settings)
    if result.plan is None or result.report is None:
        return None
    other = find_alternative(document.problem, document.plan, result.plan.chosen)
    return ChangePoint(other=other, bound_yuan=result.report.bound_yuan)
