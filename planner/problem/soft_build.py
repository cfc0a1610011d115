"""The problem in which equal treatment and grade order have a price instead of holding always."""

from dataclasses import replace

import numpy as np

from planner.problem.records import NO_INDEX, CohortTable, Indices, PlanProblem
from planner.problem.soft_order import SoftOrder
from planner.terms import GradeOrder

__all__ = ["soften_order"]


def soften_order(problem: PlanProblem, price_yuan: float) -> PlanProblem:
    """The problem with each part of a firm a cohort of its own, and what its difference from its cohort costs.

    What a step asks of a part stays as it was: the menus, whole lines, technical limits. Only the ties between parts
    have a price instead.

    Args:
        problem: one in which the order holds (`hard`).
        price_yuan: yuan a percentage point of required share, an enterprise and a day, >= 0.
    """
    sources, units, cohorts = problem.sources, problem.units, problem.cohorts
    part, first = _parts(problem)
    own = sources.cohort[first]
    header = replace(problem.header, grade_order=GradeOrder.SOFT)
    return replace(
        problem,
        header=header,
        sources=replace(sources, cohort=part),
        units=replace(units, cohort=np.arange(units.count)),
        cohorts=CohortTable(
            group=np.arange(len(first)),
            rank=np.zeros(len(first), dtype=np.int64),
            steps=cohorts.steps,
            allowed=cohorts.allowed[own],
            label=_labels(problem, first),
        ),
        soft=_table(problem, part, own, price_yuan),
    )


def _parts(problem: PlanProblem) -> tuple[Indices, Indices]:
    """(n,) part of each source, the units first and in their order; (k,) the first source of each part."""
    sources, count = problem.sources, problem.units.count
    alone = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    part = sources.unit.copy()
    part[alone] = count + np.arange(len(alone))
    inside = np.flatnonzero(part != NO_INDEX)
    first = np.zeros(count + len(alone), dtype=np.int64)
    first[part[inside][::-1]] = inside[::-1]
    return part, first


def _labels(problem: PlanProblem, first: Indices) -> tuple[str, ...]:
    """The label of its unit, or `source_id/cohort label`: it ends with the grade like every cohort's."""
    sources, cohorts = problem.sources, problem.cohorts
    alone = first[problem.units.count :].tolist()
    singles = (f"{sources.source_id[index]}/{cohorts.label[sources.cohort[index]]}" for index in alone)
    return (*problem.units.label, *singles)


def _table(problem: PlanProblem, part: Indices, own: Indices, price_yuan: float) -> SoftOrder:
    sources, cohorts = problem.sources, problem.cohorts
    inside = np.flatnonzero(part != NO_INDEX)
    names = [sources.enterprise_id[index] or sources.source_id[index] for index in inside.tolist()]
    _, owner = np.unique(np.array(names, dtype=object).astype(str), return_inverse=True)
    firms, firm = np.unique(np.column_stack([sources.cohort[inside], owner.ravel()]), axis=0, return_inverse=True)
    lines = np.bincount(firm.ravel(), minlength=len(firms))
    of_part = np.zeros(len(own), dtype=np.int64)
    of_part[part[inside]] = firm.ravel()
    return SoftOrder(
        price_yuan=price_yuan,
        cohort=own,
        weight=np.bincount(part[inside], minlength=len(own)) / lines[of_part] if len(own) else np.zeros(0),
        group=cohorts.group,
        rank=cohorts.rank,
        enterprises=np.bincount(firms[:, 0], minlength=cohorts.count) if len(firms) else np.zeros(0, dtype=np.int64),
        allowed=cohorts.allowed,
        label=cohorts.label,
    )
