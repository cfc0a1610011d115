"""The hard rules of a plan, each tested on the arrays of the problem: menus, share rules, whole lines, grade order."""

from collections.abc import Iterator

import numpy as np

from planner.audit.days import on_other_days
from planner.audit.side_tables import check_side_tables
from planner.plan import AuditCheck
from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Flags, Indices
from planner.terms import Standing

__all__ = ["check_hard_rules"]

TINY = 1e-9
NEVER_ORDERED = frozenset(
    {Standing.SELF_DETERMINED, Standing.WHITE_LISTED, Standing.EXEMPT, Standing.SMALL, Standing.REST}
)


def check_hard_rules(problem: PlanProblem, chosen: Indices) -> Iterator[AuditCheck]:
    """One check a family; menus first, for without a sound choice the others mean nothing."""
    one = _one_option(problem, chosen)
    yield one
    if one.passed:
        yield _never_ordered(problem, chosen)
        yield _cannot_stop(problem, chosen)
        yield _share_rules(problem, chosen)
        yield from _order(problem, chosen)
        yield from check_side_tables(problem, chosen)


def _one_option(problem: PlanProblem, chosen: Indices) -> AuditCheck:
    """Family 1: one option of its own menu a source."""
    first = problem.sources.first_option
    if chosen.shape != (problem.sources.count,):
        return AuditCheck(
            code="audit.one_option", passed=False, expected=str(problem.sources.count), found=str(chosen.shape)
        )
    wrong = np.flatnonzero((chosen < first[:-1]) | (chosen >= first[1:]))
    return _verdict("audit.one_option", [problem.sources.source_id[index] for index in wrong])


def _never_ordered(problem: PlanProblem, chosen: Indices) -> AuditCheck:
    """Family 2: nothing is ordered from who acts on its own, is exempt, small, white-listed or not controlled."""
    names = np.array(problem.sources.standing, dtype=object)
    outside = np.isin(names, [str(item) for item in NEVER_ORDERED])
    touched = np.array([bool(found) for found in problem.options.measure_sets], dtype=bool)[
        problem.options.measures[chosen]
    ]
    cut = problem.options.reduction_kg_per_day[chosen].any(axis=1)
    wrong = np.flatnonzero(outside & (touched | cut))
    return _verdict("audit.never_ordered", [problem.sources.source_id[index] for index in wrong])


def _cannot_stop(problem: PlanProblem, chosen: Indices) -> AuditCheck:
    """Family 2: nothing that cannot stop is told to stop."""
    wrong = np.flatnonzero(problem.options.halts[chosen] & ~problem.sources.can_stop)
    return _verdict("audit.cannot_stop", [problem.sources.source_id[index] for index in wrong])


def _share_rules(problem: PlanProblem, chosen: Indices) -> AuditCheck:
    """Family 3: of each rule's members at least the required weight stands still."""
    rules = problem.share_rules
    halted = problem.options.halts[chosen][rules.member] * rules.weight
    running = np.concatenate([[0.0], np.cumsum(halted)])
    reached = running[rules.first_member[1:]] - running[rules.first_member[:-1]]
    wrong = np.flatnonzero(reached < rules.required - TINY)
    return _verdict("audit.share_rules", [rules.label[index] for index in wrong])


def _order(problem: PlanProblem, chosen: Indices) -> Iterator[AuditCheck]:
    """Family 6: one required share a cohort that explains all its members, never falling from better to worse."""
    fits = _explaining_steps(problem, chosen)
    wrong = np.flatnonzero(~fits.any(axis=1))
    yield _verdict("audit.equal_treatment", [problem.cohorts.label[index] for index in wrong])
    if len(wrong) == 0:
        yield _verdict("audit.grade_order", list(_falling(problem, fits)))


def _explaining_steps(problem: PlanProblem, chosen: Indices) -> Flags:
    sources, units, cohorts = problem.sources, problem.units, problem.cohorts
    against = np.zeros((cohorts.count, len(cohorts.steps)), dtype=np.int64)
    single = (sources.cohort > NO_INDEX) & (sources.unit == NO_INDEX)
    differs = sources.step_option[single] != chosen[single][:, None]
    np.add.at(against, sources.cohort[single], differs.astype(np.int64))
    inside = sources.unit > NO_INDEX
    lines = np.bincount(sources.unit[inside], weights=problem.options.halts[chosen[inside]], minlength=units.count)
    outside = (lines[:, None] < units.halts_min) | (lines[:, None] > units.halts_max)
    np.add.at(against, units.cohort, outside.astype(np.int64))
    if problem.days is not None:
        np.add.at(against, sources.cohort[inside], on_other_days(problem, chosen[inside]).astype(np.int64))
    return np.asarray((against == 0) & cohorts.allowed)


def _falling(problem: PlanProblem, fits: Flags) -> Iterator[str]:
    """Cohorts for which no step at or above those of all better grades is left."""
    cohorts = problem.cohorts
    floors: dict[int, int] = {}
    for index in sorted(range(cohorts.count), key=lambda item: (cohorts.group[item], cohorts.rank[item])):
        group = int(cohorts.group[index])
        possible = [step for step in np.flatnonzero(fits[index]).tolist() if step >= floors.get(group, 0)]
        if not possible:
            yield cohorts.label[index]
        floors[group] = possible[0] if possible else floors.get(group, 0)


def _verdict(code: str, wrong: list[str]) -> AuditCheck:
    return AuditCheck(
        code=code, passed=not wrong, place=wrong[0] if wrong else "", found=str(len(wrong)) if wrong else ""
    )
