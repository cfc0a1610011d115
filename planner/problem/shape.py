"""Whether the arrays of a problem fit together: lengths, index ranges, values in their bounds."""

from collections.abc import Iterator
from dataclasses import MISSING, fields

import numpy as np
from numpy.typing import NDArray

from planner.errors import Finding, Place, finding
from planner.problem.day_shape import day_faults
from planner.problem.order_in_force import wrong_order
from planner.problem.permission import HardRule
from planner.problem.records import BASES, NO_INDEX, PlanProblem
from planner.problem.reference import ReferenceName
from planner.problem.robust import wrong_robust
from planner.problem.side_shape import side_faults
from planner.problem.soft_order import wrong_soft
from planner.terms import POLLUTANTS

__all__ = ["check_shape"]

Array = NDArray[np.float64] | NDArray[np.int64] | NDArray[np.bool_]


def check_shape(problem: PlanProblem) -> tuple[Finding, ...]:
    """Every way in which the arrays contradict each other; empty for a sound problem."""
    wrong = [*_lengths(problem)]
    if not wrong:
        wrong = [*_ranges(problem), *_values(problem), *_moves(problem), *_references(problem), *day_faults(problem)]
        wrong += side_faults(problem)
    if problem.order_in_force is not None:
        wrong += wrong_order(problem.order_in_force)
    if problem.soft is not None:
        wrong += wrong_soft(problem.soft, problem.cohorts.count, len(problem.cohorts.steps))
    if problem.robust is not None:
        wrong += wrong_robust(problem.robust, problem.sources.count)
    return tuple(finding("plan.problem_malformed", where=Place(column=path), value=value) for path, value in wrong)


Shape = tuple[int, ...]


def _lengths(problem: PlanProblem) -> Iterator[tuple[str, str]]:
    wanted = _source_shapes(problem) | _option_shapes(problem) | _group_shapes(problem)
    for path, (array, shape) in wanted.items():
        if array.shape != shape and not (0 in shape and array.size == 0):
            yield path, f"{array.shape} != {shape}"
    for field in fields(problem.sources):
        column = getattr(problem.sources, field.name)
        lengths = {problem.sources.count} if field.default is MISSING else {0, problem.sources.count}
        if isinstance(column, tuple) and len(column) not in lengths:
            yield f"sources.{field.name}", str(len(column))
    if len(problem.share_rules.citation) != problem.share_rules.count:
        yield "share_rules.citation", str(len(problem.share_rules.citation))


def _source_shapes(problem: PlanProblem) -> dict[str, tuple[Array, Shape]]:
    n, p, sources = problem.sources.count, len(POLLUTANTS), problem.sources
    return {
        "targets.share": (problem.targets.share, (p,)),
        "sources.base_kg_per_day": (sources.base_kg_per_day, (n, p)),
        "sources.particles_kg_per_day": (sources.particles_kg_per_day, (n, 2)),
        "sources.floor_kg_per_day": (sources.floor_kg_per_day, (n, p)),
        "sources.filed_kg_per_day": (sources.filed_kg_per_day, (n, p)),
        "sources.step_option": (sources.step_option, (n, len(problem.cohorts.steps))),
        "sources.first_option": (sources.first_option, (n + 1,)),
        "sources.cohort": (sources.cohort, (n,)),
        "sources.unit": (sources.unit, (n,)),
        "sources.safe_stop_hours": (sources.safe_stop_hours, (n,)),
        "sources.list_row": (sources.list_row, (n,)),
        "sources.can_stop": (sources.can_stop, (n,)),
        "sources.monitored": (sources.monitored, (n,)),
        **({} if problem.season is None else {"season.stopped_hours": (problem.season.stopped_hours, (n,))}),
    }


def _option_shapes(problem: PlanProblem) -> dict[str, tuple[Array, Shape]]:
    m, options = problem.options.count, problem.options
    return {
        "options.kept_share": (options.kept_share, (m,)),
        "options.halts": (options.halts, (m,)),
        "options.cost_yuan": (options.cost_yuan, (m,)),
        "options.measures": (options.measures, (m,)),
        "options.citations": (options.citations, (m,)),
        "options.basis": (options.basis, (m,)),
        "options.reduction_kg_per_day": (options.reduction_kg_per_day, (m, len(POLLUTANTS))),
    }


def _group_shapes(problem: PlanProblem) -> dict[str, tuple[Array, Shape]]:
    cohorts, units, rules = problem.cohorts, problem.units, problem.share_rules
    c, u, q = cohorts.count, units.count, len(cohorts.steps)
    return {
        "cohorts.allowed": (cohorts.allowed, (c, q)),
        "cohorts.group": (cohorts.group, (c,)),
        "cohorts.rank": (cohorts.rank, (c,)),
        "units.cohort": (units.cohort, (u,)),
        "units.halts_min": (units.halts_min, (u, q)),
        "units.halts_max": (units.halts_max, (u, q)),
        "share_rules.first_member": (rules.first_member, (rules.count + 1,)),
        "share_rules.required": (rules.required, (rules.count,)),
        "share_rules.weight": (rules.weight, rules.member.shape),
    }


def _ranges(problem: PlanProblem) -> Iterator[tuple[str, str]]:
    n, m = problem.sources.count, problem.options.count
    indices = {
        "sources.cohort": (problem.sources.cohort, NO_INDEX, problem.cohorts.count),
        "sources.unit": (problem.sources.unit, NO_INDEX, problem.units.count),
        "sources.step_option": (problem.sources.step_option, NO_INDEX, m),
        "options.source": (problem.options.source, 0, n),
        "options.measures": (problem.options.measures, 0, len(problem.options.measure_sets)),
        "options.citations": (problem.options.citations, 0, len(problem.options.citation_sets)),
        "options.basis": (problem.options.basis, 0, len(BASES)),
        "units.cohort": (problem.units.cohort, 0, problem.cohorts.count),
        "share_rules.member": (problem.share_rules.member, 0, n),
    }
    for path, (array, low, high) in indices.items():
        if array.size and (int(array.min()) < low or int(array.max()) >= high):
            yield path, f"{int(array.min())}..{int(array.max())}"
    spans = problem.share_rules.first_member
    if spans[0] != 0 or spans[-1] != len(problem.share_rules.member) or np.any(np.diff(spans) < 0):
        yield "share_rules.first_member", "members of a rule are not one run"
    first = problem.sources.first_option
    expected = np.repeat(np.arange(n), np.diff(first)) if np.all(np.diff(first) > 0) else None
    if first[0] != 0 or first[-1] != m or expected is None or not np.array_equal(expected, problem.options.source):
        yield "sources.first_option", "options of a source are not one run"


def _values(problem: PlanProblem) -> Iterator[tuple[str, str]]:
    kept, ids = problem.options.kept_share, problem.sources.source_id
    if kept.size and (float(kept.min()) < 0.0 or float(kept.max()) > 1.0):
        yield "options.kept_share", "outside 0..1"
    if list(ids) != sorted(set(ids)):
        yield "sources.source_id", "not unique and sorted"
    for path, array in (
        ("sources.base_kg_per_day", problem.sources.base_kg_per_day),
        ("options.cost_yuan", problem.options.cost_yuan),
    ):
        if array.size and float(array.min()) < 0.0:
            yield path, str(float(array.min()))
    if problem.header.duration_days < 1:
        yield "header.duration_days", str(problem.header.duration_days)


def _moves(problem: PlanProblem) -> Iterator[tuple[str, str]]:
    """Moves are one a process and day, in order; a later one is there only for the grade that it ends."""
    keys = [(item.enterprise_id, item.key_industry, item.sub_process, item.from_day) for item in problem.moves]
    if keys != sorted(set(keys)):
        yield "moves", "not unique and sorted"
    on = problem.header.on
    early = [item for item in problem.moves if item.from_day > on and (item.grade_before is None or item.is_recent)]
    yield from (("moves.from_day", item.from_day.isoformat()) for item in early)


def _references(problem: PlanProblem) -> Iterator[tuple[str, str]]:
    """References are known ones, once each; their cost and kilograms are not negative."""
    names = [item.name for item in problem.references]
    if len(names) != len(set(names)) or not set(names) <= {str(item) for item in ReferenceName}:
        yield "references.name", ",".join(names)
    if any(not set(item.breaks) <= {str(rule) for rule in HardRule} for item in problem.references):
        yield "references.breaks", "unknown"
    for item in problem.references:
        if len(item.reduction_kg_per_day) != len(POLLUTANTS):
            yield "references.reduction_kg_per_day", str(len(item.reduction_kg_per_day))
        if min(item.cost_yuan, item.enterprises, *item.reduction_kg_per_day, 0.0) < 0.0:
            yield "references", item.name
