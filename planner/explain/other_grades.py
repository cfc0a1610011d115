"""What an enterprise would be obliged to at each grade, and what its equals of that grade are required in the plan."""

from dataclasses import dataclass

import numpy as np

from planner.plan import Plan
from planner.problem import PlanProblem, cheapest_halts

__all__ = ["GradeLine", "GradeOutcome", "grade_outcome"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeLine:
    """One line at a grade.

    Attributes:
        kept_share, measures: what rules, filed measure and share rules oblige it to at least.
        least_kept_share: the least share that could be chosen for it beyond that.
    """

    source_id: str
    line_id: str
    standing: str
    kept_share: float
    measures: tuple[str, ...]
    least_kept_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeOutcome:
    """An enterprise at a grade.

    Attributes:
        is_own: whether it has this grade.
        required_share: what the plan requires of equals of that grade in its county and process, the greatest over its
            lines; None where there is no such cohort.
    """

    grade: str
    is_own: bool
    lines: tuple[GradeLine, ...]
    required_share: float | None


def grade_outcome(grade: str, alone: PlanProblem, problem: PlanProblem, plan: Plan) -> GradeOutcome:
    """The outcome at a grade.

    Args:
        alone: the problem of this enterprise's rows alone, at that grade.
        problem: the city's problem that `plan` answers.
    """
    sources, options, first = alone.sources, alone.options, alone.sources.first_option
    chosen = cheapest_halts(alone)
    lines = tuple(
        GradeLine(
            source_id=sources.source_id[index],
            line_id=sources.line_id[index],
            standing=sources.standing[index],
            kept_share=float(options.kept_share[chosen[index]]),
            measures=options.measure_sets[options.measures[chosen[index]]],
            least_kept_share=float(options.kept_share[first[index] : first[index + 1]].min()),
        )
        for index in range(sources.count)
    )
    own = dict(zip(problem.sources.source_id, problem.sources.grade, strict=True))
    return GradeOutcome(
        grade=grade,
        is_own=all(own.get(name) == grade for name in sources.source_id),
        lines=lines,
        required_share=_required(alone, problem, plan),
    )


def _required(alone: PlanProblem, problem: PlanProblem, plan: Plan) -> float | None:
    place = {label: index for index, label in enumerate(problem.cohorts.label)}
    found = [place[label] for label in alone.cohorts.label if label in place]
    return float(np.max(plan.required_share[found])) if found else None
